import Diagnostics
import YAML

/// A value of a YAML file and the place where it stands.
typealias YAMLNode = YAML.YAMLNode

extension YAMLNode {
  /// A key of a mapping and its value.
  struct Pair {
    let key: Located<String>
    let value: YAMLNode
  }

  /// The stretch of the file; of a map or a list the first character.
  var range: SourceRange {
    SourceRange(
      SourcePosition(line: line, column: column),
      to: SourcePosition(line: endLine, column: endColumn))
  }

  /// Whether it is a text.
  var isScalar: Bool { kind == .plain || kind == .quoted }

  /// The text without blanks at its ends.
  var trimmedText: String { withUTF8 { String(decoding: $0.trimmed, as: UTF8.self) } }

  /// The text with the place where it stands.
  var located: Located<String> { Located(value: text, range: range) }

  /// The keys and values of a map, in the order of the file; a key may occur twice.
  var pairs: [Pair] {
    var pairs: [Pair] = []
    var values = keysAndValues
    // Each key and each value is a row at least.
    pairs.reserveCapacity(min(8, (following.position - position) / 2))
    while let key = values.next(), let value = values.next() {
      pairs.append(Pair(key: key.located, value: value))
    }
    return pairs
  }
}

/// A value and the stretch of the file that it was read from.
struct Located<Value> {
  let value: Value
  let range: SourceRange
}

extension Located: Equatable where Value: Equatable {}
extension Located: Sendable where Value: Sendable {}
