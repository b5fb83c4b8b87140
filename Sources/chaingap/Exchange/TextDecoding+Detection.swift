extension TextDecoding {
  /// How a text is saved.
  enum Encoding: String {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case gb18030 = "GB18030"

    /// What people call it.
    var name: String { self == .gb18030 ? "GBK" : rawValue }
  }

  /// The text of bytes in UTF-8, in UTF-16 with a byte order mark, or in GB18030, without the mark;
  /// `nil` where they are none of these.
  ///
  /// O(bytes).
  static func decoded(_ bytes: [UInt8]) -> (text: String, encoding: Encoding)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(validating: bytes.dropFirst(3), as: UTF8.self).map { ($0, .utf8) }
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      guard bytes.count.isMultiple(of: 2) else { return nil }
      let (low, high) = bytes[0] == 0xFF ? (0, 1) : (1, 0)
      let units = stride(from: 2, to: bytes.count, by: 2).map { place in
        UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + low])
      }
      return String(validating: units, as: UTF16.self).map { ($0, .utf16) }
    }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
    return gb18030(bytes).map { ($0, .gb18030) }
  }
}
