import ArgumentParser
import ChainFiles
import Diagnostics
import FoundationEssentials

/// Runs `chaingap format`.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: Phrase(
      "Put chain, region and workspace files into the one canonical layout.",
      "将产业链、区域和工作区文件整理为统一格式。"),
    discussion: Phrase(
      """
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
      """,
      """
      示例：
        chaingap format                           Chains/ 工作区
        chaingap format Chains/lighter.yaml       一个文件
        chaingap format --check                   不改动，只列出不合格式的文件
        chaingap format - < old.yaml > new.yaml   处理标准输入

      各项按 Docs/ChainFormat.md 的次序排列，投入按投入系数排列；数值、注释、
      空行和环节的次序不变。无法忠实保留的文件保持原样，并说明原因。
      改动的文件逐个列出。表格（.csv）不作处理。
      退出码：0 完成，1 有文件保持原样，或（用 --check 时）有文件待整理，
      2 无法运行。
      """))

  @Argument(
    help: .init(
      "Workspace folders or files; - for standard input. Default: Chains.",
      "工作区文件夹或文件；- 为标准输入。默认为 Chains。"))
  var paths: [String] = []

  @Flag(
    help: .init(
      "Change nothing; tell which files do not stand in the layout.",
      "不改动，只列出不合格式的文件。"))
  var check = false

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if paths.contains("-"), paths.count > 1 {
      throw ValidationError(
        "- stands for standard input and goes alone", "- 表示标准输入，只能单独使用")
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
    guard let data = try? FilesOnDisk.bytes(of: path) else {
      guard let file = FilesOnDisk().file(path) else { throw Failure.cannotRead(path) }
      return FormattedFile(file).diagnostics
    }
    let file = FormattedFile(SourceFile(path: path, bytes: data))
    guard let text = file.text else { return file.diagnostics }
    let result = Array(text.utf8)
    guard !data.withUnsafeBytes({ $0.elementsEqual(result) }) else { return [] }
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
      throw Failure.nothing(at: path)
    }
    if isFolder {
      let sources = try WorkspaceFolder(path: path).sources()
      let regions = sources.regions.compactMap(\.region)
      return (sources.chains + regions + [sources.settings].compactMap { $0 }).map(\.path)
    }
    guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
      throw Failure(
        "\"\(path)\" is no chain, region or workspace file",
        "“\(path)”不是产业链、区域或工作区文件",
        help: .init("name a file that ends in .yaml", "请指定以 .yaml 结尾的文件"))
    }
    return [path.hasPrefix("./") ? String(path.dropFirst(2)) : path]
  }
}
