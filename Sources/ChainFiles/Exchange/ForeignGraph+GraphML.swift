public import Diagnostics
import IndustryChain
import XMLEvents

extension ForeignGraph {
  /// Reads a graph in GraphML, as networkx, Gephi, yEd and `chaingap export` write it.
  ///
  /// Attributes have the names of their keys, with defaults filled in; a key that is not declared is
  /// its own name. A graph inside a node is a group. Labels of yEd are read, its looks are not. Of
  /// several graphs the first is read. O(length).
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
    guard reader.graphCount > 0 else {
      diagnostics.append(
        .unreadable(file.path, "it is no GraphML: it has no graph", "不是 GraphML 文件：其中没有图"))
      return
    }
    (nodes, edges, attributes) = (reader.nodesWithoutStages, reader.edges, reader.attributes)
    title = Self.titles.compactMap { attributes[$0] }.first
    tellFurtherGraphs(reader.graphCount - 1)
    if !reader.undirected.isEmpty, edges.isEmpty {
      refuseUndirected()
      return
    }
    list(
      reader.undirected, "edges without a direction are not read", "条没有方向的边未导入",
      ("write each from supplier to buyer", "请改为由供应方指向采购方的边"))
    list(
      reader.skipped, "hyperedges, edges without ends or nodes without ids are left out",
      "条超边、缺少端点的边或没有编号的节点未导入", ("write each as edges of two ends", "请改写为两端齐全的边"))
    list(
      reader.ports, "ports are not read", "个端口未导入",
      ("join edges to the nodes themselves", "请将边直接连到节点"))
  }

  /// Lists what has no place in a chain, each with a note.
  private mutating func list(
    _ things: [LocalizedText], _ english: String, _ chinese: String, _ help: (String, String)
  ) {
    guard !things.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .unmappedRow, at: .init(file: file), "\(things.count) \(english)",
        "有 \(things.count) \(chinese)",
        notes: Diagnostic.notes(things),
        help: .init(english: help.0, chinese: help.1)))
  }
}

extension ForeignGraph.Node {
  /// What people call it.
  var name: String { attributes["label"] ?? attributes["name"] ?? id }
}
