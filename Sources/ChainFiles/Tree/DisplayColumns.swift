extension StringProtocol {
  /// How many columns the text takes in an editor with a font of fixed width: Chinese characters
  /// take two.
  ///
  /// Only what sets the layout of files; terminals have more cases. O(length).
  var columnCount: Int {
    unicodeScalars.reduce(0) { $0 + $1.columnCount }
  }
}

extension String {
  /// Whether a byte occurs in the text; much quicker than a look at each through the view.
  func holds(_ byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
  }
}

extension Unicode.Scalar {
  /// How many columns it takes.
  var columnCount: Int { isWide ? 2 : 1 }

  /// Whether its East Asian width is wide or full.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
