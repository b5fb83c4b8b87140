public import IndustryChain

/// Takes the bodies of messages out of a stream of bytes, as the base protocol frames them.
///
/// A header of lines that end at CRLF, one of them `Content-Length: <bytes>`, a blank line, the
/// body. Nothing that a stream can hold makes it keep more than one message and one header.
///
/// What is no message is passed over up to the next `Content-Length: <digits>` at the end of a line.
/// JSON holds no bare line end within a text, so no body can hold that and be mistaken for a header.
public struct MessageDecoder: Sendable {
  /// Why a stretch of a stream is no message.
  public enum Flaw: Error, Hashable, Sendable {
    /// There is no end of the header in sight.
    case headerTooLong
    /// A line of the header is no name and value.
    case badHeader(String)
    /// The header does not tell the length.
    case noLength
    /// The length is no number that a message can have.
    case badLength(String)

    /// What is wrong; starts lower-case, ends without a full stop.
    public var message: LocalizedText {
      switch self {
      case .headerTooLong:
        LocalizedText(
          english: "the header of a message is longer than \(MessageDecoder.longestHeader) bytes",
          chinese: "消息头超过\(MessageDecoder.longestHeader)字节")
      case .badHeader(let line):
        LocalizedText(
          english: "\"\(line)\" is no line of a message's header",
          chinese: "“\(line)”不是有效的消息头")
      case .noLength:
        LocalizedText(
          english: "the header of a message has no Content-Length",
          chinese: "消息头缺少 Content-Length")
      case .badLength(let text):
        LocalizedText(
          english:
            "Content-Length \"\(text)\" is no number from 0 to \(MessageDecoder.longestBody)",
          chinese: "Content-Length“\(text)”不是0到\(MessageDecoder.longestBody)之间的数")
      }
    }
  }

  /// More than any header holds.
  static let longestHeader = 4096
  /// More than any file of a workspace has.
  static let longestBody = 64 << 20

  private var buffer: [UInt8] = []
  /// The bytes before it are taken out already.
  private var start = 0
  /// How far no end of a header was found, or no header where none is in sight.
  private var searched = 0
  /// Whether the bytes from `start` on are no message, so that the next header is looked for.
  private var isLost = false
  /// The length of the body that comes next, once its header is read.
  private var bodyLength: Int?

  /// How many bytes are kept.
  var keptCount: Int { buffer.count }
  /// The length of the body that has begun, `nil` where none has.
  var awaitedLength: Int? { bodyLength }

  /// A decoder of a stream that has not begun.
  public init() {}

  /// Takes in bytes as they come.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    if start > 0, start == buffer.count || start > 1 << 16 {
      buffer.removeFirst(start)
      searched -= start
      start = 0
    }
    buffer += bytes
  }

  /// The next body, `nil` until it is whole.
  ///
  /// O(bytes that came since the last call).
  ///
  /// - Throws: `Flaw` where the bytes are no message, once for each stretch of such bytes; the next call
  ///   goes on behind them.
  public mutating func next() throws(Flaw) -> [UInt8]? {
    if isLost, !findHeader() { return nil }
    do throws(Flaw) {
      if bodyLength == nil {
        guard let end = try headerEnd() else { return nil }
        bodyLength = try Self.length(in: buffer[start..<end])
        start = end + 4
        searched = start
      }
    } catch {
      isLost = true
      // The next header may stand in what was taken for one, but not where that began. Of what is too
      // long for a header only the end is looked at, or each of its lines would be a flaw.
      start += error == .headerTooLong ? Self.longestHeader - 100 : 1
      searched = start
      throw error
    }
    guard let length = bodyLength, buffer.count - start >= length else { return nil }
    defer {
      start += length
      searched = start
      bodyLength = nil
    }
    return Array(buffer[start..<start + length])
  }

  /// Where the blank line after the header begins.
  private mutating func headerEnd() throws(Flaw) -> Int? {
    let mark: [UInt8] = [13, 10, 13, 10]
    var index = max(start, searched)
    while index + 4 <= buffer.count {
      if index - start > Self.longestHeader { throw .headerTooLong }
      if buffer[index] == 13, buffer[index..<index + 4].elementsEqual(mark) { return index }
      index += 1
    }
    searched = index
    if buffer.count - start > Self.longestHeader { throw .headerTooLong }
    return nil
  }

  /// Passes over bytes up to a line that tells a length; `false` where none has come yet.
  private mutating func findHeader() -> Bool {
    var index = max(start, searched)
    while true {
      index = firstC(from: index)
      guard index < buffer.count else { break }
      switch Self.lengthLine(in: buffer[index...]) {
      case .present:
        (start, searched, isLost) = (index, index, false)
        return true
      case .cut:
        (start, searched) = (index, index)
        return false
      case .absent: index += 1
      }
    }
    (start, searched) = (index, index)
    return false
  }

  /// Where the first `c` or `C` stands that could begin a `Content-Length`.
  private func firstC(from index: Int) -> Int {
    buffer.withUnsafeBufferPointer { bytes in
      var index = index
      while index < bytes.count, bytes[index] | 0x20 != 0x63 { index += 1 }
      return index
    }
  }

  private enum LengthLine {
    case present, absent
    /// What is there could be the beginning of one.
    case cut
  }

  /// Whether bytes begin with a line that tells a length, in any case.
  private static func lengthLine(in bytes: ArraySlice<UInt8>) -> LengthLine {
    var rest = bytes
    for letter in "content-length:".utf8 {
      guard let byte = rest.popFirst() else { return .cut }
      guard letter >= UInt8(ascii: "a") ? byte | 0x20 == letter : byte == letter else {
        return .absent
      }
    }
    let blanks = rest.prefix(20).prefix { $0 == UInt8(ascii: " ") }
    rest = rest.dropFirst(blanks.count)
    let digits = rest.prefix(20).prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    guard let first = rest.first else { return .cut }
    guard !digits.isEmpty, first == 13 else { return .absent }
    guard rest.count > 1 else { return .cut }
    return rest[rest.startIndex + 1] == 10 ? .present : .absent
  }

  private static func length(in header: ArraySlice<UInt8>) throws(Flaw) -> Int {
    var length: Int?
    let text = String(decoding: header, as: UTF8.self)
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      guard let colon = line.firstIndex(of: ":") else {
        throw .badHeader(String(line.prefix(60)))
      }
      guard line[..<colon].lowercased() == "content-length" else { continue }
      let digits = line[line.index(after: colon)...].drop { $0 == " " }
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
        number <= longestBody
      else { throw .badLength(String(digits.prefix(60))) }
      length = number
    }
    guard let length else { throw .noLength }
    return length
  }

  /// A body with its header before it.
  public static func framed(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
