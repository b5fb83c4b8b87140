import Glibc

/// Reads text that was saved in another encoding than UTF-8.
enum TextDecoding {
  /// The text of bytes in GB18030, of which GBK and GB2312 are parts; `nil` where they are none.
  ///
  /// Almost any bytes mean something in GB18030. What gives characters that nobody types, or hardly
  /// any that are common in Chinese, was in another encoding. O(bytes).
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
    guard let length else { return nil }
    let text = String(decoding: output.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return bytes.areMostlyCommonChinese && text.isTyped ? text : nil
  }
}

extension [UInt8] {
  /// Whether at least half of the pairs of bytes are characters of GB2312, which holds all common ones.
  ///
  /// An accented letter of a European encoding mostly stands before a plain one, which is no such pair.
  fileprivate var areMostlyCommonChinese: Bool {
    var (pairs, common) = (0, 0)
    var place = 0
    while place < count {
      guard self[place] >= 0x80 else {
        place += 1
        continue
      }
      pairs += 1
      // Chinese characters, and the signs that stand between them.
      if place + 1 < count, (0xA1...0xF7).contains(self[place]), self[place + 1] >= 0xA1 {
        common += 1
      }
      place += 2
    }
    return common > 0 && 2 * common >= pairs
  }
}

extension String {
  /// Whether there is a Chinese character, and none that is private, a control or unassigned.
  fileprivate var isTyped: Bool {
    var hasChinese = false
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .privateUse, .unassigned, .surrogate: return false
      case .control where !["\t", "\n", "\r"].contains(scalar): return false
      default: break
      }
      if (0x4E00...0x9FFF).contains(scalar.value) { hasChinese = true }
    }
    return hasChinese
  }
}
