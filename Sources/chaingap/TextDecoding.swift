import Glibc

/// Reads text that was saved in another encoding than UTF-8.
enum TextDecoding {
  /// The text of bytes in GB18030, of which GBK and GB2312 are parts; `nil` where they are none.
  ///
  /// Almost any bytes mean something in GB18030: an accented letter and the one behind it make a
  /// Chinese character. What gives characters that nobody types, or nowhere two common Chinese ones
  /// side by side, was in another encoding. O(bytes).
  static func gb18030(_ bytes: [UInt8]) -> String? {
    let failed = iconv_t(bitPattern: -1)
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != failed else { return nil }
    defer { iconv_close(converter) }
    // No character takes more than twice as many bytes in UTF-8.
    var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
    var input = bytes.map { CChar(bitPattern: $0) }
    let length: Int? = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var left = source.count
        var room = target.count
        let result = iconv(converter, &from, &left, &to, &room)
        return result == -1 || left > 0 ? nil : target.count - room
      }
    }
    guard let length, bytes.haveCommonChinese else { return nil }
    let text = String(decoding: output.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.isTypeable ? text : nil
  }
}

extension [UInt8] {
  /// Whether two characters of GB2312's first level, the 3,755 common ones, stand side by side.
  ///
  /// Small letters of Western and Cyrillic alphabets lie outside of it.
  fileprivate var haveCommonChinese: Bool {
    var run = 0
    var index = 0
    while index < count {
      guard self[index] >= 0x81 else {
        (run, index) = (0, index + 1)
        continue
      }
      let isCommon =
        (0xB0...0xD7).contains(self[index]) && index + 1 < count && self[index + 1] >= 0xA1
      run = isCommon ? run + 1 : 0
      if run == 2 { return true }
      index += 2
    }
    return false
  }
}

extension String {
  /// Whether no character is private, a control or unassigned.
  fileprivate var isTypeable: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .privateUse, .unassigned, .surrogate: false
      case .control: ["\t", "\n", "\r"].contains(scalar)
      default: true
      }
    }
  }
}
