/// The SHA-256 digest of a text, by which a page's policy admits its own script and style.
///
/// Source: NIST, Secure Hash Standard, FIPS PUB 180-4 (2015).
struct SHA256 {
  /// The 32 bytes.
  let bytes: [UInt8]

  init(_ message: some Sequence<UInt8>) {
    var padded = Array(message)
    let bitCount = UInt64(padded.count) * 8
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    padded += Self.bytes(of: bitCount)
    var state = Self.fractions(of: Self.primes.prefix(8), root: Self.squareRoot)
    let constants = Self.fractions(of: Self.primes[...], root: Self.cubeRoot)
    for start in stride(from: 0, to: padded.count, by: 64) {
      Self.mix(padded[start..<start + 64], into: &state, constants)
    }
    bytes = state.flatMap { Self.bytes(of: $0) }
  }

  private static func mix(
    _ block: ArraySlice<UInt8>, into state: inout [UInt32], _ constants: [UInt32]
  ) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
      block[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for place in 16..<64 {
      let (a, b) = (words[place - 15], words[place - 2])
      let first = a.rotated(7) ^ a.rotated(18) ^ a >> 3
      let second = b.rotated(17) ^ b.rotated(19) ^ b >> 10
      words.append(words[place - 16] &+ first &+ words[place - 7] &+ second)
    }
    var s = state
    for place in 0..<64 {
      let first = s[4].rotated(6) ^ s[4].rotated(11) ^ s[4].rotated(25)
      let choice = s[4] & s[5] ^ ~s[4] & s[6]
      let sum = s[7] &+ first &+ choice &+ constants[place] &+ words[place]
      let second = s[0].rotated(2) ^ s[0].rotated(13) ^ s[0].rotated(22)
      let majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]
      s = [sum &+ second &+ majority, s[0], s[1], s[2], s[3] &+ sum, s[4], s[5], s[6]]
    }
    for place in state.indices { state[place] = state[place] &+ s[place] }
  }

  private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  /// The first 64 primes, whose roots' fractions the standard takes as its constants.
  private static let primes: [UInt64] = (2...311).filter { number in
    (2..<number).allSatisfy { number % $0 != 0 }
  }

  /// The first 32 bits of the fractions of the primes' roots.
  private static func fractions(
    of primes: ArraySlice<UInt64>, root: (UInt64) -> UInt64
  ) -> [UInt32] {
    primes.map { UInt32(truncatingIfNeeded: root($0)) }
  }

  /// ⌊√n 2³²⌋, exactly.
  private static func squareRoot(_ number: UInt64) -> UInt64 {
    greatest { UInt128($0) * UInt128($0) <= UInt128(number) << 64 }
  }

  /// ⌊∛n 2³²⌋, exactly.
  private static func cubeRoot(_ number: UInt64) -> UInt64 {
    greatest { UInt128($0) * UInt128($0) * UInt128($0) <= UInt128(number) << 96 }
  }

  /// The greatest number below 2³⁷ that passes a test which none above it passes.
  private static func greatest(_ passes: (UInt64) -> Bool) -> UInt64 {
    (0..<37).reversed().reduce(0) { passes($0 | 1 << $1) ? $0 | 1 << $1 : $0 }
  }
}

extension SHA256 {
  /// The digest in Base64, as a Content-Security-Policy writes it.
  var base64: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count ? alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 63)] : "=")
      }
    }
    return text
  }
}

extension UInt32 {
  fileprivate func rotated(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
