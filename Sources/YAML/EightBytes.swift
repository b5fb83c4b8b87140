/// Eight bytes in a row, looked at together.
struct EightBytes {
  private let bytes: UInt64

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at place: Int) {
    bytes = UInt64(
      littleEndian: unsafe UnsafeRawBufferPointer(text)
        .loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// How many of the first bytes are ordinary, which no kind of text ends at: letters, digits, blanks,
  /// `-`, `.`, `/` and all beyond ASCII.
  @inline(__always)
  var ordinaryCount: Int {
    // The highest bit of each byte tells whether the others are at least the lower bound and not the
    // upper; 0x80 less a bound is added, which cannot reach the next byte.
    let ascii = bytes & ~Self.high
    let lowered = ascii | 0x2020_2020_2020_2020
    let isLetter =
      (lowered &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lowered &+ 0x0505_0505_0505_0505)
    let isDigitOrSign =
      (ascii &+ 0x5353_5353_5353_5353) & ~(ascii &+ 0x4646_4646_4646_4646)
    let isNoBlank = (ascii ^ 0x2020_2020_2020_2020) &+ 0x7F7F_7F7F_7F7F_7F7F
    let isOrdinary = isLetter | isDigitOrSign | ~isNoBlank | bytes
    return (~isOrdinary & Self.high).trailingZeroBitCount / 8
  }

  /// How many of the first bytes continue a character.
  @inline(__always)
  func continuations(upTo length: Int) -> Int {
    guard bytes & Self.high != 0 else { return 0 }
    // A byte that continues a character begins with the bits 10.
    let marks = (bytes & ~(bytes << 1) & Self.high) >> 7
    let first = length == 8 ? marks : marks & ((1 << (8 * UInt64(length))) - 1)
    return Int((first &* 0x0101_0101_0101_0101) >> 56)
  }
}
