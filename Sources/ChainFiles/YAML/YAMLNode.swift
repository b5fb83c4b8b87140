import Diagnostics

/// A value of a YAML file and the place where it stands.
struct YAMLNode {
  /// What a node holds.
  enum Content {
    /// A text; `isPlain` where it stands without quotes.
    case scalar(String, isPlain: Bool)
    /// Keys and values in the order of the file; a key may occur twice.
    case mapping([Pair])
    case sequence([YAMLNode])
  }

  /// A key of a mapping and its value.
  struct Pair {
    let key: Located<String>
    let value: YAMLNode
  }

  let content: Content
  let range: SourceRange

  /// Whether nothing is written: blank, `~` or `null`.
  var isBlank: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// A value and the stretch of the file that it was read from.
struct Located<Value> {
  let value: Value
  let range: SourceRange
}

extension Located: Equatable where Value: Equatable {}
extension Located: Sendable where Value: Sendable {}
