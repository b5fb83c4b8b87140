import Testing

@testable import YAML

@Suite struct EightBytesTests {
  /// Eight letters with another byte at a place, between a byte before and one behind.
  private func text(_ byte: UInt8, at place: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: UInt8(ascii: "m"), count: 10)
    bytes[place + 1] = byte
    return bytes
  }

  private func isOrdinary(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      true
    default: " -./".utf8.contains(byte)
    }
  }

  @Test(arguments: 0..<8) func `ordinary bytes are told from others`(place: Int) {
    for byte in UInt8.min...UInt8.max {
      text(byte, at: place).withUnsafeBufferPointer { bytes in
        let word = unsafe EightBytes(bytes, at: 1)
        #expect(word.ordinaryCount == (isOrdinary(byte) ? 8 : place), "\(byte)")
      }
    }
  }

  @Test(arguments: 0..<8) func `bytes that continue a character are counted`(place: Int) {
    for byte in UInt8.min...UInt8.max {
      text(byte, at: place).withUnsafeBufferPointer { bytes in
        let word = unsafe EightBytes(bytes, at: 1)
        let counts = (0...8).map { word.continuations(upTo: $0) }
        let continues = (0x80..<0xC0).contains(byte)
        #expect(counts == (0...8).map { continues && $0 > place ? 1 : 0 }, "\(byte)")
      }
    }
  }

  @Test func `all eight can continue characters`() {
    [UInt8](repeating: 0xBF, count: 8).withUnsafeBufferPointer { bytes in
      let word = unsafe EightBytes(bytes, at: 0)
      #expect(word.ordinaryCount == 8)
      #expect(word.continuations(upTo: 8) == 8)
    }
  }
}
