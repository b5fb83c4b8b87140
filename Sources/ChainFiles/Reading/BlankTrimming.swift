extension String {
  /// Hands its UTF-8 to a function, in a row, which is walked over faster than a view of it.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var text = self
    return text.withUTF8 { unsafe body($0) }
  }

  /// The text without blanks at its ends, full-width and no-break ones included.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last,
      first.mayBeginBlank || last.mayEndBlank
    else { return self }
    return withBytes { bytes in
      let trimmed = bytes.trimmed
      return trimmed.count == bytes.count ? nil : String(decoding: trimmed, as: UTF8.self)
    } ?? self
  }

  /// The text with full-width letters, digits and signs as the ASCII ones they stand for.
  var halfWidth: String {
    guard
      unicodeScalars.contains(where: { (0xFF01...0xFF5E).contains($0.value) || $0 == "\u{3000}" })
    else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension UInt8 {
  fileprivate var mayBeginBlank: Bool {
    switch self {
    case 0x20, 0x09, 0x0A, 0x0D, 0xC2, 0xE2, 0xE3, 0xEF: true
    default: false
    }
  }

  fileprivate var mayEndBlank: Bool {
    switch self {
    case 0x20, 0x09, 0x0A, 0x0D, 0x80, 0x8B, 0xA0, 0xBF: true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text without blanks at its ends, full-width and no-break ones included.
  var trimmed: Self {
    var start = 0
    var end = count
    while start < end, let length = blankLength(at: start) { start += length }
    while start < end, let length = blankLength(before: end) { end -= length }
    return Self(rebasing: self[start..<end])
  }

  /// The number of bytes of the blank that begins at a place, `nil` where none does.
  private func blankLength(at place: Int) -> Int? {
    let first = self[place]
    guard first.mayBeginBlank else { return nil }
    if first < 0x80 { return 1 }
    for blank in Self.longBlanks
    where place + blank.count <= count && self[place..<(place + blank.count)].elementsEqual(blank) {
      return blank.count
    }
    return nil
  }

  /// The number of bytes of the blank that ends before a place, `nil` where none does.
  private func blankLength(before end: Int) -> Int? {
    let last = self[end - 1]
    guard last.mayEndBlank else { return nil }
    if last < 0x80 { return 1 }
    for blank in Self.longBlanks
    where blank.count <= end && self[(end - blank.count)..<end].elementsEqual(blank) {
      return blank.count
    }
    return nil
  }

  /// U+3000, U+00A0, U+200B and U+FEFF.
  private static var longBlanks: [[UInt8]] {
    [[0xE3, 0x80, 0x80], [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]]
  }
}
