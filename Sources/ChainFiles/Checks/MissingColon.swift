import Diagnostics
import IndustryChain
import YAML

/// A key without the colon behind it, or without the blank behind the colon.
///
/// A parser takes either for a text and stumbles over the colon of the next line.
struct MissingColon: Hashable {
  let key: String
  let value: String
  /// The key, or the colon that is there.
  let range: SourceRange
  let hasColon: Bool

  /// The slip that a complaint of the parser is about; `nil` where it is about something else.
  static func slip(
    after problem: String, at stop: YAMLMark, since start: YAMLMark?, in lines: LineTable
  ) -> MissingColon? {
    switch problem {
    case "could not find expected ':'":
      return start.flatMap { MissingColon(in: lines, line: $0.line) }
    case "mapping values are not allowed in this context":
      // The word of an earlier line went on with the key of this one.
      let key = lines[stop.line]?.unicodeScalars.prefix(stop.column - 1).drop { $0 == " " }
      guard key?.contains(" ") == false, let line = lines.lastLine(before: stop.line),
        !lines.continuesText(at: line)
      else { return nil }
      return MissingColon(in: lines, line: line)
    default:
      return nil
    }
  }

  /// Reads a line that should hold a key; `nil` where it holds what cannot be one, or a key as it
  /// should be.
  private init?(in lines: LineTable, line number: Int) {
    guard let line = lines[number].map({ Array($0.unicodeScalars) }) else { return nil }
    var start = line.prefix { $0 == " " }.count
    while line[start...].starts(with: ["-", " "]) { start += 2 }
    let name = line[start...].prefix { $0 != " " && $0 != ":" }
    let rest = line[name.endIndex...]
    guard let first = name.first, !"\"'{[#&*!|>%@`".unicodeScalars.contains(first) else {
      return nil
    }
    hasColon = rest.first == ":"
    let text = hasColon ? rest.dropFirst() : rest
    // `http://…` is no key, and what has a colon and a blank is one.
    let isAddress = hasColon && text.first == "/"
    let isKey = zip(rest, rest.dropFirst()).contains { $0 == ":" && $1 == " " } || rest.last == ":"
    guard !isAddress, !isKey else { return nil }
    key = String(String.UnicodeScalarView(name))
    value = String(String.UnicodeScalarView(text)).trimmed
    range =
      hasColon
      ? SourceRange(line: number, column: name.endIndex + 1, length: 1)
      : SourceRange(line: number, column: start + 1, length: name.count)
  }
}

extension LineTable {
  /// The last line above another one that is not blank.
  fileprivate func lastLine(before number: Int) -> Int? {
    (1..<max(1, number)).last { self[$0]?.trimmed.isEmpty == false }
  }

  /// Whether a line goes on with the text of the one above it.
  fileprivate func continuesText(at line: Int) -> Bool {
    guard let above = lastLine(before: line) else { return false }
    return indentation(of: line) > indentation(of: above) && self[above]?.trimmed.last != ":"
  }

  private func indentation(of number: Int) -> Int { self[number]?.prefix { $0 == " " }.count ?? 0 }
}

extension Diagnostic {
  /// A file that cannot be read since a key has no colon, or a colon no blank behind it.
  static func missingColon(_ slip: MissingColon, in file: SourceFile) -> Self {
    let key = slip.key.shortened
    let entry = "`\(key):\(slip.value.isEmpty ? "" : " " + slip.value.shortened)`"
    let title = LocalizedText("write \(entry)", "写作 \(entry)")
    return Self(
      .yamlSyntax, at: .init(file: file, range: slip.range),
      "not valid YAML: "
        + (slip.hasColon
          ? "the blank after the colon of \"\(key)\" is missing"
          : "the colon after \"\(key)\" is missing"),
      "YAML 语法有误：“\(key)”" + (slip.hasColon ? "的冒号后缺空格" : "后面缺冒号"), help: title,
      fix: slip.hasColon
        ? Fix(title, .likely, edits: [TextEdit(slip.range, with: ": ")]) : nil)
  }
}
