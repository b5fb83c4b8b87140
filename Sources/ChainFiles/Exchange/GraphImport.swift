import Diagnostics
import IndustryChain

extension ImportOutcome {
  /// The outcome of a graph: a chain with a link for each node, or the chains of our own export.
  ///
  /// O(size of the graph · log) on average.
  public init(_ graph: ForeignGraph, _ settings: ImportSettings) {
    var reader = GraphImport(graph, settings)
    let chains = reader.chains()
    self.init(reader.diagnostics)
    madeIDs = reader.madeIDs
    let filled = chains.filter { !$0.links.isEmpty }
    guard filled.count <= GraphImport.chainLimit || settings.writesEveryChain else {
      diagnostics.append(.tooManyChains(filled.map(\.id), in: graph.file))
      return
    }
    for chain in filled { files["\(chain.id).yaml"] = .tree(chain.tree(from: graph.file.name)) }
    giveUpAboveLimit(graph.file.path)
  }
}

/// Makes chains of a graph.
struct GraphImport {
  /// More chains than this are files that nobody asked for.
  static let chainLimit = 20
  /// More nodes than this are no chain that anybody could look through; a link takes far more room
  /// than the few letters that name a node.
  static let nodeLimit = 25_000
  /// More inputs than this are no chain either; edges below the least share make none.
  static let inputLimit = 150_000

  let graph: ForeignGraph
  let settings: ImportSettings
  var diagnostics: [Diagnostic]
  private(set) var madeIDs: [ImportOutcome.MadeID] = []
  /// Chain and link of each node's id.
  private(set) var places: [String: (chain: String, link: String)] = [:]
  /// The inputs of each link, by node.
  var inputs: [String: [ImportedChain.Input]] = [:]
  /// The nodes that buy from others, and those that sell to others.
  var (buyers, suppliers) = (Set<String>(), Set<String>())

  init(_ graph: ForeignGraph, _ settings: ImportSettings) {
    self.graph = graph
    self.settings = settings
    diagnostics = graph.diagnostics
  }

  mutating func chains() -> [ImportedChain] {
    guard !graph.nodes.isEmpty else {
      if diagnostics.isEmpty {
        diagnostics.append(.unreadable(graph.file.path, "it has no nodes", "其中没有节点"))
      }
      return []
    }
    guard graph.nodes.count <= Self.nodeLimit else {
      diagnostics.append(.tooManyNodes(graph.nodes.count, in: graph.file))
      return []
    }
    let nodes = uniqueNodes()
    placeNodes(nodes)
    guard readEdges() else {
      diagnostics.append(.tooManyInputs(in: graph.file))
      return []
    }
    tellUnread()
    let stages = stages(of: nodes)
    var chains: [ImportedChain] = []
    var indices: [String: Int] = [:]
    var unselected: [String] = []
    for node in nodes {
      guard let place = places[node.id] else { continue }
      guard node.attributes["selected"] != "false" else {
        unselected.append(node.id)
        continue
      }
      let index = indices[place.chain] ?? chains.count
      if index == chains.count {
        indices[place.chain] = index
        chains.append(chain(place.chain))
      }
      chains[index].links.append(link(node, place.link, in: place.chain, stages[node.id]))
    }
    tell(unselected: unselected)
    return chains
  }

  private func chain(_ id: String) -> ImportedChain {
    let source =
      settings.source
      .map { LocalizedText(guessingLanguageOf: $0) }
      ?? LocalizedText(
        english: "imported from \(graph.file.name)", chinese: "由 \(graph.file.name) 导入")
    let name = id == settings.chain ? settings.name ?? graph.title ?? id : id
    return ImportedChain(
      id: id, name: LocalizedText(guessingLanguageOf: name.withoutControlCharacters),
      grade: settings.source == nil ? .estimate : .reported, source: source, links: [])
  }

