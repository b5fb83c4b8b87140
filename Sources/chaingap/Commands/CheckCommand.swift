import ArgumentParser
import ChainFiles
import Diagnostics
import FoundationEssentials
import IndustryChain

/// Runs `chaingap check`.
struct CheckCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, sarif, github
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is wrong or odd in chain files, regions and firm tables.",
    discussion: """
      Examples:
        chaingap check                            the workspace in Chains/
        chaingap check my-chains                  another workspace
        chaingap check Chains/lighter.yaml        one file, seen with the others
        chaingap check --fix                      mend what is certain, tell the rest
        chaingap check --language zh              in Chinese
        chaingap check --format sarif             for code hosts; json, github

      Each finding has an id; Docs/Diagnostics.md has an entry on every one. What a
      finding counts for can be changed in Chains/workspace.yaml.

      --fix changes nothing but what it names: comments, order and layout stay, and a
      file is replaced as a whole or not at all. Files in GBK are saved as UTF-8.

      Exit codes: 0 nothing but notes, 1 errors or warnings, 2 could not run.
      """)

  @Argument(help: "A workspace folder, or one of its files.")
  var path = "Chains"

  @Option(
    help: "How to write the findings: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text

  @Flag(help: "Mend what is certain in the files, then tell what remains.")
  var fix = false

  @OptionGroup var wording: LanguageOption

  func run() throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure("there is nothing at \"\(path)\"", help: "name a workspace folder or a file")
    }
    let folder = isFolder ? WorkspaceFolder(path: path) : WorkspaceFolder(containing: path)
    var sources = try folder.sources()
    let only = isFolder ? nil : path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    if let only, !sources.files.contains(where: { $0.path == only }) {
      throw Failure(
        "\"\(path)\" is no chain file, region.yaml, firms.csv, prospects.csv, peers.csv"
          + " or \(WorkspaceSources.settingsFileName)",
        help: "chain files end in .yaml and lie in the workspace's folder")
    }
    if fix { sources = try mended(sources, only: only) }
    var diagnostics = checkWorkspace(sources).diagnostics
    if let only { diagnostics.removeAll { $0.location?.file.path != only } }
    let fileCount = only == nil ? sources.fileCount : 1
    show(diagnostics, fileCount: fileCount)
    let summary = DiagnosticSummary(of: diagnostics, fileCount: fileCount)
    if summary.hasProblems { throw ExitCode.findings }
  }

  private func show(_ diagnostics: [Diagnostic], fileCount: Int) {
    let language = wording.language
    switch format {
    case .json:
      Console.write(JSONRenderer(language: language).render(diagnostics, fileCount: fileCount))
    case .sarif:
      let renderer = SARIFRenderer(
        rules: Rule.descriptions, version: ChainGap.configuration.version, language: language)
      Console.write(renderer.render(diagnostics))
    case .github:
      Console.write(GitHubRenderer(language: language).render(diagnostics))
    case .text:
      let colours = Console.hasColours(onTerminal: Console.outputIsTerminal)
      if !diagnostics.isEmpty {
        let renderer = TerminalRenderer(palette: colours ? .ansi : .plain, language: language)
        Console.write(renderer.render(diagnostics))
      }
      let summary = DiagnosticSummary(of: diagnostics, fileCount: fileCount)
      Console.write(summary.text(in: language) + "\n")
    }
  }

  /// Mends the files and tells what was done to each.
  private func mended(_ sources: WorkspaceSources, only: String?) throws -> WorkspaceSources {
    let repair = WorkspaceRepair(sources, only: only)
    try repair.write(over: sources)
    for change in repair.changes.values.sorted(by: { $0.path < $1.path }) {
      let titles = change.titles.map { wording.language.text($0) }
      switch wording.language {
      case .english: Console.error("mended \(change.path): \(titles.joined(separator: "; "))")
      case .chinese: Console.error("已修改 \(change.path)：\(titles.joined(separator: "；"))")
      }
    }
    return repair.sources
  }
}
