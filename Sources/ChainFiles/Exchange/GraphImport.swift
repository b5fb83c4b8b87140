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
    for chain in chains where !chain.links.isEmpty {
      files["\(chain.id).yaml"] = .tree(chain.tree(from: graph.file.name))
    }
    giveUpAboveLimit(graph.file.path)
  }
}

/// Makes chains of a graph.
private struct GraphImport {
  private let graph: ForeignGraph
  private let settings: ImportSettings
  private(set) var diagnostics: [Diagnostic]
  private(set) var madeIDs: [ImportOutcome.MadeID] = []
  /// Chain and link of each node's id.
  private var places: [String: (chain: String, link: String)] = [:]
  /// The inputs of each link, by node.
  private var inputs: [String: [ImportedChain.Input]] = [:]
  /// The nodes that buy from others, and those that sell to others.
  private var (buyers, suppliers) = (Set<String>(), Set<String>())

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
    let nodes = uniqueNodes()
    placeNodes(nodes)
    readEdges()
    tellUnread()
    let stages = stages(of: nodes)
    var chains: [ImportedChain] = []
    for node in nodes {
      guard let place = places[node.id], node.attributes["selected"] != "false" else { continue }
      let index = chains.firstIndex { $0.id == place.chain } ?? chains.count
      if index == chains.count { chains.append(chain(place.chain)) }
      chains[index].links.append(link(node, place.link, in: place.chain, stages[node.id]))
    }
    return chains
  }

  private func chain(_ id: String) -> ImportedChain {
    let source =
      settings.source
      .map { LocalizedText(guessingLanguageOf: $0) }
      ?? LocalizedText(
        english: "imported from \(graph.file.name)", chinese: "由 \(graph.file.name) 导入")
    let isOwn = id != settings.chain
    return ImportedChain(
      id: id, name: LocalizedText(guessingLanguageOf: isOwn ? id : settings.name ?? id),
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
    if own.allSatisfy({ $0 != nil }) {
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

  private mutating func readEdges() {
    var entries: [String: [Entry: Int]] = [:]
    var below: [String: (count: Int, sum: Double)] = [:]
    for edge in graph.edges {
      if diagnostics.count > ImportOutcome.findingLimit { break }
      guard let supplier = places[edge.source], let buyer = places[edge.target] else {
        let stranger = places[edge.source] == nil ? edge.source : edge.target
        report(
          .unmappedRow, edge.range, "the edge names \"\(stranger)\", which is no node",
          "边中的“\(stranger)”不是节点", ("add the node, or delete the edge", "请补上该节点，或删去这条边"))
        continue
      }
      var input = ImportedChain.Input(
        supplier: supplier.chain == buyer.chain
          ? supplier.link : "\(supplier.chain)/\(supplier.link)")
      input.share = share(of: edge)
      if let share = input.share.flatMap(Double.init), share < settings.leastShare {
        below[edge.target, default: (0, 0)].count += 1
        below[edge.target]?.sum += share
        continue
      }
      if edge.source != edge.target {
        buyers.insert(edge.target)
        suppliers.insert(edge.source)
      }
      switch edge.attributes["route"] {
      case "processing": input.route = .processing
      case "returnFlow", "return": input.route = .comesBack
      default: break
      }
      input.isCritical = edge.attributes["critical"]?.isYes == true
      input.grade = edge.attributes["shareGrade"].flatMap { Grade(rawValue: $0)?.rawValue }
      input.source = LocalizedText(
        english: edge.attributes["shareSourceEn"], chinese: edge.attributes["shareSourceZh"])
      let entry = Entry(supplier: input.supplier, isProcessing: input.route == .processing)
      if let index = entries[edge.target]?[entry] {
        add(input, to: edge.target, at: index, edge)
      } else {
        entries[edge.target, default: [:]][entry] = inputs[edge.target]?.count ?? 0
        inputs[edge.target, default: []].append(input)
      }
    }
    tell(below)
  }

  private struct Entry: Hashable {
    let supplier: String
    let isProcessing: Bool
  }

  /// Adds the share of an edge to that of an earlier one between the same links.
  private mutating func add(
    _ input: ImportedChain.Input, to buyer: String, at index: Int, _ edge: ForeignGraph.Edge
  ) {
    let shares = [inputs[buyer]?[index].share, input.share].compactMap { $0.flatMap(Double.init) }
    if shares.count == 2 {
      inputs[buyer]?[index].share = shares.reduce(0, +).shareText
    } else {
      let known = inputs[buyer]?[index].share
      inputs[buyer]?[index].share = known ?? input.share
    }
    report(
      .repeatedRow, edge.range,
      "\"\(edge.target)\" buys from \"\(edge.source)\" in an earlier row already; the shares are added up",
      "“\(edge.target)”向“\(edge.source)”采购在前面已出现，投入系数已相加",
      ("see whether the sum is meant", "请确认是否应当相加"))
  }

  /// The share of an edge as its file spells it, `nil` and a finding where it is none.
  private mutating func share(of edge: ForeignGraph.Edge) -> String? {
    let candidates = ["share", "weight", "coefficient", "投入系数", "label"]
    guard let key = candidates.first(where: { edge.attributes[$0] != nil }),
      let text = edge.attributes[key]
    else { return nil }
    var number = text.halfWidth.trimmed
    let isPercent = number.hasSuffix("%")
    if isPercent { number.removeLast() }
    guard let value = Double(number), value.isFinite else {
      // A label may say anything.
      if key == "label" { return nil }
      refuseShare(text, of: edge)
      return nil
    }
    let share = isPercent ? value / 100 : value
    guard (0...1).contains(share) else {
      refuseShare(text, of: edge)
      return nil
    }
    let isPlain = number.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    return isPlain && !isPercent ? number : share.shareText
  }

  private mutating func refuseShare(_ text: String, of edge: ForeignGraph.Edge) {
    report(
      .unmappedValue, edge.range,
      "\"\(text.shortened)\" is no share: \"\(edge.source)\" → \"\(edge.target)\" has none now",
      "“\(text.shortened)”不是投入系数，“\(edge.source)”→“\(edge.target)”按未知处理",
      ("write a number from 0 to 1", "请填写 0 到 1 之间的数"))
  }

  private mutating func tell(_ below: [String: (count: Int, sum: Double)]) {
    guard !below.isEmpty else { return }
    let count = below.values.reduce(0) { $0 + $1.count }
    let sum = below.values.reduce(0) { $0 + $1.sum }
    let least = settings.leastShare.shareText
    let notes = below.sorted { $0.key < $1.key }.map { buyer, part in
      Diagnostic.Note(
        LocalizedText(
          english: "\"\(buyer)\": \(part.count) inputs, \(part.sum.shareText) together",
          chinese: "“\(buyer)”：\(part.count) 项投入，合计 \(part.sum.shareText)"))
    }
    diagnostics.append(
      Diagnostic(
        .belowLeastShare, at: .init(file: graph.file),
        "\(count) shares below \(least) are left out, \(sum.shareText) together",
        "有 \(count) 项投入系数低于 \(least)，未导入，合计 \(sum.shareText)", notes: notes,
        help: .init(
          english: "lower --least-share to have them", chinese: "如需导入，请调低 --least-share")))
  }

  private mutating func stages(
    of nodes: [ForeignGraph.Node]
  ) -> [String: Stage] {
    var stages: [String: Stage] = [:]
    var guessed: [String] = []
    for node in nodes {
      if let stage = node.stage {
        stages[node.id] = stage
        continue
      }
      guessed.append(node.id)
      switch (buyers.contains(node.id), suppliers.contains(node.id)) {
      case (false, true): stages[node.id] = .upstream
      case (true, false): stages[node.id] = .downstream
      default: stages[node.id] = .midstream
      }
    }
    if !guessed.isEmpty {
      let some = guessed.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
      let more = guessed.count > 5 ? ", …" : ""
      diagnostics.append(
        Diagnostic(
          .guessedStage, at: .init(file: graph.file),
          "the stages of \(guessed.count) links are set from who buys from whom: \(some)\(more)",
          "有 \(guessed.count) 个环节的上中下游按采购关系推定：\(some)\(more)",
          help: .init(english: "look them through", chinese: "请逐一核对")))
    }
    return stages
  }

  private func link(
    _ node: ForeignGraph.Node, _ id: String, in chain: String, _ stage: Stage?
  ) -> ImportedChain.Link {
    var link = ImportedChain.Link(
      id: id,
      name: node.localizedName ?? settings.names[node.id]
        ?? .init(
          guessingLanguageOf: node.attributes["label"].flatMap { $0.contains("\\N") ? nil : $0 }
            ?? node.attributes["name"] ?? node.id), stage: stage ?? .midstream)
    link.kind = node.attributes["kind"].flatMap(LinkKind.init)
    link.inputs = inputs[node.id] ?? []
    if node.attributes["valueAddedGrade"] != Grade.assumed.rawValue,
      let share = node.attributes["valueAdded"], let value = Double(share), (0...1).contains(value)
    {
      link.valueAdded = share
    }
    if let umbrella = node.attributes["variantOf"].flatMap({ places[$0] }) {
      link.variantOf =
        umbrella.chain == chain ? umbrella.link : "\(umbrella.chain)/\(umbrella.link)"
    }
    return link
  }

  /// Tells which attributes have no place in a chain.
  private mutating func tellUnread() {
    let read: Set = [
      "nameEn", "nameZh", "label", "name", "chain", "selected", "stage", "kind", "variantOf",
      "valueAdded", "valueAddedGrade", "share", "weight", "coefficient", "投入系数", "route",
      "critical", "shareGrade", "shareSourceEn", "shareSourceZh", "cluster",
    ]
    var names: Set<String> = []
    for node in graph.nodes { names.formUnion(node.attributes.keys) }
    for edge in graph.edges { names.formUnion(edge.attributes.keys) }
    let unread = names.subtracting(read)
    let harmless = unread.filter {
      ForeignGraph.looks.contains($0) || ForeignGraph.results.contains($0)
    }
    if !harmless.isEmpty {
      let list = harmless.sorted().joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .leftOut, at: .init(file: graph.file),
          "what says how it looks or what was worked out is left out: \(list)",
          "外观与计算结果类属性不导入：\(list)"))
    }
    let lost = unread.subtracting(harmless)
    guard !lost.isEmpty else { return }
    let list = lost.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .unmappedColumn, at: .init(file: graph.file),
        "attributes have no place in a chain and are not read: \(list)",
        "以下属性在产业链文件中没有对应的内容，未导入：\(list)",
        help: .init(
          english: "see Docs/Exchange.md for those that are read",
          chinese: "可导入的属性见 Docs/Exchange.md")))
  }

  private mutating func report(
    _ rule: ImportRule, _ range: SourceRange?, _ english: String, _ chinese: String,
    _ help: (String, String)
  ) {
    diagnostics.append(
      Diagnostic(
        rule, at: .init(file: graph.file, range: range), english, chinese,
        help: .init(english: help.0, chinese: help.1)))
  }
}

