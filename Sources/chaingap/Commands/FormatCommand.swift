import ArgumentParser
import ChainFiles
import Diagnostics
import FoundationEssentials

/// Runs `chaingap format`.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Put chain, region and workspace files into the one canonical layout.",
    discussion: """
      Examples:
        chaingap format                           the workspace in Chains/
        chaingap format Chains/lighter.yaml       one file
        chaingap format --check                   change nothing, name what would
        chaingap format - < old.yaml > new.yaml   from standard input

      Keys come in the order of Docs/ChainFormat.md, inputs by share; values,
      comments, blank lines and the order of links stay. A file that cannot be
      kept faithfully is left as it is, and the command says why.
      The names of changed files are printed. Tables (.csv) are left alone.
      Exit codes: 0 done, 1 files left alone or, with --check, to be laid out,
      2 could not run.
      """)

  @Argument(help: "Workspace folders or files; - for standard input. Default: Chains.")
  var paths: [String] = []

  @Flag(help: "Change nothing; tell which files do not stand in the layout.")
  var check = false

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if paths.contains("-"), paths.count > 1 {
      throw ValidationError("- stands for standard input and goes alone")
    }
  }

  func run() throws {
    var findings: [Diagnostic] = []
    if paths == ["-"] {
      findings = formatInput()
    } else {
      for path in try (paths.isEmpty ? ["Chains"] : paths).flatMap(files(at:)) {
        findings += try format(path)
      }
    }
    guard !findings.isEmpty else { return }
    let isOnTerminal = check ? Console.outputIsTerminal : Console.errorIsTerminal
    let text = TerminalRenderer(
      palette: Console.hasColours(onTerminal: isOnTerminal) ? .ansi : .plain,
      language: wording.language
    ).render(findings)
    if check { Console.write(text) } else { Console.errorFragment(text) }
    throw ExitCode.findings
  }

  /// Lays one file out, or tells what there is to tell about it.
  private func format(_ path: String) throws -> [Diagnostic] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("cannot read \"\(path)\"")
    }
    let file = FormattedFile(SourceFile(path: path, bytes: Array(data)))
    guard let text = file.text else { return file.diagnostics }
    let result = Array(text.utf8)
    guard Data(result) != data else { return [] }
    if check { return [file.layoutFinding] }
    try AtomicFile.replace(path, with: result)
    Console.write(path + "\n")
    return []
  }

  /// Writes standard input to standard output, laid out, or as it is where it must be left.
  private func formatInput() -> [Diagnostic] {
    let bytes = Console.input()
    let file = FormattedFile(SourceFile(path: "<standard input>", bytes: bytes))
    let result = file.text.map { Array($0.utf8) } ?? bytes
    if check { return result == bytes ? file.diagnostics : [file.layoutFinding] }
    Console.write(result)
    return file.diagnostics
  }

  /// The files with keys that a path names.
  private func files(at path: String) throws -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure("there is nothing at \"\(path)\"", help: "name a workspace folder or a file")
    }
    if isFolder {
      let sources = try WorkspaceFolder(path: path).sources()
      let regions = sources.regions.compactMap(\.region)
      return (sources.chains + regions + [sources.settings].compactMap { $0 }).map(\.path)
    }
    guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
      throw Failure(
        "\"\(path)\" is no chain, region or workspace file", help: "name a file that ends in .yaml")
    }
    return [path.hasPrefix("./") ? String(path.dropFirst(2)) : path]
  }
}
