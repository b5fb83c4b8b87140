/// The text of a graph in the DOT language.
///
/// Every name and value is quoted, the graph is named, and statements are sorted, so that equal
/// graphs give equal bytes and no text is mistaken for syntax.
public struct DOTSource: Hashable, Sendable, CustomStringConvertible {
  /// The text in UTF-8.
  ///
  /// Of a graph written down here there is no NUL and no control character but line feed in it.
  public let bytes: [UInt8]

  /// Writes a graph down, in O(n log n) for the sorting and linear time for the rest.
  public init(_ graph: Digraph) {
    var encoder = DOTEncoder(graph)
    encoder.append(graph)
    bytes = encoder.bytes
  }

  /// Takes what another source had written.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Takes text as it is, for tests of what Graphviz says about broken text.
  init(verbatim text: String) { bytes = Array(text.utf8) }

  /// The text.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