extension ForeignGraph {
  /// Attributes of Graphviz and others that say how a graph looks.
  fileprivate static let looks: Set = [
    "shape", "color", "fillcolor", "style", "fontname", "fontsize", "fontcolor", "pos", "width",
    "height", "penwidth", "arrowhead", "arrowtail", "arrowsize", "dir", "rank", "group", "margin",
    "tooltip", "edgetooltip", "labeltooltip", "URL", "href", "id", "class", "target", "minlen",
    "constraint", "x", "y", "z", "size", "r", "g", "b", "Label", "headport", "tailport",
    "ordering", "peripheries", "regular", "fixedsize", "labelfontsize", "xlabel", "image",
  ]

  /// Attributes of our own export that an analysis has worked out.
  fileprivate static let results: Set = [
    "coverage", "supplyMillionCNY", "demandMillionCNY", "localSupplyRatio", "leakageMillionCNY",
    "localContent", "selfDemand", "plantOutputMillionCNY", "plantOutputGrade", "opportunity",
    "list", "rank", "score", "impact", "feasibility", "firms",
  ]
}

extension ForeignGraph.Node {
  /// The place of a node of our own export.
  fileprivate var ownPlace: (chain: String, link: String)? {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0].isID, parts[1].isID else { return nil }
    return attributes["chain"].map { $0 == parts[0] } ?? true ? (parts[0], parts[1]) : nil
  }

  /// The name in the languages that are told apart.
  fileprivate var localizedName: LocalizedText? {
    let name = LocalizedText(english: attributes["nameEn"], chinese: attributes["nameZh"])
    return name.isEmpty ? nil : name
  }

  /// The stage that an attribute or a group names.
  fileprivate var stage: Stage? {
    ([attributes["stage"]] + groups.reversed()).lazy.compactMap { $0 }
      .compactMap { Stage(named: $0) }.first
  }
}

extension Stage {
  /// The stage of a word in English or Chinese.
  init?(named word: String) {
    switch word.lowercased() {
    case "upstream", "上游": self = .upstream
    case "midstream", "中游": self = .midstream
    case "downstream", "下游": self = .downstream
    case "supporting", "配套": self = .supporting
    default: return nil
    }
  }
}
