import GapAnalysis
import IndustryChain

extension GraphExport {
  /// The name and version of the JSON format; `Docs/schema/graph.schema.json` describes it.
  public static let jsonSchema = "chaingap.graph/1"

  /// The graph as JSON in node-link form, which networkx and D3 read.
  ///
  /// Keys are sorted, units stand in their names, and what is unknown is null.
  public func json() -> String {
    analysis.document(
      schema: Self.jsonSchema,
      [
        "directed": .bool(true),
        "multigraph": .bool(true),
        "nodes": .array(
          nodes.map { node in
            Self.object(
              Self.nodeAttributes, of: node, with: ["id": .string(node.link.id.description)])
          }),
        "edges": .array(
          edges.map { edge in
            Self.object(
              Self.edgeAttributes, of: edge,
              with: [
                "source": .string(edge.supplier.description),
                "target": .string(edge.buyer.description),
              ])
          }),
      ]
    ).text()
  }

  private static func object<Element>(
    _ attributes: [ExportAttribute<Element>], of element: Element, with ends: [String: JSONValue]
  ) -> JSONValue {
    .object(attributes.reduce(into: ends) { $0[$1.key] = $1.value(element).json })
  }
}
