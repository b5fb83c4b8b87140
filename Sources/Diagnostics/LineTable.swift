/// Finds the lines of a text by their number.
///
/// Lines end at LF, CRLF or a lone CR. Built once in O(bytes); a look-up costs O(line).
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Indexes a text; an empty text has one empty line.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    var starts = [0]
    for index in bytes.indices {
      let isLoneReturn =
        bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if bytes[index] == 0x0A || isLoneReturn { starts.append(index + 1) }
    }
    self.starts = starts
  }

  /// The number of lines, at least 1.
  public var count: Int { starts.count }

  /// A line without its ending, `nil` where the text has no such line; `number` counts from 1.
  public subscript(number: Int) -> String? {
    bytes(of: number).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first characters of a line, at most so many; `nil` where the text has no such line.
  ///
  /// O(count), whatever the length of the line.
  func start(of number: Int, count: Int) -> String? {
    bytes(of: number).map { line in
      // No character takes more than four bytes.
      let reach = line.prefix(min(line.count, 4 * count))
      return String(
        String.UnicodeScalarView(
          String(decoding: reach, as: UTF8.self).unicodeScalars.prefix(count)))
    }
  }

  private func bytes(of number: Int) -> ArraySlice<UInt8>? {
    guard (1...starts.count).contains(number) else { return nil }
    let end = number < starts.count ? starts[number] : bytes.count
    var line = bytes[starts[number - 1]..<end]
    while let last = line.last, last == 0x0A || last == 0x0D { line = line.dropLast() }
    return line
  }
}
