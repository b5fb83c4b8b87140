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
    namesakes(among: firms.count) { place in
      firms[place].firm.count == .exactly(1) ? firms[place].firm.name : LocalizedText()
    }
    .compactMap { place, earlier in
      guard let first = earlier.min(), firms[first].firm.id != firms[place].firm.id
      else { return nil }
      return .duplicateFirmName(firms[place], first: firms[first])
    }
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
