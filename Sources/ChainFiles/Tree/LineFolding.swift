/// Cuts a line at single spaces so that its parts fit where they can.
struct LineFolding {
  /// How many columns fit.
  let width: Int
  /// How many columns stand before the first part.
  let indent: Int
  /// How many more stand before the others.
  let step: Int

  /// The parts of a line, of which the first bytes are never cut.
  ///
  /// O(length).
  func parts(of line: Substring, after opening: Int) -> [Substring] {
    var line = line
    let spaces = line.withUTF8 { cuts(in: $0, after: opening) }
    var start = line.startIndex
    var parts: [Substring] = []
    for cut in spaces {
      let end = line.utf8.index(line.startIndex, offsetBy: cut)
      parts.append(line[start..<end])
      start = line.utf8.index(after: end)
    }
    parts.append(line[start...])
    return parts
  }

  /// The spaces at which a text is cut, as places of bytes.
  private func cuts(in bytes: UnsafeBufferPointer<UInt8>, after opening: Int) -> [Int] {
    var cuts: [Int] = []
    var lastSpace: Int?
    var columns = indent
    var index = 0
    while index < bytes.count {
      let length = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
      if bytes[index] == UInt8(ascii: " "), index > opening, index + 1 < bytes.count,
        bytes[index - 1].isWordEdge, bytes[index + 1].isWordEdge
      {
        lastSpace = index
      }
      // Of two bytes no character is wide.
      columns += length < 3 ? 1 : bytes.scalar(at: index)?.columnCount ?? 1
      if columns > width, let space = lastSpace {
        cuts.append(space)
        lastSpace = nil
        columns = indent + step
        index = space + 1
      } else {
        index += length
      }
    }
    return cuts
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at a place of a text in UTF-8, `nil` where none does.
  func scalar(at index: Int) -> Unicode.Scalar? {
    let first = self[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= count else { return nil }
    // The first byte has as many bits less for the value as the scalar has bytes, and one.
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    for place in index + 1..<index + length { value = value << 6 | UInt32(self[place] & 0x3F) }
    return Unicode.Scalar(value)
  }
}

extension UInt8 {
  /// Whether a line may end beside it: at neither a blank nor a quotation mark.
  fileprivate var isWordEdge: Bool { self != UInt8(ascii: " ") && self != UInt8(ascii: "\"") }
}
