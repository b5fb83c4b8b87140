import ArgumentParser
import Reporting

/// Runs `chaingap explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Phrase(
      "Tell how the figures of a link came about, down to the firms and source lines.",
      "说明一个环节的各项数据如何得来，直到企业和出处所在行。"),
    discussion: Phrase(
      """
      Examples:
        chaingap explain electroplating
        chaingap explain 电镀 --language zh
        chaingap explain lithium-battery/cathode --as-of 2019-12-31
      """,
      """
      示例：
        chaingap explain electroplating
        chaingap explain 电镀 --language zh
        chaingap explain lithium-battery/cathode --as-of 2019-12-31
      """))

  @OptionGroup var options: AnalysisOptions

  @Argument(
    help: .init(
      "The link: its id, chain/id, or its name in either language.",
      "环节：编号、产业链/编号，或中英文名称。"))
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
