import Diagnostics
import IndustryChain

extension WorkspaceSymbols {
  /// Takes in every name of all files.
  mutating func collect(
    chains: [FileSymbols], regions: [(folder: String, files: [FileSymbols])]
  ) {
    var drafts: [ChainDraft] = []
    var current: [ChainDraft] = []
    for symbols in chains {
      if case .chain(let draft) = symbols.content {
        drafts.append(draft)
        current.append(draft)
      } else if case .chain(let draft)? = lastReadable[symbols.file.path]?.content {
        drafts.append(draft)
      }
    }
    linkNames = LinkNames(
      drafts.lazy.flatMap { $0.links.lazy.map(\.id) }, of: Set(drafts.map(\.id.value)))
    for draft in drafts { define(draft) }
    for draft in current { collect(draft) }
    for region in regions {
      for symbols in region.files { collect(symbols, folder: region.folder) }
    }
  }

  /// Takes the names that a chain file gives; the first file to define something wins.
  private mutating func define(_ draft: ChainDraft) {
    func name(_ symbol: Symbol, _ text: LocalizedText, _ names: inout [Symbol: LocalizedText]) {
      if names[symbol] == nil { names[symbol] = text }
    }
    name(.chain(draft.id.value), draft.name, &names)
    for need in draft.needs { name(.need(need.value.id), need.value.name, &names) }
    for link in draft.links where links[link.id] == nil {
      links[link.id] = link
      name(.link(link.id), link.name, &names)
    }
  }

  private mutating func collect(_ draft: ChainDraft) {
    var places = Places(file: draft.file, chain: draft.id.value)
    // A file without an id has a placeholder at its very start, which nobody wrote.
    places.add(.chain(draft.id.value), .definition, draft.id.map(\.rawValue))
    for need in draft.needs {
      places.add(.need(need.value.id), .definition, need.map { $0.id.rawValue })
    }
    var inputRanges = draft.inputRanges.makeIterator()
    for (link, item) in zip(draft.links, draft.places) {
      places.add(
        .link(link.id), .definition, Located(value: link.id.name, range: item.range))
      for input in link.inputs {
        guard let range = inputRanges.next() else { break }
        add(link: Located(value: input.supplier.name, range: range), input.share, to: &places)
      }
      for need in item.needs { add(need: need, to: &places) }
      if let umbrella = item.variantOf { add(link: umbrella, nil, to: &places) }
    }
    occurrences += places.occurrences
  }

  private mutating func collect(_ symbols: FileSymbols, folder: String) {
    var places = Places(file: symbols.file, chain: nil)
    switch symbols.content {
    case .chain, .unreadable: break
    case .peers(let links):
      for link in links { add(link: link, nil, to: &places) }
    case .firms(let rows):
      var seen: Set<FirmID> = []
      for row in rows {
        let id = FirmID(row.firm.value)
        let symbol = Symbol.firm(id, folder: folder)
        // The first row makes the firm, the others speak of it.
        places.add(symbol, seen.insert(id).inserted ? .definition : .reference, row.firm)
        if names[symbol]?.isEmpty ?? true { names[symbol] = row.name }
        if let link = row.link { add(link: link, nil, to: &places) }
        for partner in row.partners {
          places.add(.firm(FirmID(partner.value), folder: folder), .reference, partner)
        }
      }
    case .region(let draft):
      for (scope, _) in draft.surveys { add(scope: scope, nil, to: &places) }
      for (link, figure) in draft.finalDemand + draft.supplyRatios {
        add(link: link, figure, to: &places)
      }
      for (scope, degree) in draft.priorities { add(scope: scope, degree, to: &places) }
      for (chain, firm) in draft.chiefFirms {
        add(chain: chain, to: &places)
        places.add(.firm(FirmID(firm.value), folder: folder), .reference, firm)
      }
      for (chain, _) in draft.chainLeads { add(chain: chain, to: &places) }
      for need in draft.provides { add(need: need, to: &places) }
      for (need, _, _) in draft.lacks { add(need: need, to: &places) }
    }
    occurrences += places.occurrences
  }

  private func add(link name: Located<String>, _ figure: Figure?, to places: inout Places) {
    guard let link = link(named: name.value, from: places.chain) else { return }
    places.add(.link(link), .reference, name, figure)
  }

  private func add(chain name: Located<String>, to places: inout Places) {
    guard linkNames.chains.contains(ChainID(name.value)) else { return }
    places.add(.chain(ChainID(name.value)), .reference, name)
  }

  private func add(scope name: Located<String>, _ figure: Figure?, to places: inout Places) {
    if linkNames.chains.contains(ChainID(name.value)) {
      places.add(.chain(ChainID(name.value)), .reference, name, figure)
    } else {
      add(link: name, figure, to: &places)
    }
  }

  private func add(need name: Located<String>, to places: inout Places) {
    guard names[.need(NeedID(name.value))] != nil else { return }
    places.add(.need(NeedID(name.value)), .reference, name)
  }
}

extension Located {
  fileprivate func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(value: transform(value), range: range)
  }
}

/// The places of one file as they are found.
private struct Places {
  let file: SourceFile
  let chain: ChainID?
  private(set) var occurrences: [WorkspaceSymbols.Occurrence] = []
  private var lines: LineTable?

  init(file: SourceFile, chain: ChainID?) {
    self.file = file
    self.chain = chain
  }

  mutating func add(
    _ symbol: WorkspaceSymbols.Symbol, _ role: WorkspaceSymbols.Occurrence.Role,
    _ name: Located<String>, _ figure: Figure? = nil
  ) {
    let range = exact(name)
    guard range.start != range.end else { return }
    occurrences.append(
      WorkspaceSymbols.Occurrence(
        symbol: symbol, role: role, file: file, range: range, spelling: name.value,
        figure: figure, chain: chain))
  }

  /// The stretch of the name itself, inside quotation marks and between blanks.
  ///
  /// A name that is written with escapes keeps the whole stretch.
  private mutating func exact(_ name: Located<String>) -> SourceRange {
    let range = name.range
    let length = name.value.unicodeScalars.count
    let isExact =
      range.start.line == range.end.line && range.end.column - range.start.column == length
    guard !isExact, range.start.line == range.end.line else { return range }
    let lines = lines ?? LineTable(file.text)
    self.lines = lines
    guard let line = lines[range.start.line] else { return range }
    let scalars = line.unicodeScalars.dropFirst(range.start.column - 1)
      .prefix(range.end.column - range.start.column)
    guard let found = String(scalars).firstRange(of: name.value) else { return range }
    let before = String(scalars)[..<found.lowerBound].unicodeScalars.count
    return SourceRange(
      line: range.start.line, column: range.start.column + before, length: length)
  }
}
