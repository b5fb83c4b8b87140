/// What a drawing is written as.
public enum RenderFormat: Hashable, Sendable {
  /// A picture of vectors for screens and browsers.
  case svg
  /// A picture of vectors for print.
  case pdf
  /// A picture of pixels; 96 dots per inch show a diagram on a screen as large as on paper,
  /// 192 suit a slide.
  case png(dotsPerInch: Int)
  /// The graph itself in DOT, with no layout and so without any limit of size.
  case dot
  /// Places and sizes of nodes and edges, a line each.
  case plain
  /// Places, sizes and all attributes in JSON.
  case json

  /// What Graphviz calls the format.
  public var name: String {
    switch self {
    case .svg: "svg"
    case .pdf: "pdf"
    case .png: "png"
    case .dot: "dot"
    case .plain: "plain"
    case .json: "json0"
    }
  }
}

/// A graph as drawn.
public struct Rendering: Hashable, Sendable {
  /// The picture, or the text in UTF-8.
  public let bytes: [UInt8]
  /// What Graphviz said about it while it succeeded.
  public let warnings: [GraphvizMessage]

  /// A picture and what was said about it.
  public init(bytes: [UInt8], warnings: [GraphvizMessage]) {
    self.bytes = bytes
    self.warnings = warnings
  }
}
