public import ArgumentParser
public import ChainFiles
import Diagnostics
import FoundationEssentials
import IndustryChain

/// Runs `chaingap merge`.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: Phrase(
      "Join two versions of a chain, a region file or a table of a region.",
      "合并产业链文件、区域文件或区域表格的两个版本。"),
    discussion: Phrase(
      """
      Examples:
        chaingap merge ours.yaml theirs.yaml --into joined.yaml
        chaingap merge ours.yaml theirs.yaml --into Chains/lighter.yaml --replace
        chaingap merge ours.yaml theirs.yaml --base old.yaml --into ours.yaml
        chaingap merge ours.yaml theirs.yaml --prefer b --into -
        chaingap merge firms.csv theirs.csv --into firms.csv

      Links and keys of both are kept, and so are the comments of both. What the
      two say differently is shown with both places, and nothing is written until
      --prefer takes a side; with --base, only what both have changed since.
      Rows of firms.csv, prospects.csv and peers.csv are told apart by firm or region,
      and link; a blank cell takes what the other version says.
      A file that is none of those merged is overwritten only with --replace.
      Exit codes: 0 merged, 1 in conflict, 2 could not run.
      """,
      """
      示例：
        chaingap merge ours.yaml theirs.yaml --into joined.yaml
        chaingap merge ours.yaml theirs.yaml --into Chains/lighter.yaml --replace
        chaingap merge ours.yaml theirs.yaml --base old.yaml --into ours.yaml
        chaingap merge ours.yaml theirs.yaml --prefer b --into -
        chaingap merge firms.csv theirs.csv --into firms.csv

      两方的环节、各项内容和注释都保留。两方说法不同之处列出两边的位置；在用
      --prefer 选定一方之前不写入任何文件。给出 --base 时，只列出此后双方都改过
      的内容。firms.csv、prospects.csv 和 peers.csv 按企业（或地区）与环节逐行对应，
      一方空白的单元格取另一方的内容。已有的文件如不在合并之列，须加 --replace 才会
      覆盖。
      退出码：0 已合并，1 有冲突，2 无法运行。
      """))

  @Argument(help: .init("The first version.", "第一个版本。"))
  var a: String

  @Argument(help: .init("The second version.", "第二个版本。"))
  var b: String

  @Option(
    help: ArgumentHelp(
      "The file to write; - for standard output.", "写入的文件；- 为标准输出。", valueName: "file"))
  var into: String

  @Option(help: .init("The version that both come from.", "两个版本共同的来源版本。"))
  var base: String?

  @Option(
    help: .init(
      "Whose word holds where they differ: a, the first, or b, the second.",
      "说法不同时以谁为准：a（第一个）或 b（第二个）。"))
  var prefer: TreeMerge.Side?

  @Flag(
    help: .init(
      "Overwrite a file that is there and is none of those merged.",
      "覆盖不在合并之列的已有文件。"))
  var replace = false

  @OptionGroup var wording: LanguageOption

  func run() throws {
    try refuseOtherFile()
    if [a, b].contains(where: { $0.lowercased().hasSuffix(".csv") }) { return try mergeTables() }
    let files = try [a, b].map(file(at:))
    let trees = try files.map(tree(of:))
    let ancestor = try base.map { try tree(of: file(at: $0)) }
    guard trees[0].kind == trees[1].kind, trees[0].id == trees[1].id, trees[0].kind != .other else {
      throw Failure(
        "\"\(a)\" and \"\(b)\" do not define the same chain or region",
        "“\(a)”和“\(b)”定义的不是同一条产业链或同一个区域",
        help: .init(
          "name two files that begin with the same `chain:` or `region:`",
          "请指定开头 `chain:` 或 `region:` 相同的两个文件"))
    }
    let merge = TreeMerge(trees[0], trees[1], base: ancestor, preferring: prefer ?? .a)
    if prefer == nil, !merge.conflicts.isEmpty {
      show(merge.findings(in: files[0], and: files[1]))
      throw ExitCode.findings
    }
    let merged = FormattedFile(SourceFile(path: into, text: canonicalText(of: merge.tree)))
    guard let text = merged.text else {
      show(merged.diagnostics)
      throw ExitCode.couldNotRun
    }
    try write(text)
  }

  private func write(_ text: String) throws {
    if into == "-" { return Console.write(text) }
    try AtomicFile.replace(into, with: Array(text.utf8))
    Console.write(into + "\n")
  }

  private func mergeTables() throws {
    let tables = try [a, b].map(table(at:))
    let ancestor = try base.map(table(at:))
    guard Set((tables + [ancestor].compactMap { $0 }).map(\.kind)).count == 1 else {
      throw Failure(
        Phrase("\"\(a)\" and \"\(b)\" are not tables of one kind", "“\(a)”与“\(b)”不是同一种表"),
        help: Phrase("name two tables of firms and prospects, or two of peers", "请给出两张企业表，或两张对标地区表")
      )
    }
    let merge = TableMerge(tables[0], tables[1], base: ancestor, preferring: prefer ?? .a)
    if prefer == nil, !merge.conflicts.isEmpty {
      show(merge.findings)
      throw ExitCode.findings
    }
    try write(merge.text)
  }

  /// The table in a file, in any encoding that we read.
  ///
  /// - Throws: `ExitCode` after telling what keeps it from being one, or `Failure`.
  private func table(at path: String) throws -> TableVersion {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        Phrase("cannot read \"\(path)\"", "无法读取“\(path)”"),
        help: Phrase("name a table of firms or of peers", "请给出企业表或对标地区表"))
    }
    guard let table = TableVersion(try ForeignFile.file(path)) else {
      throw Failure(
        Phrase(
          "\"\(path)\" is no table of firms, of prospects or of peers", "“\(path)”不是企业表或对标地区表"),
        help: Phrase(
          "name the columns in its first line, `firm` or `region` among them",
          "首行须写明列名，其中有“企业编号”或“地区”"))
    }
    guard table.diagnostics.isEmpty else {
      show(table.diagnostics)
      throw ExitCode.couldNotRun
    }
    return table
  }

  /// Keeps a file that would be lost: what is in it would go into no version.
  private func refuseOtherFile() throws {
    guard into != "-", !replace, FileManager.default.fileExists(atPath: into) else { return }
    let merged = [a, b] + [base].compactMap { $0 }
    guard !merged.contains(where: { Self.resolved($0) == Self.resolved(into) }) else { return }
    throw Failure(
      "\"\(into)\" is there already and is none of the files merged",
      "“\(into)”已存在，又不在要合并的文件之列",
      help: .init(
        "name another file, merge with it, or overwrite it with --replace",
        "换一个文件名，或把它也列入合并；确实要覆盖时加 --replace"))
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  private func file(at path: String) throws -> SourceFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure.cannotRead(
        path, help: .init("name a chain or a region file", "请指定产业链文件或区域文件"))
    }
    return SourceFile(path: path, bytes: data)
  }

  /// The file as a tree.
  ///
  /// - Throws: `ExitCode` after telling what keeps it from being one.
  private func tree(of file: SourceFile) throws -> FileTree {
    let document = TreeDocument(file)
    if let tree = document.tree { return tree }
    show(document.diagnostics)
    throw ExitCode.couldNotRun
  }

  private func show(_ findings: [Diagnostic]) {
    let colours = Console.hasColours(onTerminal: Console.errorIsTerminal)
    let renderer = TerminalRenderer(palette: colours ? .ansi : .plain, language: wording.language)
    Console.errorFragment(renderer.render(findings))
  }
}

extension TreeMerge.Side: ExpressibleByArgument {}
