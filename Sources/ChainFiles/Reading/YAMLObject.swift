import Diagnostics
import YAML

/// The values of an object by the keys of its schema; a blank value counts as absent.
@safe struct YAMLObject {
  /// The greatest number of keys that a schema may have.
  static let capacity = 16

  // Schemas are never freed; counting who holds them would have all threads write to one place.
  private unowned(unsafe) let uncountedSchema: ObjectSchema
  private let node: YAMLNode
  /// Where the key of each entry of the schema stands in the tree, 0 where it does not.
  private var places = InlineArray<16, Int32>(repeating: 0)

  /// An object that holds nothing yet of what stands at a node.
  init(_ schema: ObjectSchema, of node: YAMLNode) {
    unsafe uncountedSchema = schema
    self.node = node
  }

  var schema: ObjectSchema { unsafe uncountedSchema }

  /// Takes an entry by the place of its key in the schema; where the key was there already it stays,
  /// and the answer is its range.
  mutating func put(_ key: YAMLNode, _ value: YAMLNode, at index: Int) -> SourceRange? {
    guard places[index] == 0 else { return self.key(at: index)?.range }
    places[index] = Int32(clamping: key.position)
    return nil
  }

  /// The value of a key, `nil` where it is absent or blank.
  ///
  /// O(keys of the schema); what is asked for often is looked up by its place.
  subscript(key: String) -> YAMLNode? { schema.index(of: key).flatMap(value) }

  /// The value of the key at a place in the schema, `nil` where it is absent or blank.
  func value(at index: Int) -> YAMLNode? {
    guard let value = key(at: index)?.following, !value.isBlank else { return nil }
    return value
  }

  /// Where a key stands.
  func range(of key: String) -> SourceRange? { schema.index(of: key).flatMap(self.key)?.range }

  private func key(at index: Int) -> YAMLNode? {
    places[index] == 0 ? nil : node.node(at: Int(places[index]))
  }
}
