public import IndustryChain

/// The text of a file and the path that people know it by.
public struct SourceFile: Hashable, Sendable {
  /// The path as it is shown to people.
  public let path: String
  /// The text without a byte order mark; bytes that are not UTF-8 stand as U+FFFD.
  public let text: String
  /// Where the first bytes stand that are not UTF-8, `nil` where all are.
  public let firstInvalidPosition: SourcePosition?
  /// Why nothing could be read of it, in the words that follow a colon; `nil` where it was read.
  public let obstacle: LocalizedText?

  /// A file whose text is already known; a leading byte order mark is dropped.
  public init(path: String, text: String) {
    self.path = path
    self.text =
      text.unicodeScalars.first == "\u{FEFF}"
      ? String(text.unicodeScalars.dropFirst()) : text
    firstInvalidPosition = nil
    obstacle = nil
  }

  /// A file that is there and cannot be read; it stands with an empty text.
  public init(path: String, obstacle: LocalizedText) {
    self.path = path
    text = ""
    firstInvalidPosition = nil
    self.obstacle = obstacle
  }

  /// A file as it was read from a disk.
  ///
  /// Bytes that are not UTF-8 are replaced, and the place of the first of them is kept, so that
  /// a check can point at it. O(bytes).
  public init(path: String, bytes: some Collection<UInt8>) {
    // Where the bytes lie in one piece, as those of a file do, the text is the only copy.
    self =
      bytes.withContiguousStorageIfAvailable { Self(path: path, contiguous: $0) }
      ?? Array(bytes).withUnsafeBufferPointer { Self(path: path, contiguous: $0) }
  }

  private init(path: String, contiguous bytes: UnsafeBufferPointer<UInt8>) {
    self.path = path
    obstacle = nil
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = UnsafeBufferPointer(
      rebasing: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...])
    if let text = String(validating: content, as: UTF8.self) {
      self.text = text
      firstInvalidPosition = nil
    } else {
      text = String(decoding: content, as: UTF8.self)
      firstInvalidPosition = Self.firstInvalidPosition(in: content)
    }
  }

  /// The last component of the path: `firms.csv`.
  public var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func firstInvalidPosition(
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> SourcePosition {
    var line = 1
    var column = 1
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }
}
