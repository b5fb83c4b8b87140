import Diagnostics
import IndustryChain

extension Diagnostic {
  static func weightsAllZero(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .weightsAllZero, at: .init(file: file, range: range), "every weight is 0",
      help: "give at least one criterion a weight above 0, or leave `weights` out")
  }

  static func weightRangeReversed(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .infeasibleWeights, at: .init(file: file, range: range),
      "the lower bound is above the upper one",
      help: "write the lower bound first: `[0.2, 0.5]`")
  }

  static func weightRangesInfeasible(
    _ reason: String, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .infeasibleWeights, at: .init(file: file, range: range),
      "no weights keep these ranges: \(reason)",
      help: "widen the ranges, so that shares which sum to 1 can keep all of them")
  }

  static func weightsOutsideBounds(
    _ reason: String, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .weightsOutsideBounds, at: .init(file: file, range: range),
      "the weights do not keep the region's own bounds: \(reason)",
      help: "change the weight, or the range or order that it breaks")
  }

  static func repeatedCriterion(
    _ criterion: Criterion, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .repeatedCriterion, at: .init(file: file, range: range),
      "`\(criterion.rawValue)` stands in `weight_order` twice",
      help: "name each criterion once")
  }

  static func providedAndLacked(_ need: Located<String>, in file: SourceFile) -> Self {
    Self(
      .providedAndLacked, at: .init(file: file, range: need.range),
      "the region both provides and lacks \"\(need.value)\"",
      help: "name it under `provides` or under `lacks`, not both")
  }
}
