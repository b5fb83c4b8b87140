import Diagnostics
import IndustryChain

extension ObjectSchema {
  /// The workspace's own file.
  static let settings = ObjectSchema(
    noun: "a workspace file", "工作区文件",
    keys: [
      KeySchema(
        "severities", .table(.choice(SeverityChoice.words)), "how much each rule matters", "检查规则的级别"
      )
      .keyed(by: .rule)
      .example("severities: {project-without-date: off}"),
      KeySchema(
        "oldest_estimate_years", .number, "how old an estimate may be, years", "估算数据的最长年限"
      )
      .written(as: .plain)
      .example("oldest_estimate_years: 5"),
    ])
}

/// What a workspace may make of a rule.
enum SeverityChoice: String, CaseIterable {
  case error, warning, note, off

  /// How much a breach then matters; `nil` where it is not told.
  var severity: Severity? { Severity(rawValue: rawValue) }
}
