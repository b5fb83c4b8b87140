public import Graphviz

extension ChainDiagram {
  /// The drawing without title and key, to stand small among text that says both.
  public func smallDigraph() -> Digraph {
    var drawing = digraph()
    drawing.attributes[.label] = nil
    return drawing
  }
}
