import Diagnostics
import YAML

/// A value of a YAML file and the place where it stands.
typealias YAMLNode = YAML.YAMLNode

extension YAMLNode {
  /// A key of a mapping and its value.
  struct Pair {
    let keyNode: YAMLNode
    let value: YAMLNode

    /// The key with the place where it stands, made anew each time.
    var key: Located<String> { keyNode.located }
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

  /// Whether two scalars have the same text, as strings compare.
  func hasSameText(as other: YAMLNode) -> Bool {
    let isSame = withUTF8 { bytes -> Bool? in
      if bytes.allSatisfy({ $0 < 0x80 }) { return other.withUTF8 { $0.elementsEqual(bytes) } }
      return nil
    }
    // Beyond ASCII a character can be written in several ways.
    return isSame ?? (text == other.text)
  }

  /// A hash of the text of a scalar, never 0.
  fileprivate var textHash: Int {
    let hash = withUTF8 { bytes -> Int? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      return hasher.finalize()
    }
    let textHash = hash ?? text.hashValue
    return textHash == 0 ? 1 : textHash
  }

  /// The text with the place where it stands.
  var located: Located<String> { Located(value: text, range: range) }

  /// The keys and values of a map, in the order of the file; a key may occur twice.
  var pairs: Pairs { Pairs(values: keysAndValues) }

  /// The keys and values of a map, found one by one.
  struct Pairs: Sequence, IteratorProtocol {
    fileprivate var values: Children
    /// The positions of keys that are passed over.
    fileprivate var omitted: Set<Int>?

    mutating func next() -> Pair? {
      while let key = values.next(), let value = values.next() {
        if omitted?.contains(key.position) != true { return Pair(keyNode: key, value: value) }
      }
      return nil
    }
  }
}

extension YAMLNode.Pairs {
  /// The pairs without those whose keys stand at some positions.
  func omitting(_ positions: Set<Int>) -> Self {
    var pairs = self
    pairs.omitted = positions
    return pairs
  }
}

extension YAMLNode {
  /// The number of keys of a map, O(keys).
  var keyCount: Int {
    var values = keysAndValues
    var count = 0
    while values.next() != nil, values.next() != nil { count += 1 }
    return count
  }

  /// Whether a key of a map stands twice.
  ///
  /// O(keys).
  var hasDuplicateKeys: Bool {
    // Few keys are compared faster than they are hashed.
    guard keyCount <= 8 else { return !RepeatedHashes(pairs.map(\.keyNode.textHash)).isEmpty }
    var keys = keysAndValues
    while let key = keys.next(), keys.next() != nil {
      var later = keys
      while let other = later.next(), later.next() != nil {
        if key.hasSameText(as: other) { return true }
      }
    }
    return false
  }
}

/// A value and the stretch of the file that it was read from.
struct Located<Value> {
  let value: Value
  let range: SourceRange
}

extension Located: Equatable where Value: Equatable {}
extension Located: Sendable where Value: Sendable {}
