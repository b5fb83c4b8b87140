public import Diagnostics
import IndustryChain
import XMLEvents

extension ForeignGraph {
  /// Reads a graph in GraphML, as networkx, Gephi, yEd and `chaingap export` write it.
  ///
  /// Attributes have the names of their keys, with defaults filled in; a graph inside a node is a
  /// group. Labels of yEd are read, its looks are not. O(length).
  public init(graphML file: SourceFile) {
    self.init(file)
    let reader = GraphMLReader()
    do {
      var bounds = GraphMLBounds(length: file.text.utf8.count)
      try XMLReader.read(Array(file.text.utf8)) { event in
        try bounds.take(event)
        reader.take(event)
      }
    } catch let flaw as GraphMLBounds.Flaw {
      diagnostics.append(.unreadable(file.path, flaw.words.english, flaw.words.chinese))
      return
    } catch {
      diagnostics.append(
        .unreadable(file.path, "it is no GraphML: \(error)", "不是 GraphML 文件：\(error)"))
      return
    }
    guard reader.hasGraph else {
      diagnostics.append(
        .unreadable(file.path, "it is no GraphML: it has no graph", "不是 GraphML 文件：其中没有图"))
      return
    }
    (nodes, edges) = (reader.nodes, reader.edges)
    if reader.skippedCount > 0 {
      diagnostics.append(
        Diagnostic(
          .unmappedRow, at: .init(file: file),
          "\(reader.skippedCount) hyperedges, edges without ends or nodes without ids are left out",
          "有 \(reader.skippedCount) 条超边、缺少端点的边或没有编号的节点未导入",
          help: .init(english: "write each as edges of two ends", chinese: "请改写为两端齐全的边")))
    }
  }
}

/// Collects nodes and edges from what a GraphML text says.
private final class GraphMLReader {
  private(set) var nodes: [ForeignGraph.Node] = []
  private(set) var edges: [ForeignGraph.Edge] = []
  private(set) var hasGraph = false
  private(set) var skippedCount = 0

  private struct Key {
    let name: String
    let domain: String
    var fallback: String?
  }

  private var keys: [String: Key] = [:]
  private var openKey: String?
  /// The nodes that the reader is inside of, by their places; `nil` for one without an id.
  private var openNodes: [Int?] = []
  private var openEdge: ForeignGraph.Edge?
  private var data: (key: String, text: String)?
  private var label: String?
  private var isDefault = false

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

  private func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "key":
      guard let id = attributes["id"] else { return }
      let domain = attributes["for"] ?? "all"
      keys[id] = Key(name: attributes["attr.name"] ?? id, domain: domain)
      openKey = id
    case "default": isDefault = true
    case "graph": hasGraph = true
    case "node":
      guard let id = attributes["id"] else {
        skippedCount += 1
        openNodes.append(nil)
        return
      }
      let groups = openNodes.compactMap { $0.map { nodes[$0].name } }
      openNodes.append(nodes.count)
      nodes.append(ForeignGraph.Node(id: id, attributes: defaults(of: "node"), groups: groups))
    case "edge":
      guard let source = attributes["source"], let target = attributes["target"] else {
        skippedCount += 1
        return
      }
      openEdge = ForeignGraph.Edge(
        source: source, target: target, attributes: defaults(of: "edge"))
    case "hyperedge": skippedCount += 1
    case "data": data = attributes["key"].map { ($0, "") }
    case "NodeLabel", "EdgeLabel": if data != nil { label = "" }
    default: break
    }
  }

  private func end(_ name: String) {
    switch name {
    case "key": openKey = nil
    case "default": isDefault = false
    case "node": _ = openNodes.popLast()
    case "edge":
      if let edge = openEdge { edges.append(edge) }
      openEdge = nil
    case "NodeLabel", "EdgeLabel":
      if let text = label?.trimmed, !text.isEmpty { set("label", text) }
      label = nil
    case "data":
      if let (key, text) = data, let known = keys[key], !text.trimmed.isEmpty {
        set(known.name, text.trimmed)
      }
      data = nil
    default: break
    }
  }

  private func set(_ name: String, _ text: String) {
    if openEdge != nil {
      openEdge?.attributes[name] = text
    } else if let place = openNodes.last ?? nil {
      nodes[place].attributes[name] = text
    }
  }

  private func defaults(of domain: String) -> [String: String] {
    var defaults: [String: String] = [:]
    for key in keys.values where key.domain == domain || key.domain == "all" {
      defaults[key.name] = key.fallback?.trimmed
    }
    return defaults
  }
}

extension ForeignGraph.Node {
  /// What people call it.
  var name: String { attributes["label"] ?? attributes["name"] ?? id }
}
