import Diagnostics

/// Finds what a YAML parser should not be given at all: bytes that are no text, and characters that
/// editors do not show or that parsers and editors count lines by differently.
enum YAMLGuard {
  /// The first obstacle, `nil` where there is none.
  ///
  /// One pass over the bytes.
  static func obstacle(in file: SourceFile) -> Diagnostic? {
    if let obstacle = file.obstacleToText { return obstacle }
    guard let offset = file.text.firstForbiddenOffset else { return nil }
    let index = file.text.utf8.index(file.text.startIndex, offsetBy: offset)
    return .forbiddenCharacter(
      file.text.unicodeScalars[index], in: file, at: file.text.position(of: index))
  }
}

extension String {
  /// The byte at which the first character stands that is neither a tab, a line end nor printable.
  ///
  /// The Unicode line separators are printable, but parsers count lines by them and editors do not.
  fileprivate var firstForbiddenOffset: Int? {
    var text = self
    return text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let end = min(index + 8, bytes.count)
        if end - index == 8, !bytes.isUnplain(at: index) {
          index = end
          continue
        }
        while index < end {
          if bytes.isForbidden(at: index) { return index }
          index += 1
        }
      }
      return nil
    }
  }

  /// The line and the column of an index; lines end at LF, CRLF or CR.
  fileprivate func position(of index: Index) -> SourcePosition {
    var line = 1
    var column = 1
    var last: Unicode.Scalar = " "
    for scalar in unicodeScalars[..<index] {
      if scalar == "\n" || scalar == "\r" {
        if scalar == "\r" || last != "\r" { line += 1 }
        column = 1
      } else {
        column += 1
      }
      last = scalar
    }
    return SourcePosition(line: line, column: column)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a forbidden character begins at a place of a text.
  fileprivate func isForbidden(at index: Int) -> Bool {
    switch self[index] {
    case 0x0A, 0x09, 0x0D: false
    case 0..<0x20, 0x7F: true
    // U+0080…U+009F
    case 0xC2: self[index + 1] < 0xA0
    // U+2028, U+2029
    case 0xE2: self[index + 1] == 0x80 && (self[index + 2] == 0xA8 || self[index + 2] == 0xA9)
    // U+FEFF, U+FFFE, U+FFFF
    case 0xEF:
      (self[index + 1] == 0xBB && self[index + 2] == 0xBF)
        || (self[index + 1] == 0xBF && self[index + 2] >= 0xBE)
    default: false
    }
  }

  /// Whether the next 8 bytes hold something else than printable ASCII, line feeds and characters
  /// that begin with other bytes than forbidden ones do, as Chinese does.
  fileprivate func isUnplain(at index: Int) -> Bool {
    let bytes = UnsafeRawBufferPointer(self)
      .loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // In the highest bit of each byte: 0x20 or more; 0x7F or more; another byte than a line feed.
    let high: UInt64 = 0x8080_8080_8080_8080
    let printable = (bytes | high) &- 0x2020_2020_2020_2020
    let deletes = bytes &+ 0x0101_0101_0101_0101
    let others = ((bytes ^ 0x0A0A_0A0A_0A0A_0A0A) & ~high) &+ 0x7F7F_7F7F_7F7F_7F7F
    let isControl = (deletes | (~printable & others)) & ~bytes
    // 0xC2 and 0xE2 differ in one bit.
    let isSuspect =
      zeros((bytes | 0x2020_2020_2020_2020) ^ 0xE2E2_E2E2_E2E2_E2E2)
      | zeros(bytes ^ 0xEFEF_EFEF_EFEF_EFEF)
    return (isControl | isSuspect) & high != 0
  }

  /// The highest bit of each byte that is zero.
  private func zeros(_ bytes: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((bytes & low) &+ low) | bytes | low)
  }
}
