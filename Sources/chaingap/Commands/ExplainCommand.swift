import ArgumentParser
import Reporting

/// Runs `chaingap explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell how the figures of a link came about, down to the firms and source lines.",
    discussion: """
      Examples:
        chaingap explain electroplating
        chaingap explain 电镀 --language zh
        chaingap explain lithium-battery/cathode --as-of 2019-12-31
      """)

  @OptionGroup var options: AnalysisOptions

  @Argument(help: "The link: its id, chain/id, or its name in either language.")
  var link: String

  @OptionGroup var robustness: RobustnessOptions

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let analysis = try options.analysis()
    let index = try analysis.link(named: link)
    let text = ExplanationText(
      of: index, in: analysis, robustness: robustness.robustness(of: analysis),
      language: wording.language)
    Console.show(text.page())
  }
}
