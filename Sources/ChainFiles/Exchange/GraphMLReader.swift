import IndustryChain
import XMLEvents

/// Collects nodes and edges from what a GraphML text says.
final class GraphMLReader {
  private(set) var nodes: [ForeignGraph.Node] = []
  private(set) var edges: [ForeignGraph.Edge] = []
  /// What is said of the graph as a whole.
  private(set) var attributes: [String: String] = [:]
  /// How many graphs stand side by side; the first is read.
  private(set) var graphCount = 0
  /// The edges that have no direction, and the ports.
  private(set) var (undirected, ports) = ([LocalizedText](), [LocalizedText]())
  /// Hyperedges, and what lacks an id or an end.
  private(set) var skipped: [LocalizedText] = []

  private struct Key {
    let name: String
    let domain: String
    var fallback: String?
  }

  /// What data belong to.
  private enum Owner {
    case graph
    /// `nil` for a node without an id.
    case node(Int?)
    /// `nil` for an edge that is not read.
    case edge(ForeignGraph.Edge?)
    case nothing
  }

  private var keys: [String: Key] = [:]
  private var openKey: String?
  /// What the reader is inside of.
  private var owners: [Owner] = []
  /// Whether the edges of the open graphs have a direction, the outermost first.
  private var directions: [Bool] = []
  /// The nodes that hold a graph.
  private var groups: Set<Int> = []
  private var data: (name: String, text: String)?
  private var label: String?
  private var isDefault = false
  /// The open hyperedge's id and ends.
  private var hyperedge: (id: String, ends: [String])?

  func take(_ event: XMLEvent) {
    switch event {
    case .start(let name, let attributes): begin(name, attributes)
    case .end(let name): end(name)
    case .text(let text):
      if label != nil {
        label? += text
      } else if data != nil {
        data?.text += text
      } else if isDefault, let openKey {
        let before = keys[openKey]?.fallback ?? ""
        keys[openKey]?.fallback = before + text
      }
    }
  }

  /// The nodes without those that only stand for a stage.
  var nodesWithoutStages: [ForeignGraph.Node] {
    let ends = Set(edges.flatMap { [$0.source, $0.target] })
    return nodes.enumerated().filter { place, node in
      !groups.contains(place) || ends.contains(node.id) || Stage(named: node.name) == nil
    }.map(\.element)
  }

  /// Whether a graph is open that is not the first.
  private var isPastFirst: Bool { graphCount > 1 }

