import Glibc

/// A message between the command and a child that draws: a number and some bytes.
struct Frame {
  let code: UInt32
  let bytes: [UInt8]

  /// The number and the count of the bytes that follow.
  private static let headerSize = 12

  /// Writes the frame whole, waiting for the reader.
  ///
  /// - Returns: Whether the reader took it all.
  func write(to stream: Int32) -> Bool {
    var header: [UInt8] = []
    for shift in 0..<4 { header.append(UInt8(truncatingIfNeeded: code >> (8 * UInt32(shift)))) }
    for shift in 0..<8 { header.append(UInt8(truncatingIfNeeded: bytes.count >> (8 * shift))) }
    return Self.write(header[...], to: stream) && Self.write(bytes[...], to: stream)
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to stream: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Reads a frame, waiting for the writer; `nil` where it has gone.
  static func read(from stream: Int32) -> Frame? {
    var reader = FrameReader()
    while true {
      if let frame = reader.next() { return frame }
      guard reader.readMore(from: stream) else { return nil }
    }
  }

  /// Puts together what comes in pieces.
  struct FrameReader {
    private var buffer: [UInt8] = []

    /// Takes in what is there to read.
    ///
    /// - Returns: Whether the writer is still there.
    mutating func readMore(from stream: Int32) -> Bool {
      let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { piece in
        var count: Int
        repeat {
          count = Glibc.read(stream, piece.baseAddress, piece.count)
        } while count < 0
          && errno == EINTR
        if count > 0 { buffer += piece[..<count] }
        return count
      }
      return count > 0
    }

    /// Takes out the first frame, once it is whole.
    mutating func next() -> Frame? {
      guard buffer.count >= Frame.headerSize else { return nil }
      let code = (0..<4).reduce(UInt32(0)) { $0 | UInt32(buffer[$1]) << (8 * UInt32($1)) }
      let count = (0..<8).reduce(0) { $0 | Int(buffer[4 + $1]) << (8 * $1) }
      guard buffer.count - Frame.headerSize >= count else { return nil }
      let end = Frame.headerSize + count
      defer { buffer.removeFirst(end) }
      return Frame(code: code, bytes: Array(buffer[Frame.headerSize..<end]))
    }
  }
}
