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
    abstract: "Keep reports up to date while files are edited, and tell what each change does.",
    discussion: """
      Examples:
        chaingap watch                            Chains/ into Reports/<region>/
        chaingap watch my-chains -o Drafts        into Drafts/<region>/
        chaingap watch --region dalong --draws 0  one region, no weights drawn

      Writes what chaingap report writes, whenever a file is saved: the diagrams of
      edited chains first, then the others, then lists and reports, and of all files
      only those that are others. While a file has errors they are shown, and the
      last good report stays. Ctrl-C ends it.
      """)

  @Argument(help: "The folder of chain files and regions.")
  var workspace = "Chains"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The region; all of them unless given.", valueName: "id"))
  var region: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder of the reports, one folder a region in it.", valueName: "dir"))
  var output = "Reports"

  @OptionGroup var drawing: DrawingOptions

  @OptionGroup var robustness: RobustnessOptions

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let inside = URL(fileURLWithPath: output).standardizedFileURL.pathComponents
    guard
      !inside.starts(with: URL(fileURLWithPath: workspace).standardizedFileURL.pathComponents)
    else {
      throw Failure(
        "\"\(output)\" is in the workspace \"\(workspace)\"",
        help: "write the reports beside it: --output Reports")
    }
    guard FilesOnDisk().isFolder(workspace) else {
      throw Failure(
        "there is no folder \"\(workspace)\"",
        help: "name the folder of your chain files, or run in the folder above Chains/")
    }
    DrawingRoom.warnAboutFonts()
    let session = WatchSession(
      output: output, region: region, room: drawing.room(), robustness: robustness,
      language: wording.language)
    let watch = WorkspaceWatch(path: workspace)
    while true { session.handle(watch.next()) }
  }
}
