import Diagnostics

/// Finds what a YAML parser should not be given at all: bytes that are no text, and characters that
/// editors do not show or that parsers and editors count lines by differently.
enum YAMLGuard {
  /// The first obstacle, `nil` where there is none.
  ///
  /// One pass over the bytes.
  static func obstacle(in file: SourceFile) -> Diagnostic? {
    if let position = file.firstInvalidPosition { return .invalidUTF8(in: file, at: position) }
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
        let byte = bytes[index]
        if byte < 0x20 {
          if byte != 0x0A, byte != 0x09, byte != 0x0D { return index }
        } else if byte >= 0x7F {
          switch byte {
          case 0x7F: return index
          // U+0080…U+009F
          case 0xC2 where bytes[index + 1] < 0xA0: return index
          // U+2028, U+2029
          case 0xE2
          where bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
            return index
          // U+FEFF, U+FFFE, U+FFFF
          case 0xEF
          where (bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF)
            || (bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE):
            return index
          default: break
          }
        }
        index += 1
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
