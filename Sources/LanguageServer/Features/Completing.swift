import ChainFiles
import Diagnostics
import IndustryChain

extension LanguageServer {
  /// The most that is proposed at once; more is asked for as somebody types on.
  static let mostProposals = 300

  /// What may be written at a position.
  mutating func completion(at request: DocumentPosition) -> CompletionList? {
    guard let place = place(request.textDocument, request.position),
      let completion = completionPlace(at: place)
    else { return nil }
    let range = place.document.range(of: completion.word)
    let typed = place.document.text(in: completion.word, upTo: place.position)
    var items: [CompletionItem]
    switch completion.candidates {
    case .words(let words):
      items = words.map { item($0, .word, over: range) }
    case .keys(let keys):
      // The columns of a table's header take no colon.
      let ending = completion.isKey ? place.document.colon(after: completion.word) : ""
      items = keys.map { key in
        let example = key.example.map { "\n\n```yaml\n\($0)\n```" } ?? ""
        return item(
          key.name, .property, over: range, ending: ending, names: key.meaning,
          documentation: say(key.meaning) + example)
      }
    case .names(let kind):
      let ending = completion.isKey ? place.document.colon(after: completion.word) : ""
      items = names(of: kind, at: place).map { name in
        item(
          name.spelling, .reference, over: range, ending: ending, names: name.text,
          documentation: nil, isNear: name.isNear)
      }
    }
    let wanted = typed.lowercased()
    items = items.filter { wanted.isEmpty || $0.filterText.lowercased().contains(wanted) }
      .sorted { $0.sortText < $1.sortText }
    return CompletionList(
      isIncomplete: items.count > Self.mostProposals,
      items: Array(items.prefix(Self.mostProposals)))
  }

  private func completionPlace(at place: Place) -> CompletionPlace? {
    let file = SourceFile(path: place.path, text: place.document.text)
    if file.path.hasPrefix(place.folder + "/regions/") {
      return switch file.name {
      case "region.yaml": CompletionPlace(at: place.position, in: file.text, of: .region)
      case "firms.csv", "prospects.csv": CompletionPlace(at: place.position, inFirmTable: file)
      case "peers.csv": CompletionPlace(at: place.position, inPeerTable: file)
      default: nil
      }
    }
    let isChain = file.name != WorkspaceSources.settingsFileName
    return CompletionPlace(at: place.position, in: file.text, of: isChain ? .chain : .workspace)
  }

  private struct Name {
    let spelling: String
    let text: LocalizedText
    /// Whether it belongs to the file that is being written.
    var isNear = false
  }

  private mutating func names(of kind: NameKind, at place: Place) -> [Name] {
    guard let symbols = symbols(of: place.folder) else { return [] }
    let chain = symbols.occurrences(in: place.path).first?.chain ?? chainWritten(in: place)
    let region = place.path.split(separator: "/").dropLast().joined(separator: "/")
    return symbols.symbols.compactMap { symbol in
      let text = symbols.name(of: symbol)
      switch (symbol, kind) {
      case (.link(let id), .link), (.link(let id), .scope):
        return Name(
          spelling: symbols.spelling(of: id, from: chain), text: text, isNear: id.chain == chain)
      case (.chain(let id), .chain): return Name(spelling: id.rawValue, text: text)
      case (.chain(let id), .scope): return Name(spelling: id.rawValue, text: text, isNear: true)
      case (.need(let id), .need): return Name(spelling: id.rawValue, text: text)
      case (.firm(let id, let folder), .firm) where folder.hasSuffix(region):
        return Name(spelling: id.rawValue, text: text)
      default: return nil
      }
    }
  }

  /// The id of the chain as the text gives it, since a text in the making can often not be read.
  private func chainWritten(in place: Place) -> ChainID? {
    place.document.text.split(whereSeparator: \.isNewline).lazy
      .first { $0.hasPrefix("chain:") }
      .map { ChainID($0.dropFirst(6).filter { $0 != " " && $0 != "\"" }) }
  }

  private func item(
    _ label: String, _ kind: CompletionItem.Kind, over range: Range, ending: String = "",
    names: LocalizedText = LocalizedText(), documentation: String? = nil, isNear: Bool = false
  ) -> CompletionItem {
    let languages =
      language == .chinese
      ? [names.chinese, names.english]
      : [
        names.english, names.chinese,
      ]
    let both = languages.compactMap { $0 }
    return CompletionItem(
      label: label,
      labelDetails: both.isEmpty ? nil : .init(description: both.joined(separator: " · ")),
      kind: kind, documentation: documentation.map { MarkupContent(markdown: $0) },
      sortText: (isNear ? "0" : "1") + label,
      filterText: ([label] + both).joined(separator: " "),
      textEdit: ProtocolTextEdit(range: range, newText: label + ending))
  }
}

extension DocumentText {
  /// What of a stretch of one line stands before a place.
  fileprivate func text(in range: SourceRange, upTo place: SourcePosition) -> String {
    let line = line(range.start.line)
    return String(
      String.UnicodeScalarView(
        line.dropFirst(range.start.column - 1).prefix(place.column - range.start.column)))
  }

  /// The colon that a key needs, none where one stands already.
  fileprivate func colon(after range: SourceRange) -> String {
    let rest = line(range.end.line).dropFirst(range.end.column - 1)
    return rest.first { $0 != " " } == ":" ? "" : ": "
  }

  private func line(_ number: Int) -> [Unicode.Scalar] {
    Array((LineTable(text)[number] ?? "").unicodeScalars)
  }
}
