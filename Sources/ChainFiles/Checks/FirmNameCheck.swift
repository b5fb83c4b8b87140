import Diagnostics
import IndustryChain

/// Finds firms of one region that have the same name and different ids.
enum FirmNameCheck {
  /// One finding for each firm that has the name of an earlier one.
  ///
  /// Rows with one id are one firm, whatever links they are in. A group of firms that no source
  /// names is no firm, so its name may recur. Blanks, full-width letters and small letters make no
  /// difference. O(firms).
  static func findings(in firms: [FirmDraft]) -> [Diagnostic] {
    var first: [ByteText: Int] = [:]
    return firms.enumerated().compactMap { place, draft in
      guard draft.firm.count == .exactly(1) else { return nil }
      let names = [draft.firm.name.chinese, draft.firm.name.english].compactMap { $0?.comparable }
      var earlier: Int?
      for name in names {
        if let holder = first[name] {
          earlier = min(earlier ?? holder, holder)
        } else {
          first[name] = place
        }
      }
      guard let earlier, firms[earlier].firm.id != draft.firm.id else { return nil }
      return .duplicateFirmName(draft, first: firms[earlier])
    }
  }
}

extension String {
  /// The name as people compare it, `nil` where nothing is left of it.
  fileprivate var comparable: ByteText? {
    // What is longer is no name, and costs no more than it must.
    guard utf8.count <= 1000 else { return ByteText(self) }
    let folded = foldedLetters ?? folded
    return folded.isEmpty ? nil : ByteText(folded)
  }

  private var folded: String {
    var scalars = halfWidth.lowercased().unicodeScalars
    scalars.removeAll { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
    return String(scalars)
  }

  /// The same for a name of ASCII and of Chinese characters alone, as most are; `nil` for others.
  private var foldedLetters: String? {
    var text = self
    return text.withUTF8 { bytes in
      var isPlain = true
      let folded = unsafe String(unsafeUninitializedCapacity: bytes.count) { buffer in
        var count = 0
        var place = 0
        while place < bytes.count {
          let byte = unsafe bytes[place]
          switch byte {
          case UInt8(ascii: " "), UInt8(ascii: "\t"):
            place += 1
            continue
          case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            unsafe buffer[count] = byte | 0x20
          case 0..<0x80:
            unsafe buffer[count] = byte
          // U+4000 to U+9FFF, which know neither case nor width.
          case 0xE4...0xE9:
            unsafe buffer[count] = byte
            unsafe buffer[count + 1] = bytes[place + 1]
            unsafe buffer[count + 2] = bytes[place + 2]
            count += 2
            place += 2
          default:
            isPlain = false
            return 0
          }
          count += 1
          place += 1
        }
        return count
      }
      return isPlain ? folded : nil
    }
  }
}

extension LocalizedText {
  /// Only what two names share, for the other language may well tell them apart; all of this one
  /// where they share it across languages.
  fileprivate func shared(with other: Self) -> Self {
    let isEnglish = english?.comparable == other.english?.comparable
    let isChinese = chinese?.comparable == other.chinese?.comparable
    let shared = Self(english: isEnglish ? english : nil, chinese: isChinese ? chinese : nil)
    return shared.isEmpty ? self : shared
  }
}

extension Diagnostic {
  static func duplicateFirmName(_ draft: FirmDraft, first: FirmDraft) -> Self {
    let code = draft.firm.creditCode
    let isOne = code != nil && code == first.firm.creditCode
    let name = draft.firm.name.shared(with: first.firm.name)
    return Self(
      .duplicateFirmName, at: .init(file: draft.file, range: draft.range),
      "\"\(draft.firm.id)\" has the same name as \"\(first.firm.id)\""
        + (isOne ? " and the same credit code: " : ": ")
        + Language.english.text(name).shortened,
      "“\(draft.firm.id)”与“\(first.firm.id)”企业名称相同\(isOne ? "，信用代码也相同" : "")："
        + Language.chinese.text(name).shortened,
      notes: [
        Note(
          "the other stands here", "另一家在这里", at: .init(file: first.file, range: first.range))
      ],
      help: isOne
        ? LocalizedText(
          "write one id in all rows of the firm, or it counts twice",
          "同一家企业各行用同一个编号，否则会重复计算")
        : LocalizedText(
          "if they are one firm, write one id in all of its rows; if not, tell the names apart"
            + " and fill `credit_code`",
          "是同一家企业的，各行用同一个编号；不是的，写全名称加以区分，并填写统一社会信用代码"))
  }
}
