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
  func parts(of line: String, after opening: Int) -> [Substring] {
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
      columns += length < 3 ? 1 : columnCount(bytes[index..<min(index + length, bytes.count)])
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

  /// The columns of one scalar of three or four bytes.
  private func columnCount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var value = UInt32(bytes[bytes.startIndex]) & (bytes.count == 3 ? 0x0F : 0x07)
    for byte in bytes.dropFirst() { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value)?.columnCount ?? 1
  }
}

extension UInt8 {
  /// Whether a line may end beside it: at neither a blank nor a quotation mark.
  fileprivate var isWordEdge: Bool { self != UInt8(ascii: " ") && self != UInt8(ascii: "\"") }
}
