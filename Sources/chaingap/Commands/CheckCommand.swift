import ArgumentParser
import ChainFiles
import Diagnostics
import FoundationEssentials

/// Runs `chaingap check`.
struct CheckCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell everything that is wrong in chain files, regions and firm tables.",
    discussion: """
      Examples:
        chaingap check                            the workspace in Chains/
        chaingap check my-chains                  another workspace
        chaingap check Chains/lighter.yaml        one file, seen with the others
        chaingap check --format json              for editors and scripts

      Each finding has an id; Docs/Diagnostics.md has a page on every one.
      Exit codes: 0 nothing found, 1 findings, 2 could not run.
      """)

  @Argument(help: "A workspace folder, or one of its files.")
  var path = "Chains"

  @Option(
    help: "How to write the findings: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @OptionGroup var wording: LanguageOption

  func run() throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure("there is nothing at \"\(path)\"", help: "name a workspace folder or a file")
    }
    let folder = isFolder ? WorkspaceFolder(path: path) : WorkspaceFolder(containing: path)
    let sources = try folder.sources()
    var diagnostics = loadWorkspace(sources).diagnostics
    var fileCount = sources.fileCount
    if !isFolder {
      let shown = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
      guard sources.paths.contains(shown) else {
        throw Failure(
          "\"\(path)\" is no chain file, region.yaml, firms.csv, prospects.csv or peers.csv",
          help: "chain files end in .yaml and lie in the workspace's folder")
      }
      diagnostics.removeAll { $0.location?.file.path != shown }
      fileCount = 1
    }
    switch format {
    case .json:
      Console.write(
        JSONRenderer(language: wording.language).render(diagnostics, fileCount: fileCount))
    case .text:
      let colours = Console.hasColours(onTerminal: Console.outputIsTerminal)
      if !diagnostics.isEmpty {
        let renderer = TerminalRenderer(
          palette: colours ? .ansi : .plain, language: wording.language)
        Console.write(renderer.render(diagnostics))
      }
      let summary = DiagnosticSummary(of: diagnostics, fileCount: fileCount)
      Console.write(summary.text(in: wording.language) + "\n")
    }
    let summary = DiagnosticSummary(of: diagnostics, fileCount: fileCount)
    if summary.hasProblems { throw ExitCode.findings }
  }
}

extension WorkspaceSources {
  /// The paths of all files.
  fileprivate var paths: [String] {
    (chains + regions.flatMap(\.files)).map(\.path)
  }
}