  private mutating func uniqueNodes() -> [ForeignGraph.Node] {
    var seen: Set<String> = []
    return graph.nodes.filter { node in
      if seen.insert(node.id).inserted { return true }
      report(
        .repeatedRow, node.range, "the node \"\(node.id)\" stands twice; the first is read",
        "节点“\(node.id)”重复出现，只读取第一个", ("join the two", "请合并"))
      return false
    }
  }

  /// Gives each node its chain and an id there.
  private mutating func placeNodes(_ nodes: [ForeignGraph.Node]) {
    let own = nodes.map(\.ownPlace)
    if !settings.joinsChains, own.allSatisfy({ $0 != nil }) {
      for (node, place) in zip(nodes, own) { places[node.id] = place }
      return
    }
    let kept = Set(nodes.map(\.id).filter(\.isID))
    var maker = IDMaker(stem: "link", used: kept)
    for node in nodes {
      if kept.contains(node.id) {
        places[node.id] = (settings.chain, node.id)
        continue
      }
      // What tells nodes apart is their id; a name only serves where the id is of no use.
      let name = IDMaker.slug(node.id).isEmpty ? englishName(of: node) ?? node.id : node.id
      let id = maker.id(for: name)
      madeIDs.append(ImportOutcome.MadeID(name: node.id, id: id))
      places[node.id] = (settings.chain, id)
    }
  }

  private func englishName(of node: ForeignGraph.Node) -> String? {
    node.attributes["nameEn"] ?? settings.names[node.id]?.english
  }

  mutating func report(
    _ rule: ImportRule, _ range: SourceRange?, _ english: String, _ chinese: String,
    _ help: (String, String), notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(
        rule, at: .init(file: graph.file, range: range), english, chinese, notes: notes,
        help: .init(english: help.0, chinese: help.1)))
  }
}

extension ForeignGraph.Node {
  /// The place of a node of our own export.
  fileprivate var ownPlace: (chain: String, link: String)? {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0].isID, parts[1].isID else { return nil }
    return attributes["chain"].map { $0 == parts[0] } ?? true ? (parts[0], parts[1]) : nil
  }
}

extension Diagnostic {
  /// The finding that a graph is larger than any chain.
  fileprivate static func tooManyNodes(_ count: Int, in file: SourceFile) -> Self {
    Self(
      .unreadableFile, at: .init(file: file),
      "it has \(count) nodes or sectors; at most \(GraphImport.nodeLimit) are imported",
      "其中有 \(count) 个节点或部门，最多导入 \(GraphImport.nodeLimit) 个",
      help: .init(english: "import a part of it", chinese: "请只导入其中一部分"))
  }

  /// The finding that a graph has more edges than any chain.
  fileprivate static func tooManyInputs(in file: SourceFile) -> Self {
    Self(
      .unreadableFile, at: .init(file: file),
      "its edges make more than \(GraphImport.inputLimit) inputs, which is the most that is imported",
      "其中的边对应的投入超过 \(GraphImport.inputLimit) 项，超出导入上限",
      help: .init(
        english: "import a part of it, or leave small shares out with --least-share",
        chinese: "请只导入其中一部分，或用 --least-share 略去较小的投入系数"))
  }

  /// The finding that a graph names so many chains that nobody can have meant a file for each.
  fileprivate static func tooManyChains(_ ids: [String], in file: SourceFile) -> Self {
    let some = ids.prefix(5)
    return Self(
      .unreadableFile, at: .init(file: file),
      "its nodes belong to \(ids.count) chains, each of which would be a file: "
        + some.map { "\"\($0)\"" }.joined(separator: ", ") + ", …",
      "图中的节点分属 \(ids.count) 条产业链，每条将写成一个文件："
        + some.map { "“\($0)”" }.joined(separator: "、") + "等",
      help: .init(
        english:
          "add --every-chain to write them all, or --chain ID to put everything into one chain",
        chinese: "确要逐条写出，请加 --every-chain；要合为一条链，请加 --chain 编号"))
  }
}
