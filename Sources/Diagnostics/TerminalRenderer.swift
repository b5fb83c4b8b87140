public import IndustryChain
import TerminalText

/// Writes findings the way compilers do: the place, the line with a caret under it, what to do.
///
///     error[unknown-link]: no link named "electroplatng"
///       --> Chains/lighter.yaml:12:7
///        |
///     12 |       electroplatng: 0.12
///        |       ^^^^^^^^^^^^^
///        = help: write "electroplating"
public struct TerminalRenderer: Sendable {
  /// The colours to use.
  public let palette: Palette
  /// The language of messages.
  public let language: Language

  /// A renderer that dresses its text in a palette and words it in a language.
  public init(palette: Palette = .plain, language: Language = .english) {
    self.palette = palette
    self.language = language
  }

  /// Nobody reads more findings than this in a terminal; the other formats list all.
  public static let mostShown = 500

  /// Writes findings in the order given, a blank line after each, and how many more there are than
  /// `mostShown`; empty for none.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var tables: [String: LineTable] = [:]
    var text = ""
    for diagnostic in diagnostics.prefix(Self.mostShown) {
      text += render(diagnostic, tables: &tables)
      text += "\n"
    }
    let restCount = diagnostics.count - Self.mostShown
    if restCount > 0 {
      text +=
        language == .english
        ? "… and \(restCount) more\n\n" : "……另有 \(restCount) 条未列出\n\n"
    }
    return text
  }

  private func render(_ diagnostic: Diagnostic, tables: inout [String: LineTable]) -> String {
    let style = palette.style(for: diagnostic.severity)
    let notes = diagnostic.shownNotes
    let locations = [diagnostic.location] + notes.map(\.location)
    let lastLine = locations.compactMap { $0?.range?.start.line }.max() ?? 0
    let margin = String(repeating: " ", count: String(lastLine).count)
    let title = "\(diagnostic.severity.word(in: language))[\(diagnostic.id)]"
    var text =
      style(title) + palette.message(": " + language.text(diagnostic.message).terminalSafe) + "\n"
    if let location = diagnostic.location {
      text += place(location, margin: margin)
      text += excerpt(location, margin: margin, style: style, tables: &tables)
    }
    for note in notes {
      let mark = palette.gutter(margin + " = ")
      text +=
        mark + palette.note(Severity.note.word(in: language)) + ": "
        + language.text(note.message).terminalSafe + "\n"
      if let location = note.location {
        text += place(location, margin: margin)
        text += excerpt(location, margin: margin, style: palette.note, tables: &tables)
      }
    }
    if let help = diagnostic.help {
      let mark = palette.gutter(margin + " = ")
      text += mark + palette.note(helpWord) + ": " + language.text(help).terminalSafe + "\n"
    }
    return text
  }

  private var helpWord: String {
    switch language {
    case .english: "help"
    case .chinese: "建议"
    }
  }

  private func place(_ location: Diagnostic.Location, margin: String) -> String {
    var place = location.file.path.terminalSafe
    if let start = location.range?.start { place += ":\(start.line):\(start.column)" }
    return palette.gutter(margin + "-->") + " " + place + "\n"
  }

  private func excerpt(
    _ location: Diagnostic.Location, margin: String, style: Palette.Style,
    tables: inout [String: LineTable]
  ) -> String {
    guard let range = location.range else { return "" }
    let table = tables[location.file.path] ?? LineTable(location.file.text)
    tables[location.file.path] = table
    let reach = Excerpt.reach(of: range.start.column)
    guard let line = table.start(of: range.start.line, count: reach) else { return "" }
    let excerpt = Excerpt(line: line, range: range)
    let number = String(range.start.line)
    let padding = String(repeating: " ", count: max(0, margin.count - number.count))
    return palette.gutter(margin + " |") + "\n"
      + palette.gutter(padding + number + " |") + (excerpt.text.isEmpty ? "" : " ")
      + excerpt.text + "\n"
      + palette.gutter(margin + " |") + " " + excerpt.indentation + style(excerpt.carets) + "\n"
  }
}
