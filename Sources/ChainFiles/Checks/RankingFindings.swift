import Diagnostics
import IndustryChain

/// What can be wrong with what a region's planners want of the ranking.
extension Diagnostic {
  static func weightsAllZero(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .weightsAllZero, at: .init(file: file, range: range), "every weight is 0", "所有权重都是 0",
      help: LocalizedText(
        "give at least one criterion a weight above 0, or leave `weights` out",
        "至少让一项指标的权重大于 0，或删去 `weights`"))
  }

  /// `bounds` are the two numbers as they stand.
  static func weightRangeReversed(
    _ bounds: (Located<String>, Located<String>)?, in file: SourceFile, at range: SourceRange
  ) -> Self {
    let swap: Fix? = bounds.flatMap { low, high in
      guard low.standsAsRead, high.standsAsRead else { return nil }
      return Fix(
        LocalizedText("swap the two bounds", "把上下限对调"), .likely,
        edits: [
          TextEdit(low.range, with: high.value), TextEdit(high.range, with: low.value),
        ])
    }
    return Self(
      .infeasibleWeights, at: .init(file: file, range: range),
      "the lower bound is above the upper one", "下限大于上限",
      help: LocalizedText(
        "write the lower bound first: `[0.2, 0.5]`", "先写下限，再写上限：`[0.2, 0.5]`"),
      fix: swap)
  }

  static func weightRangesInfeasible(
    _ reason: LocalizedText, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .infeasibleWeights, at: .init(file: file, range: range),
      "no weights keep these ranges: \(Language.english.text(reason))",
      "没有权重能满足这些区间：\(Language.chinese.text(reason))",
      help: LocalizedText(
        "widen the ranges, so that shares which sum to 1 can keep all of them",
        "放宽区间，使合计为 1 的各项占比能全部落在区间内"))
  }

  static func weightsOutsideBounds(
    _ reason: LocalizedText, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .weightsOutsideBounds, at: .init(file: file, range: range),
      "the weights do not keep the region's own bounds: \(Language.english.text(reason))",
      "权重超出本区域自己定的范围：\(Language.chinese.text(reason))",
      help: LocalizedText(
        "change the weight, or the range or order that it breaks",
        "调整权重，或调整与它冲突的区间、次序"))
  }

  static func repeatedCriterion(
    _ criterion: Criterion, in file: SourceFile, at range: SourceRange, fix: Fix?
  ) -> Self {
    Self(
      .repeatedCriterion, at: .init(file: file, range: range),
      "`\(criterion.rawValue)` stands in `weight_order` twice",
      "`\(criterion.rawValue)` 在 `weight_order` 里出现了两次",
      help: LocalizedText("name each criterion once", "每项指标只写一次"), fix: fix)
  }

  static func providedAndLacked(_ need: Located<String>, in file: SourceFile) -> Self {
    Self(
      .providedAndLacked, at: .init(file: file, range: need.range),
      "the region both provides and lacks \"\(need.value)\"",
      "“\(need.value)”既写在已具备条件里，又写在不具备条件里",
      help: LocalizedText(
        "name it under `provides` or under `lacks`, not both",
        "只写在 `provides` 或 `lacks` 其中一处"))
  }
}
