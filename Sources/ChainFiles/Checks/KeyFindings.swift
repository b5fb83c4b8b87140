import Diagnostics

/// What can be wrong with the keys of an object.
extension Diagnostic {
  static func unknownKey(
    _ key: Located<String>, of schema: ObjectSchema, in file: SourceFile
  ) -> Self {
    let keys = schema.keys.map(\.key)
    let help =
      if key.value == "return", schema.keys.contains(where: { $0.key == "critical" }) {
        "delete it"
      } else if let nearest = key.value.nearest(among: keys) {
        "write `\(nearest)`"
      } else {
        "use one of " + keys.map { "`\($0)`" }.joined(separator: ", ")
      }
    return Self(
      .unknownKey, at: .init(file: file, range: key.range),
      "\(schema.noun) has no key \"\(key.value)\"", help: help)
  }

  static func missingKey(
    _ key: KeySchema, of schema: ObjectSchema, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .missingKey, at: .init(file: file, range: range),
      "\(schema.noun) needs the key \"\(key.key)\"",
      help: "add `\(key.key):`, \(key.english) (\(key.chinese)), \(key.type.description)")
  }

  static func duplicateKey(
    _ key: String, in file: SourceFile, at range: SourceRange, first: SourceRange?
  ) -> Self {
    Self(
      .duplicateKey, at: .init(file: file, range: range), "the key \"\(key)\" stands twice",
      notes: first.map { [Note("the first stands here", at: .init(file: file, range: $0))] } ?? [],
      help: "join the two, or rename one")
  }

  static func complexKey(in file: SourceFile, at range: SourceRange) -> Self {
    Self(.wrongType, at: .init(file: file, range: range), "a key must be a text")
  }
}
