/// A text of several lines as a block, which is how people write it.
///
///     note: |
///       first line
///       second line
struct TextBlock {
  /// What stands after the key: `|`, `|-` or `>`.
  let indicator: String
  /// The lines below it.
  let lines: Lines
  /// Whether a line may be cut at spaces.
  var isFolded: Bool { indicator == ">" }

  /// `nil` where a block would not give the text back, or would hide part of it from the eye.
  ///
  /// O(length).
  init?(_ text: String) {
    let endsLine = text.utf8.last == Self.lineEnd
    var content = Substring(endsLine ? text.utf8.dropLast() : text.utf8[...])
    guard let count = content.withUTF8(Self.lineCount) else { return nil }
    lines = Lines(rest: content)
    indicator = !endsLine ? "|-" : count == 1 ? ">" : "|"
  }

  private static let lineEnd = UInt8(ascii: "\n")

  /// The number of lines; `nil` where the first is empty or begins with a blank, the last is empty, or
  /// one ends with a blank or holds what is not printable.
  private static func lineCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let blank = UInt8(ascii: " ")
    guard let first = bytes.first, first != blank, first != lineEnd, let last = bytes.last,
      last != blank, last != lineEnd
    else { return nil }
    var count = 1
    var previous = first
    for (index, byte) in bytes.enumerated() {
      if byte == lineEnd {
        if previous == blank { return nil }
        count += 1
      } else if !ScalarForm.isPrintable(at: index, in: bytes) {
        return nil
      }
      previous = byte
    }
    return count
  }

  /// The lines of a text, of which none is kept.
  struct Lines: Sequence, IteratorProtocol {
    /// `nil` behind the last.
    fileprivate var rest: Substring?

    mutating func next() -> Substring? {
      guard var text = rest else { return nil }
      guard let length = text.withUTF8({ $0.firstIndex(of: lineEnd) }) else {
        rest = nil
        return text
      }
      let end = text.utf8.index(text.startIndex, offsetBy: length)
      rest = text[text.utf8.index(after: end)...]
      return text[..<end]
    }
  }
}
