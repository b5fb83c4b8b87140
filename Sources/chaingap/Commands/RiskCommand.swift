import ArgumentParser
import Reporting

/// Runs `chaingap risk`.
struct RiskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "Tell what the region loses if a covered link, or a firm, were to leave.",
    discussion: """
      Examples:
        chaingap risk --limit 10
        chaingap risk --language zh --format markdown
        chaingap risk --as-of 2019-12-31 --format json

      Value added lost, who is then cut off from supply or left without a buyer
      here, and the single firms on which others depend. Operating firms only.
      """)

  @OptionGroup var options: AnalysisOptions

  @Option(help: "table, json or markdown.")
  var format = PageFormat.table

  @Option(help: ArgumentHelp("At most so many rows of each list.", valueName: "count"))
  var limit: Int?

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes 1 or more") }
  }

  func run() throws {
    let report = RiskReport(of: try options.analysis(), limit: limit)
    format.write(report, in: wording.language)
  }
}
