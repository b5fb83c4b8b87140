import ArgumentParser
import ChainFiles
import Diagnostics
import FoundationEssentials
import GapAnalysis
import IndustryChain
import Reporting
import TerminalText

/// Runs `chaingap watch`.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: Phrase(
      "Keep reports up to date while files are edited, and tell what each change does.",
      "边编辑边更新报告，并说明每次改动的影响。"),
    discussion: Phrase(
      """
      Examples:
        chaingap watch                            Chains/ into Reports/<region>/
        chaingap watch my-chains -o Drafts        into Drafts/<region>/
        chaingap watch --region dalong --draws 0  one region, no weights drawn

      Writes what chaingap report writes, whenever a file is saved: the diagrams of
      edited chains first, then the others, then lists and reports, and of all files
      only those that are others. While a file has errors they are shown, and the
      last good report stays. Ctrl-C ends it.
      """,
      """
      示例：
        chaingap watch                            Chains/ 到 Reports/<区域>/
        chaingap watch my-chains -o Drafts        写入 Drafts/<区域>/
        chaingap watch --region dalong --draws 0  一个区域，不检验权重

      每次保存文件后，写出与 chaingap report 相同的内容：先画改动过的产业链，
      再画其余，然后是清单和报告；内容没有变化的文件不重写。文件有错误时列出
      错误，保留上一次的报告。按 Ctrl-C 结束。
      """))

  @Argument(
    help: .init("The folder of chain files and regions.", "工作区，即产业链文件和区域所在的文件夹。"))
  var workspace = "Chains"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The region; all of them unless given.", "区域；不写即全部。", valueName: "id"))
  var region: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The folder of the reports, one folder a region in it.", "报告文件夹，其中每个区域一个文件夹。",
      valueName: "dir"))
  var output = "Reports"

  @OptionGroup var drawing: DrawingOptions

  @OptionGroup var robustness: RobustnessOptions

  @OptionGroup var wording: LanguageOption

  func run() throws {
    guard !OutputFolder(path: output).isIn(workspace) else {
      throw Failure.inWorkspace(
        output, workspace,
        help: .init(
          "write the reports beside it: --output Reports", "请写到工作区之外：--output Reports"))
    }
    guard FilesOnDisk().isFolder(workspace) else { throw Failure.noWorkspace(at: workspace) }
    DrawingRoom.warnAboutFonts()
    let session = WatchSession(
      output: output, region: region, room: drawing.room(), robustness: robustness,
      language: wording.language)
    let watch = WorkspaceWatch(path: workspace)
    while true { session.handle(watch.next()) }
  }
}
