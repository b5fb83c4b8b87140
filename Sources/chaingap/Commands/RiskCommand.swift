import ArgumentParser
import Reporting

/// Runs `chaingap risk`.
struct RiskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: Phrase(
      "Tell what the region loses if a covered link, or a firm, were to leave.",
      "测算已有环节或企业一旦退出，区域会失去什么。"),
    discussion: Phrase(
      """
      Examples:
        chaingap risk --limit 10
        chaingap risk --language zh --format markdown
        chaingap risk --as-of 2019-12-31 --format json

      Value added lost, who is then cut off from supply or left without a buyer
      here, and the single firms on which others depend. Operating firms only.
      """,
      """
      示例：
        chaingap risk --limit 10
        chaingap risk --language zh --format markdown
        chaingap risk --as-of 2019-12-31 --format json

      列出减少的增加值、因此断供或在本地失去客户的环节，以及其他环节所依赖的
      独家企业。只计投产企业。
      """))

  @OptionGroup var options: AnalysisOptions

  @Option(help: .init("table, json or markdown.", "table（表格）、json 或 markdown。"))
  var format = PageFormat.table

  @Option(
    help: ArgumentHelp(
      "At most so many rows of each list.", "各表最多列出的行数。", valueName: "count"))
  var limit: Int?

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if let limit, limit < 1 {
      throw ValidationError("--limit takes 1 or more", "--limit 应为正整数")
    }
  }

  func run() throws {
    let report = RiskReport(of: try options.analysis(), limit: limit)
    format.write(report, in: wording.language)
  }
}
