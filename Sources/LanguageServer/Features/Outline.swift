import ChainFiles
import Diagnostics
import IndustryChain

extension LanguageServer {
  /// What a file makes: a chain with its links, the firms of a table.
  mutating func documentSymbols(in request: DocumentParameters) -> [DocumentSymbol]? {
    guard let place = place(request.textDocument, Position(line: 0, character: 0)),
      let symbols = symbols(of: place.folder)
    else { return nil }
    let made = symbols.occurrences(in: place.path).filter { $0.role == .definition }
    let text = place.document
    // A link reaches to the next one.
    let items = made.enumerated().map { index, occurrence in
      let name = text.range(of: occurrence.range)
      let next = index + 1 < made.count ? text.range(of: made[index + 1].range).start : text.end
      return (
        occurrence: occurrence,
        symbol: outline(
          occurrence, named: symbols.name(of: occurrence.symbol),
          Range(start: name.start, end: max(name.end, next)), selecting: name)
      )
    }
    guard let chain = items.first, case .chain = chain.occurrence.symbol else {
      return items.map(\.symbol)
    }
    return [
      DocumentSymbol(
        name: chain.symbol.name, detail: chain.symbol.detail, kind: chain.symbol.kind,
        range: Range(start: Position(line: 0, character: 0), end: text.end),
        selectionRange: chain.symbol.selectionRange, children: items.dropFirst().map(\.symbol))
    ]
  }

  /// What the workspaces define, by a part of its id or its name in either language.
  mutating func workspaceSymbols(_ request: SymbolQuery) -> [SymbolInformation] {
    let query = request.query.lowercased()
    var found: [SymbolInformation] = []
    for folder in workspaces.keys.sorted() {
      guard let symbols = symbols(of: folder) else { continue }
      let made = symbols.occurrences.lazy.filter { occurrence in
        guard occurrence.role == .definition else { return false }
        let name = symbols.name(of: occurrence.symbol)
        return ([occurrence.symbol.id, name.english, name.chinese].compactMap { $0 })
          .contains { query.isEmpty || $0.lowercased().contains(query) }
      }
      let first = Array(made.prefix(Self.mostProposals))
      for (occurrence, location) in zip(first, locations(of: first)) {
        let name = say(symbols.name(of: occurrence.symbol))
        found.append(
          SymbolInformation(
            name: occurrence.symbol.id + (name.isEmpty ? "" : " " + name),
            kind: occurrence.symbol.kind, location: location,
            containerName: occurrence.chain?.rawValue))
      }
    }
    return found
  }

  private func outline(
    _ occurrence: WorkspaceSymbols.Occurrence, named name: LocalizedText, _ range: Range,
    selecting selection: Range
  ) -> DocumentSymbol {
    DocumentSymbol(
      name: occurrence.symbol.id, detail: say(name), kind: occurrence.symbol.kind, range: range,
      selectionRange: selection, children: [])
  }
}

extension WorkspaceSymbols.Symbol {
  /// What an editor draws beside it; the numbers are the protocol's.
  fileprivate var kind: Int {
    switch self {
    case .chain: 2  // module
    case .link: 5  // class
    case .need: 14  // constant
    case .firm: 19  // object
    }
  }
}
