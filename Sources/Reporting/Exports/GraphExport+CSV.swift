import IndustryChain

extension GraphExport {
  /// The links as CSV with one row a node: `id`, then the attributes.
  ///
  /// What is unknown is an empty field, and no text can become a formula.
  public func linksCSV() -> String {
    CSVText.file(
      [[.text("id")] + Self.nodeAttributes.map { .text($0.key) }]
        + nodes.map { node in
          [.text(node.link.id.description)] + Self.nodeAttributes.map { $0.value(node).field }
        })
  }

  /// What the links buy as CSV with one row an edge: `source` (supplier), `target` (buyer), then
  /// the attributes.
  public func inputsCSV() -> String {
    CSVText.file(
      [[.text("source"), .text("target")] + Self.edgeAttributes.map { .text($0.key) }]
        + edges.map { edge in
          [.text(edge.supplier.description), .text(edge.buyer.description)]
            + Self.edgeAttributes.map { $0.value(edge).field }
        })
  }
}
