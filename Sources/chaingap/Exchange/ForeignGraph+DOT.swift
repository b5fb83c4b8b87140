import ChainFiles
import Diagnostics
import Graphviz
import IndustryChain

extension ForeignGraph {
  /// Reads a graph in DOT; of several in a file, the first.
  ///
  /// O(length) beside Graphviz's own parser.
  init(dot file: SourceFile) {
    self.init(file)
    do throws(RenderError) {
      let parsed = try ParsedGraph(file.text)
      take(parsed)
      tellFurtherGraphs(parsed.furtherGraphCount)
      if !parsed.isDirected { refuseUndirected() }
    } catch {
      let reason = error.phrase
      diagnostics.append(.unreadable(file.path, reason.english, reason.chinese))
    }
  }

  private mutating func take(_ parsed: ParsedGraph) {
    var unread = takeTitle(of: parsed)
    // What a picture needs to hold its parts in place is no part of the chain.
    let hidden = Set(parsed.nodes.filter { $0.attributes.isInvisible }.map(\.name))
    for node in parsed.nodes where !hidden.contains(node.name) {
      let (attributes, rest) = Self.said(node.attributes, node.markup, of: node.name)
      unread += rest.map { "\"\(node.name)\": \($0)" }
      nodes.append(Node(id: node.name, attributes: attributes, groups: node.clusters))
    }
    var hiddenEdges: [String] = []
    for edge in parsed.edges {
      let name = "\"\(edge.tail)\" → \"\(edge.head)\""
      guard !edge.attributes.isInvisible, !hidden.contains(edge.tail), !hidden.contains(edge.head)
      else {
        hiddenEdges.append(name)
        continue
      }
      var (attributes, rest) = Self.said(
        edge.attributes, edge.markup, of: "\(edge.tail)->\(edge.head)")
      unread += rest.map { "\(name): \($0)" }
      // A whole weight is how hard the layout pulls; a decimal one is somebody's figure.
      if attributes["weight"]?.contains(".") == false {
        attributes["weight"] = nil
        leftOut.insert("weight")
      }
      edges.append(Edge(source: edge.tail, target: edge.head, attributes: attributes))
    }
    tell(markup: unread)
    tell(hidden: hidden.sorted().map { "\"\($0)\"" } + hiddenEdges)
    tell(parsed.warnings)
  }

  /// Takes what is said of the graph as a whole; its label is what it is called, else its name.
  ///
  /// - Returns: What cannot be read.
  private mutating func takeTitle(of parsed: ParsedGraph) -> [String] {
    let (said, unread) = Self.said(parsed.attributes, parsed.markup, of: parsed.name ?? "")
    attributes = said
    for name in parsed.clusterAttributes where name != "label" && attributes[name] == nil {
      attributes[name] = ""
    }
    // Names that programs give are none.
    let name = parsed.name.flatMap {
      ["g", "graph", "digraph"].contains($0.lowercased()) ? nil : $0
    }
    title = attributes["label"] ?? name
    return unread.map { "\"\(parsed.name ?? file.name)\": \($0)" }
  }

  /// The attributes with labels as plain text, and the names of those in markup that is none.
  private static func said(
    _ attributes: [String: String], _ markup: [String: String], of name: String
  ) -> (attributes: [String: String], unread: [String]) {
    var said = attributes
    if let label = attributes["label"] { said["label"] = LabelText.plain(label, of: name) }
    var unread: [String] = []
    for (key, text) in markup.sorted(by: { $0.key < $1.key }) {
      if let plain = LabelText.plain(markup: text) { said[key] = plain } else { unread.append(key) }
    }
    if said["label"]?.isEmpty == true { said["label"] = nil }
    return (said, unread)
  }

  /// Lists what is written as a table or a picture, of which nobody can tell what it means.
  private mutating func tell(markup names: [String]) {
    guard !names.isEmpty else { return }
    list(
      .unmappedValue, names,
      "\(names.count) HTML labels hold tables or pictures, and are not read",
      "有 \(names.count) 个 HTML 标签含表格或图片，未导入",
      help: .init(
        english: "write the name as plain text", chinese: "请将名称写成普通文字"))
  }

  private mutating func tell(hidden names: [String]) {
    guard !names.isEmpty else { return }
    list(
      .leftOut, names, "\(names.count) invisible nodes and edges are left out",
      "有 \(names.count) 个不可见的节点或边未导入")
  }

  private mutating func tell(_ warnings: [GraphvizMessage]) {
    guard !warnings.isEmpty else { return }
    list(
      .leftOut, warnings.map(\.text), "Graphviz has remarks on the text",
      "Graphviz 对该文件有提示")
  }

  private mutating func list(
    _ rule: ImportRule, _ names: [String], _ english: String, _ chinese: String,
    help: LocalizedText? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        id: rule.id, severity: rule.severity, location: .init(file: file),
        message: .init(english: english, chinese: chinese),
        notes: Diagnostic.notes(names.map { .init(english: $0, chinese: $0) }), help: help))
  }
}

extension [String: String] {
  /// Whether Graphviz draws nothing for it.
  fileprivate var isInvisible: Bool {
    self["style"]?.split(separator: ",").contains { $0 == "invis" || $0 == " invis" } == true
  }
}
