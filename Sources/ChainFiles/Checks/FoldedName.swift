import IndustryChain

/// A name as people compare it: blanks, capitals and full width make no difference.
struct FoldedName: Hashable {
  private let bytes: [UInt8]

  /// Folds a name; `nil` where nothing is left of it.
  ///
  /// O(length).
  init?(_ name: String) {
    bytes = name.withFoldedUTF8 { unsafe Array($0) }
    if bytes.isEmpty { return nil }
  }
}

extension String {
  /// A hash that is the same for all names that fold to the same; 0 where nothing is left.
  ///
  /// Cheaper than the folded name, which needs memory. O(length).
  var foldedHash: Int {
    withFoldedUTF8 { bytes in
      guard !bytes.isEmpty else { return 0 }
      var hasher = Hasher()
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      let hash = hasher.finalize()
      return hash == 0 ? 1 : hash
    }
  }

  fileprivate func withFoldedUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
  {
    // What is longer is no name, and costs no more than it must.
    guard utf8.count <= 1000 else { return withBytes { unsafe body($0) } }
    let folded = withBytes { bytes in
      unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { buffer in
        unsafe bytes.fold(into: buffer).map { count in
          unsafe body(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
      }
    }
    if let folded { return folded }
    var scalars = halfWidth.lowercased().unicodeScalars
    scalars.removeAll { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
    var slowlyFolded = String(scalars)
    return slowlyFolded.withUTF8 { unsafe body($0) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Folds a name of ASCII and of Chinese characters alone, as most are, into a buffer as long; gives
  /// the number of bytes, `nil` for other names.
  fileprivate func fold(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    var count = 0
    for byte in unsafe self {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        unsafe buffer[count] = byte | 0x20
      // ASCII, and U+4000 to U+9FFF, which know neither case nor width.
      case 0..<0x80, 0x80..<0xC0, 0xE4...0xE9:
        unsafe buffer[count] = byte
      default:
        return nil
      }
      count += 1
    }
    return count
  }
}

extension LocalizedText {
  /// Only what two names share, for the other language may well tell them apart; all of this one
  /// where they share it across languages.
  func shared(with other: Self) -> Self {
    let isEnglish = english.flatMap(FoldedName.init) == other.english.flatMap(FoldedName.init)
    let isChinese = chinese.flatMap(FoldedName.init) == other.chinese.flatMap(FoldedName.init)
    let shared = Self(english: isEnglish ? english : nil, chinese: isChinese ? chinese : nil)
    return shared.isEmpty ? self : shared
  }
}
