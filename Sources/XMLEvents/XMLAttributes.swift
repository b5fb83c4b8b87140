/// The attributes of an element by their names, without namespaces.
///
/// Most elements have two or three, which are found sooner one by one than by their hashes.
public struct XMLAttributes: Hashable, Sendable {
  private struct Attribute: Hashable {
    let name: String
    let value: String
  }

  private var attributes: [Attribute] = []

  /// The value of an attribute, `nil` where there is none of that name; O(attributes).
  public subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  mutating func append(_ name: String, _ value: String) {
    attributes.append(Attribute(name: name, value: value))
  }

  /// Adds those of other attributes whose names are not there yet.
  mutating func append(_ others: Self) {
    guard !others.attributes.isEmpty else { return }
    var known = Set(attributes.map(\.name))
    attributes += others.attributes.filter { known.insert($0.name).inserted }
  }
}

extension XMLAttributes: ExpressibleByDictionaryLiteral {
  /// Attributes in the order of an element; each name stands once.
  public init(dictionaryLiteral attributes: (String, String)...) {
    self.attributes = attributes.map { Attribute(name: $0, value: $1) }
  }
}
