/// One thing that an XML text says, in the order of the text.
public enum XMLEvent: Hashable, Sendable {
  /// An element begins; names are without their namespaces.
  case start(String, attributes: XMLAttributes)
  /// Text inside an element; a long one may come in pieces.
  case text(String)
  /// An element ends.
  case end(String)
}

/// Why an XML text cannot be read, and where.
public struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of obstacle.
  public enum Reason: Hashable, Sendable {
    /// The text is not well formed; what the parser says about it.
    case syntax(String)
    /// The text declares an entity, a few lines of which can stand for billions of letters.
    case entityDeclaration
    /// Elements stand inside each other more than `XMLReader.deepest` deep.
    case tooDeep
    /// The parser found no memory.
    case noMemory
  }

  /// What the obstacle is.
  public let reason: Reason
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in bytes.
  public let column: Int

  /// What is wrong, in English.
  public var description: String {
    switch reason {
    case .syntax(let message): "\(message) (line \(line), column \(column))"
    case .entityDeclaration: "it declares an entity (line \(line))"
    case .tooDeep: "its elements are nested more than \(XMLReader.deepest) deep (line \(line))"
    case .noMemory: "there is not enough memory"
    }
  }
}
