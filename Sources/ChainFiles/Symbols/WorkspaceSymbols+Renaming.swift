public import Diagnostics
public import IndustryChain

extension WorkspaceSymbols {
  /// Why something cannot be renamed, in words for its author.
  public struct RenamingObstacle: Error, Hashable, Sendable {
    /// The reason; starts lower-case, ends without a full stop.
    public let reason: LocalizedText
  }

  /// The edits of one file.
  public struct FileEdits: Hashable, Sendable {
    /// The path of the file.
    public let path: String
    /// What changes, by position; no two stretches overlap.
    public let edits: [TextEdit]
  }

  /// The changes that give a symbol another id wherever a file names it.
  ///
  /// A place keeps its way of naming a link, alone or as `chain/link`. Where the new name alone would
  /// mean another link, or would let another link's name mean this one, `chain/link` is written.
  ///
  /// O(places).
  ///
  /// - Throws: `RenamingObstacle` where the name is no id or is taken, or a file cannot be read.
  public func edits(
    renaming symbol: Symbol, to name: String
  ) throws(RenamingObstacle) -> [FileEdits] {
    try check(name, for: symbol)
    switch symbol {
    case .link(let link): return grouped(edits(renaming: link, to: name))
    case .chain(let chain):
      let names = occurrences(of: symbol).map { Edit($0, with: name) }
      let links = occurrences.compactMap { place -> Edit? in
        guard case .link(let link) = place.symbol, link.chain == chain,
          place.spelling.contains("/")
        else { return nil }
        return Edit(place, with: "\(name)/\(link.name)")
      }
      return grouped(names + links)
    case .need, .firm: return grouped(occurrences(of: symbol).map { Edit($0, with: name) })
    }
  }

  private struct Edit {
    let path: String
    let edit: TextEdit

    init(_ place: Occurrence, with replacement: String) {
      path = place.file.path
      edit = TextEdit(place.range, with: replacement)
    }
  }

  /// What stands in the way of renaming anything: a file that cannot be read.
  public var obstacleToRenaming: RenamingObstacle? {
    unreadable.first.map { path in
      RenamingObstacle(
        english: "mend \"\(path)\" first: it cannot be read, and may name this too",
        chinese: "请先修正“\(path)”：该文件无法读取，其中可能也有此名称")
    }
  }

  private func check(_ name: String, for symbol: Symbol) throws(RenamingObstacle) {
    if let obstacleToRenaming { throw obstacleToRenaming }
    guard name.isID else {
      throw RenamingObstacle(
        english: "\"\(name)\" is no id: ids are lower-case letters, digits and inner hyphens",
        chinese: "“\(name)”不能作编号：编号只用小写字母、数字和中间的连字符")
    }
    let renamed: Symbol =
      switch symbol {
      case .link(let link): .link(LinkID(chain: link.chain, name: name))
      case .chain: .chain(ChainID(name))
      case .need: .need(NeedID(name))
      case .firm(_, let folder): .firm(FirmID(name), folder: folder)
      }
    guard renamed == symbol || names[renamed] == nil else {
      throw RenamingObstacle(
        english: "there is a \"\(name)\" already", chinese: "“\(name)”已被占用")
    }
  }

  private func edits(renaming link: LinkID, to name: String) -> [Edit] {
    let renamed = LinkID(chain: link.chain, name: name)
    let names = LinkNames(links.keys.filter { $0 != link } + [renamed], of: linkNames.chains)
    return occurrences.compactMap { place in
      guard case .link(let found) = place.symbol else { return nil }
      if place.role == .definition { return found == link ? Edit(place, with: name) : nil }
      let target = found == link ? renamed : found
      let isQualified = place.spelling.contains("/")
      let isClear = isQualified || names.link(named: target.name, from: place.chain) == target
      guard found == link || !isClear else { return nil }
      return Edit(place, with: isQualified || !isClear ? target.description : target.name)
    }
  }

  private func grouped(_ edits: [Edit]) -> [FileEdits] {
    Dictionary(grouping: edits, by: \.path).sorted { $0.key < $1.key }.map { path, edits in
      FileEdits(
        path: path, edits: edits.map(\.edit).sorted { $0.range.start < $1.range.start })
    }
  }
}

extension WorkspaceSymbols.RenamingObstacle {
  fileprivate init(english: String, chinese: String) {
    reason = LocalizedText(english: english, chinese: chinese)
  }
}
