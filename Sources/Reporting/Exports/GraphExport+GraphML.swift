import GapAnalysis
import IndustryChain

extension GraphExport {
  /// The graph as GraphML, which Gephi, yEd, Cytoscape and networkx read.
  ///
  /// Every attribute is declared with its type; what is unknown has no `data` element.
  public func graphML() -> String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<graphml xmlns="http://graphml.graphdrawing.org/xmlns""#
        + #" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#
        + #" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns"#
        + #" http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"#,
    ]
    let about: [(key: String, value: String?)] = [
      ("date", analysis.day.description), ("region", analysis.region.id.rawValue),
      ("regionNameEn", analysis.region.name.english),
      ("regionNameZh", analysis.region.name.chinese),
    ]
    lines += about.map { Self.declaration($0.key, "string", for: "graph") }
    lines += Self.nodeAttributes.map { Self.declaration($0.key, $0.kind.rawValue, for: "node") }
    lines += Self.edgeAttributes.map { Self.declaration($0.key, $0.kind.rawValue, for: "edge") }
    lines.append(#"  <graph id="links" edgedefault="directed">"#)
    lines += about.compactMap { Self.data($0.key, $0.value, in: "graph", indent: "    ") }
    for node in nodes {
      lines.append("    <node id=\"\(XMLText.escaped(node.link.id.description))\">")
      lines += Self.nodeAttributes.compactMap {
        Self.data($0.key, $0.value(node).flatText, in: "node", indent: "      ")
      }
      lines.append("    </node>")
    }
    for (place, edge) in edges.enumerated() {
      let (source, target) = (edge.supplier.description, edge.buyer.description)
      lines.append(
        "    <edge id=\"e\(place)\" source=\"\(XMLText.escaped(source))\""
          + " target=\"\(XMLText.escaped(target))\">")
      lines += Self.edgeAttributes.compactMap {
        Self.data($0.key, $0.value(edge).flatText, in: "edge", indent: "      ")
      }
      lines.append("    </edge>")
    }
    lines += ["  </graph>", "</graphml>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Ids of keys are unique in a file, so the thing that a key is for stands in front.
  private static func declaration(_ key: String, _ type: String, for thing: String) -> String {
    "  <key id=\"\(thing).\(key)\" for=\"\(thing)\" attr.name=\"\(key)\" attr.type=\"\(type)\"/>"
  }

  private static func data(
    _ key: String, _ text: String?, in thing: String, indent: String
  ) -> String? {
    text.map { "\(indent)<data key=\"\(thing).\(key)\">\(XMLText.escaped($0))</data>" }
  }
}
