import ArgumentParser
import Diagnostics
import FoundationEssentials
import GapAnalysis
import Graphviz
import IndustryChain
import Reporting

/// Runs `chaingap report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: Phrase(
      "Write target lists, the report in both languages and all diagrams.",
      "生成招商目标清单、中英文报告和全部产业链图。"),
    discussion: Phrase(
      """
      Examples:
        chaingap report                          Chains/ into Reports/<region>/
        chaingap report --workspace my-chains
        chaingap report --pdf                    with the project book to hand out
        chaingap report --as-of 2019-12-31 --output Reports/dalong-2019

      Writes report.html: all of it in one page for browser and printer, both
      languages, no network; the project book (项目册), a page for each of the top
      targets: project-book.html (Chinese), project-book.en.html; targets.xlsx (for
      offices: targets, scores, firms, projects) and targets.csv; report.md
      (Chinese), report.en.md (English); one JSON file for each part (for
      programs); workspace.svg and chains/<chain>.svg with their DOT. With --pdf a
      browser prints both books. Files are replaced only when all are complete.
      """,
      """
      示例：
        chaingap report                          由 Chains/ 生成到 Reports/<区域>/
        chaingap report --workspace my-chains
        chaingap report --pdf                    另打印可分发的项目册
        chaingap report --as-of 2019-12-31 --output Reports/dalong-2019

      生成 report.html：全部内容在一个网页中，中英文，可浏览、可打印，不联网；
      项目册：排名靠前的招商目标各一页，project-book.html（中文）和
      project-book.en.html（英文）；targets.xlsx（目标、评分、企业、项目，供办公）
      和 targets.csv；report.md（中文）、report.en.md（英文）；各部分的 JSON 文件
      （供程序）；workspace.svg、chains/<产业链>.svg 及其 DOT。加 --pdf 时用浏览器
      打印两种项目册。全部文件完成后才替换原有文件。
      """))

  @OptionGroup var options: AnalysisOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The folder to write. Default: Reports/<region>.", "写入的文件夹。默认为 Reports/<区域>。",
      valueName: "dir"))
  var output: String?

  @Flag(
    help: .init(
      "Print the project book to PDF with an installed browser.", "用本机浏览器将项目册打印为 PDF。"))
  var pdf = false

  @OptionGroup var drawing: DrawingOptions

  @OptionGroup var robustness: RobustnessOptions

  @OptionGroup var wording: LanguageOption

  func run() throws {
    if let output, options.holds(output) {
      throw Failure.inWorkspace(
        output, options.workspace,
        help: .init(
          "write the report beside it: --output Reports/<region>",
          "请写到工作区之外：--output Reports/<区域>"))
    }
    let room = drawing.room()
    let workspace = try options.loadedWorkspace()
    let analysis = options.analysis(of: try options.chosenRegion(in: workspace), in: workspace)
    let otherRegions = workspace.regions.filter { $0.id != analysis.region.id }
      .map { RegionProfile.region(options.analysis(of: $0, in: workspace)) }
    DrawingRoom.warnAboutFonts()
    let drawn = robustness.robustness(of: analysis)
    let findings = ReportFindings(
      on: analysis, robustness: drawn, comparedWith: otherRegions)
    var files = try ReportFiles(findings: findings, room: room).made()
    if pdf {
      files.merge(try ProjectBookFiles.printed(files, on: analysis.day)) { $1 }
    }
    let folder = OutputFolder(path: output ?? "Reports/\(analysis.region.id)")
    try folder.write(files)

    Console.show(
      TargetList(of: analysis, robustness: drawn, filter: TargetFilter(limit: 5)).page(
        in: wording.language))
    Console.write("\n")
    for name in files.keys.sorted() { Console.write("\(folder.path)/\(name)\n") }
    let others = folder.others(than: files.keys)
    if !others.isEmpty {
      let list = Phrase.list(others)
      Console.tell(
        .note,
        Phrase(
          "left alone, not of this report: \(list.english)", "以下文件不属于本报告，未作改动：\(list.chinese)"))
    }
  }
}
