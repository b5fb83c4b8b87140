/// Packs a piece that repeats as tightly as the format of zip archives can: one reference for 258
/// bytes (RFC 1951, fixed codes).
struct RunDeflation {
  private(set) var bytes: [UInt8] = []
  private var bitCount = 0

  /// Packs a text between two others, many times over; the piece has at most 32,768 bytes.
  init(_ head: String, _ piece: String, times: Int, _ tail: String) {
    // The last block, with fixed codes.
    append(0b011, 3)
    for byte in head.utf8 { literal(byte) }
    let piece = Array(piece.utf8)
    for byte in piece { literal(byte) }
    let rest = piece.count * (times - 1)
    for _ in 0..<(rest / 258) { reference(back: piece.count) }
    for place in 0..<(rest % 258) { literal(piece[(rest / 258 * 258 + place) % piece.count]) }
    for byte in tail.utf8 { literal(byte) }
    code(0, 7)
  }

  private mutating func literal(_ byte: UInt8) {
    byte < 144 ? code(0x30 + Int(byte), 8) : code(0x190 + Int(byte) - 144, 9)
  }

  private mutating func reference(back distance: Int) {
    code(0xC5, 8)
    guard distance > 4 else { return code(distance - 1, 5) }
    // Two codes for each power of two, the rest of the number behind them.
    let bits = (distance - 1).bitWidth - (distance - 1).leadingZeroBitCount - 2
    code(2 * (bits + 1) + ((distance - 1) >> bits & 1), 5)
    append((distance - 1) & (1 << bits - 1), bits)
  }

  /// Codes stand with their highest bit first, everything else with its lowest.
  private mutating func code(_ value: Int, _ count: Int) {
    for bit in (0..<count).reversed() { append(value >> bit & 1, 1) }
  }

  private mutating func append(_ value: Int, _ count: Int) {
    for bit in 0..<count {
      if bitCount % 8 == 0 { bytes.append(0) }
      bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << (bitCount % 8)
      bitCount += 1
    }
  }
}
