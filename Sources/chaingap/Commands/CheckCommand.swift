import ArgumentParser
import ChainFiles
import Diagnostics
import FoundationEssentials
import IndustryChain

/// Runs `chaingap check`.
struct CheckCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, sarif, github

    static let names = Phrase.list(allCases.map(\.rawValue))
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Phrase(
      "Tell what is wrong or odd in chain files, regions and firm tables.",
      "检查产业链、区域文件和企业表中的错误和疑点。"),
    discussion: Phrase(
      """
      Examples:
        chaingap check                            the workspace in Chains/
        chaingap check my-chains                  another workspace
        chaingap check Chains/lighter.yaml        one file, seen with the others
        chaingap check Chains/regions/dalong      one region, likewise
        chaingap check --fix                      mend what is certain, tell the rest
        chaingap check --language zh              in Chinese
        chaingap check --format sarif             for code hosts; json, github

      Each finding has an id; Docs/Diagnostics.md has an entry on every one. What a
      finding counts for can be changed in Chains/workspace.yaml.

      --fix changes nothing but what it names: comments, order and layout stay, and a
      file is replaced as a whole or not at all. Files in GBK are saved as UTF-8.

      Exit codes: 0 nothing but notes, 1 errors or warnings, 2 could not run.
      """,
      """
      示例：
        chaingap check                            检查 Chains/ 工作区
        chaingap check my-chains                  检查另一个工作区
        chaingap check Chains/lighter.yaml        只看一个文件（对照其他文件）
        chaingap check Chains/regions/dalong      只看一个区域（同上）
        chaingap check --fix                      改正有把握的问题，其余列出
        chaingap check --language zh              用中文
        chaingap check --format sarif             供代码平台使用；另有 json、github

      每条结果都有编号，Docs/Diagnostics.md 逐条说明。某类结果算作错误、警告
      还是提示，可在 Chains/workspace.yaml 中调整。

      --fix 只改它列出的内容，注释、次序和排版不变；每个文件要么整个替换，
      要么保持原样。GBK 文件另存为 UTF-8。

      退出码：0 没有问题（可有提示），1 有错误或警告，2 无法运行。
      """))

  @Argument(
    help: .init(
      "A workspace folder, one of its regions' folders or files.",
      "工作区文件夹，或其中的区域文件夹、文件。"))
  var path = "Chains"

  @Option(
    help: .init(
      "How to write the findings: \(Format.names.english).", "结果的格式：\(Format.names.chinese)。"))
  var format = Format.text

  @Flag(
    help: .init(
      "Mend what is certain in the files, then tell what remains.",
      "改正文件中有把握的问题，再列出其余。"))
  var fix = false

  @OptionGroup var wording: LanguageOption

  func run() throws {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure.nothing(at: path)
    }
    let (folder, scope) = place(isFolder: isFolder)
    var sources = try folder.sources()
    if !isFolder, !sources.files.contains(where: { scope.contains($0.path) }) {
      throw Failure(
        "\"\(path)\" is no chain file, region.yaml, firms.csv, prospects.csv, peers.csv"
          + " or \(WorkspaceSources.settingsFileName)",
        "“\(path)”不是产业链文件、region.yaml、firms.csv、prospects.csv、peers.csv"
          + " 或 \(WorkspaceSources.settingsFileName)",
        help: .whereChainsLie)
    }
    if fix { sources = try mended(sources, in: scope) }
    var diagnostics = checkWorkspace(sources).diagnostics
    let hasErrors = diagnostics.contains { $0.severity == .error }
    diagnostics.removeAll { !scope.contains($0.location?.file.path) }
    let fileCount = sources.files.count { scope.contains($0.path) }
    show(diagnostics, fileCount: fileCount)
    if format == .text {
      for line in closingLines(on: diagnostics, hasErrors: hasErrors) { Console.write(line + "\n") }
    }
    let summary = DiagnosticSummary(of: diagnostics, fileCount: fileCount)
    if summary.hasProblems { throw ExitCode.findings }
  }

  /// The workspace that the path lies in, and what of it the path names.
  ///
  /// A region's folder is seen with its workspace, as a file is.
  private func place(isFolder: Bool) -> (WorkspaceFolder, FileScope) {
    var own = path
    while own.hasPrefix("./"), own.count > 2 { own.removeFirst(2) }
    guard isFolder else { return (WorkspaceFolder(containing: own), FileScope(path: own)) }
    while own.hasSuffix("/"), own.count > 1 { own.removeLast() }
    guard own.split(separator: "/").dropLast().last == "regions" else {
      return (WorkspaceFolder(path: path), .all)
    }
    return (WorkspaceFolder(containing: own + "/region.yaml"), FileScope(path: own))
  }

  /// What the findings themselves do not say: that some were not looked for, and that some can be
  /// mended.
  private func closingLines(on diagnostics: [Diagnostic], hasErrors: Bool) -> [String] {
    var lines: [String] = []
    if hasErrors {
      lines.append(
        wording.language.text(
          LocalizedText(
            english: "while there are errors, oddities of links and of files with errors are not"
              + " looked for",
            chinese: "改正错误之前，不检查环节之间和出错文件里的疑点")))
    }
    let count = fix ? 0 : diagnostics.count { $0.fix?.applicability == .certain }
    if count > 0 {
      lines.append(
        wording.language.text(
          LocalizedText(
            english: "\(count) can be mended with --fix", chinese: "其中 \(count) 处可用 --fix 改正")))
    }
    return lines
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
        Console.write(renderer.render(diagnostics.map(legible)))
      }
      let summary = DiagnosticSummary(of: diagnostics, fileCount: fileCount)
      Console.write(summary.text(in: language) + "\n")
    }
  }

  /// A finding on a file in GBK or UTF-16 with the text as its author sees it, any other as it is.
  ///
  /// What stands before the first byte that is not UTF-8 is the same in both.
  private func legible(_ finding: Diagnostic) -> Diagnostic {
    guard let location = finding.location, location.file.firstInvalidPosition != nil,
      let bytes = FileManager.default.contents(atPath: location.file.path),
      let text = TextDecoding.decoded(Array(bytes))?.text
    else { return finding }
    return Diagnostic(
      id: finding.id, severity: finding.severity,
      location: .init(
        file: SourceFile(path: location.file.path, text: text), range: location.range),
      message: finding.message, notes: finding.notes, help: finding.help, fix: finding.fix)
  }

  /// Mends the files and tells what was done to each.
  private func mended(_ sources: WorkspaceSources, in scope: FileScope) throws -> WorkspaceSources {
    let repair = WorkspaceRepair(sources, in: scope)
    try repair.write(over: sources)
    for change in repair.changes.values.sorted(by: { $0.path < $1.path }) {
      let titles = change.titles.map { wording.language.text($0) }
      switch wording.language {
      case .english: Console.error("mended \(change.path): \(titles.joined(separator: "; "))")
      case .chinese: Console.error("已修改 \(change.path)：\(titles.joined(separator: "；"))")
      }
    }
    for left in repair.refusals.values.sorted(by: { $0.path < $1.path }) {
      let error = Phrase(left.error.message)
      Console.tell(
        .note,
        Phrase(
          "\(left.path) is left as it is, since mending it would bring an error: \(error.english)",
          "未改动 \(left.path)：改后会出现新的错误：\(error.chinese)"))
    }
    return repair.sources
  }
}
