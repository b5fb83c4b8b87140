import ArgumentParser
import GapAnalysis
import Reporting

/// Runs `chaingap what-if`.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: Phrase(
      "Suppose that plants come, firms leave or projects move on, and tell what changes.",
      "假设引进项目、企业退出或项目推进，看会有什么变化。"),
    discussion: Phrase(
      """
      Examples:
        chaingap what-if --add electroplating
        chaingap what-if --add 三元正极材料=10亿元 --add separator
        chaingap what-if --remove zhongwei --language zh
        chaingap what-if --remove link:zipper
        chaingap what-if --stage electroplating-park=operating --format json

      All changes take place at once. Nothing is written to the files.
      Firms and links are named by id or by name in either language; where a
      name is both, write firm:NAME or link:NAME.
      """,
      """
      示例：
        chaingap what-if --add electroplating
        chaingap what-if --add 三元正极材料=10亿元 --add separator
        chaingap what-if --remove zhongwei --language zh
        chaingap what-if --remove link:zipper
        chaingap what-if --stage electroplating-park=operating --format json

      各项变化同时发生，不写入任何文件。企业和环节可写编号或中英文名称；
      同名时写“firm:名称”指企业，写“link:名称”指环节。
      """))

  @OptionGroup var options: AnalysisOptions

  @Option(
    help: ArgumentHelp(
      "A plant comes to a link; of one typical plant's output, or of the one given: 3亿元,"
        + " 5000万元, 300 for million CNY. May be repeated.",
      "某环节引进一个项目；产值取典型项目，或自行给出：3亿元、5000万元，300 表示 300 百万元。可多次给出。",
      valueName: "link[=output]"))
  var add: [String] = []

  @Option(
    help: ArgumentHelp(
      "A firm leaves, or all operating firms of a link and its variants. May be repeated.",
      "一家企业退出，或某环节（含细分环节）的投产企业全部退出。可多次给出。", valueName: "firm|link"))
  var remove: [String] = []

  @Option(
    help: ArgumentHelp(
      "A firm's projects, or the one in a link, are operating, building, signed, negotiating or"
        + " closed. May be repeated.",
      "企业的全部项目或某环节的项目进入投产、在建、签约、在谈或退出阶段。可多次给出。",
      valueName: "firm[@link]=stage"))
  var stage: [String] = []

  @Option(help: .init("table, json or markdown.", "table（表格）、json 或 markdown。"))
  var format = PageFormat.table

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let analysis = try options.analysis()
    let scenario = Scenario(
      try add.map { try .adding($0, to: analysis) }
        + remove.map { try .removing($0, from: analysis) }
        + stage.map { try .staging($0, in: analysis) })
    let after = try supposed(scenario, in: analysis)
    let report = ScenarioReport(
      of: scenario, changing: ScenarioDifference(from: analysis, to: after))
    format.write(report, in: wording.language)
  }

  private func supposed(_ scenario: Scenario, in analysis: Analysis) throws -> Analysis {
    do throws(ScenarioConflict) {
      return try analysis.supposing(scenario)
    } catch {
      throw error.failure(in: analysis)
    }
  }
}