  private func begin(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "key":
      guard let id = attributes["id"] else { return }
      keys[id] = Key(name: attributes["attr.name"] ?? id, domain: attributes["for"] ?? "all")
      openKey = id
    case "default": isDefault = true
    case "graph": beginGraph(attributes)
    case "node": beginNode(attributes)
    case "edge": beginEdge(attributes)
    case "hyperedge":
      hyperedge = (attributes["id"] ?? "", [])
    case "endpoint": if let node = attributes["node"] { hyperedge?.ends.append(node) }
    case "port":
      guard !isPastFirst else { return }
      let owner = openNode.map { nodes[$0].id }
      let name = [owner, attributes["name"]].compactMap { $0 }.joined(separator: ":")
      ports.append(.init(english: name, chinese: name))
    case "data": data = attributes["key"].map { (keys[$0]?.name ?? $0, "") }
    case "desc": if openKey == nil, !owners.isEmpty { data = ("desc", "") }
    case "NodeLabel", "EdgeLabel": if data != nil { label = "" }
    default: break
    }
  }

  private func beginGraph(_ attributes: XMLAttributes) {
    if directions.isEmpty { graphCount += 1 }
    directions.append(attributes["edgedefault"] != "undirected")
    if let openNode { groups.insert(openNode) }
    // What is said of a graph inside a node is said of the group.
    if owners.isEmpty, !isPastFirst {
      owners.append(.graph)
      self.attributes = defaults(of: "graph")
    } else {
      owners.append(owners.last ?? .nothing)
    }
  }

  private func beginNode(_ attributes: XMLAttributes) {
    guard !isPastFirst else { return owners.append(.nothing) }
    guard let id = attributes["id"] else {
      skip("a node", "节点", [])
      return owners.append(.node(nil))
    }
    let places = owners.compactMap { owner -> Int? in
      if case .node(let place) = owner { place } else { nil }
    }
    // The graph inside a node counts as the node once more.
    var names: [String] = []
    for (index, place) in places.enumerated() where index == 0 || places[index - 1] != place {
      names.append(nodes[place].name)
    }
    owners.append(.node(nodes.count))
    nodes.append(ForeignGraph.Node(id: id, attributes: defaults(of: "node"), groups: names))
  }

  private func beginEdge(_ attributes: XMLAttributes) {
    guard !isPastFirst else { return owners.append(.nothing) }
    guard let source = attributes["source"], let target = attributes["target"] else {
      skip("an edge", "边", [attributes["source"], attributes["target"]].compactMap { $0 })
      return owners.append(.edge(nil))
    }
    let isDirected = attributes["directed"].map { $0 != "false" } ?? directions.last ?? true
    guard isDirected else {
      undirected.append(.init(english: "\(source) – \(target)", chinese: "\(source) – \(target)"))
      return owners.append(.edge(nil))
    }
    var values = defaults(of: "edge")
    for port in ["sourceport", "targetport"] { values[port] = attributes[port] }
    owners.append(.edge(ForeignGraph.Edge(source: source, target: target, attributes: values)))
  }

  private func end(_ name: String) {
    switch name {
    case "key": openKey = nil
    case "default": isDefault = false
    case "graph":
      _ = directions.popLast()
      _ = owners.popLast()
    case "node": _ = owners.popLast()
    case "edge": if case .edge(let edge?)? = owners.popLast() { edges.append(edge) }
    case "hyperedge":
      if let (id, ends) = hyperedge { skip("the hyperedge \(id)", "超边\(id)", ends) }
      hyperedge = nil
    case "NodeLabel", "EdgeLabel":
      if let text = label?.trimmed, !text.isEmpty { setLabel(text) }
      label = nil
    case "data", "desc":
      if let (name, text) = data, !text.trimmed.isEmpty { set(name, text.trimmed) }
      data = nil
    default: break
    }
  }

  private var openNode: Int? {
    if case .node(let place)? = owners.last { place } else { nil }
  }

  /// A second label of yEd is an attribute of its own.
  private func setLabel(_ text: String) {
    let known: String? =
      switch owners.last {
      case .node(let place?)?: nodes[place].attributes["label"]
      case .edge(let edge?)?: edge.attributes["label"]
      default: nil
      }
    if known != text { set(known == nil ? "label" : "label 2", text) }
  }

  private func set(_ name: String, _ text: String) {
    guard hyperedge == nil, !isPastFirst else { return }
    switch owners.last {
    case .graph?: attributes[name] = text
    case .node(let place?)?: nodes[place].attributes[name] = text
    case .edge(var edge?)?:
      edge.attributes[name] = text
      owners[owners.count - 1] = .edge(edge)
    default: break
    }
  }

  private func skip(_ english: String, _ chinese: String, _ ends: [String]) {
    guard !isPastFirst else { return }
    guard !ends.isEmpty else {
      return skipped.append(.init(english: english, chinese: chinese))
    }
    skipped.append(
      .init(
        english: "\(english): \(ends.joined(separator: ", "))",
        chinese: "\(chinese)：\(ends.joined(separator: "、"))"))
  }

  private func defaults(of domain: String) -> [String: String] {
    var defaults: [String: String] = [:]
    for key in keys.values where key.domain == domain || key.domain == "all" {
      defaults[key.name] = key.fallback?.trimmed
    }
    return defaults
  }
}
