import ArgumentParser
import ChainFiles
import Diagnostics

/// Runs `chaingap import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Phrase(
      "Bring tables, workbooks and graphs into the workspace.", "将表格、工作簿和图导入工作区。"),
    discussion: Phrase(
      """
      Examples:
        chaingap import lighter.xlsx                    an edited export, seen first
        chaingap import lighter.xlsx --replace          and put in place
        chaingap import tables/dalong --replace         a folder of CSV files
        chaingap import transactions.csv --least-share 0.01
        chaingap import edges.csv --chain battery       supplier, buyer[, share]
        chaingap import graph.graphml                   from Gephi, yEd, networkx
        chaingap import chain.dot                       from Graphviz
        chaingap import park.csv --mapping park.yaml --region dalong
        chaingap import park.csv --mapping park.yaml --region dalong --add
        chaingap import trade.xlsx --sheet 2023         one sheet of several

      What cannot be taken over is listed by row and cell; the rest is written,
      with --strict nothing. A file that is there is only replaced with --replace,
      and with --force where rows would be lost or check would find new errors.
      Docs/Exchange.md tells what each format may hold.
      Exit codes: 0 done, 1 something was not taken over or would be replaced,
      2 could not run.
      """,
      """
      示例：
        chaingap import lighter.xlsx                    先看导出后改过的工作簿有何变化
        chaingap import lighter.xlsx --replace          确认后写入
        chaingap import tables/dalong --replace         一个文件夹的 CSV 表
        chaingap import transactions.csv --least-share 0.01
        chaingap import edges.csv --chain battery       供应方、采购方（可带投入系数）
        chaingap import graph.graphml                   来自 Gephi、yEd、networkx
        chaingap import chain.dot                       来自 Graphviz
        chaingap import park.csv --mapping park.yaml --region dalong
        chaingap import park.csv --mapping park.yaml --region dalong --add
        chaingap import trade.xlsx --sheet 2023         多张工作表中的一张

      不能导入的内容按行和单元格列出，其余照常写入；加 --strict 则什么也不写。
      已有的文件须加 --replace 才会替换；会丢行或使检查出现新错误时，还须加 --force。
      各种格式可以包含什么，见 Docs/Exchange.md。
      退出码：0 完成，1 有内容未导入或将替换原有内容，2 无法运行。
      """))

  @Argument(
    help: .init(
      "A file (.xlsx, .csv, .graphml, .dot) or a folder of CSV files.",
      "文件（.xlsx、.csv、.graphml、.dot）或存放 CSV 表的文件夹。"))
  var path: String

  @Option(help: ArgumentHelp("The workspace to write into.", "写入的工作区。", valueName: "dir"))
  var into = "Chains"

  @Flag(help: .init("Replace files that are there.", "替换已有的文件。"))
  var replace = false

  @Flag(
    help: .init(
      "Add the rows of a list of firms to the table that is there.", "将企业名单中的行追加到已有的表中。"))
  var add = false

  @Flag(
    help: .init(
      "Let missing sheets and columns delete what they held.", "缺少的表和列视为删除其中的内容。"))
  var allowMissing = false

  @Flag(
    help: .init(
      "Replace even where rows are not imported, or check finds new errors.",
      "即使有行未导入或检查出现新错误，也照样替换。"))
  var force = false

  @Flag(
    help: .init("Write nothing where anything cannot be taken over.", "只要有内容不能导入，就什么也不写。"))
  var strict = false

  @OptionGroup var foreign: ForeignOptions

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if add, replace {
      throw ValidationError(
        "--add keeps the rows that --replace would replace",
        "--add 保留原有的行，--replace 则会替换，两者只能选一")
    }
    if add, foreign.mapping == nil {
      throw ValidationError(
        "--add is for lists of firms, with --mapping and --region",
        "--add 只用于企业名单，须与 --mapping、--region 同用")
    }
  }

  func run() throws {
    let file = try ForeignFile(path)
    let place = try ImportPlace(folder: into)
    var outcome = try foreign.outcome(of: file, into: place, fate: add ? .kept : .replaced)
    outcome.add(file.findings)
    let words = ImportWording(language: wording.language)
    let changes = try outcome.files.sorted { $0.key < $1.key }.compactMap { path, content in
      try place.change(place.path(for: path), to: content)
    }
    // A tree takes several times the room of the text that it has become.
    outcome.files.removeAll()
    if !allowMissing, outcome.isDefinition {
      outcome.add(try changes.flatMap { try place.missingContent(of: $0, in: file.sheets) })
    }
    let output = FindingsOutput(language: wording.language)
    output.show(outcome.diagnostics)
    for made in outcome.madeIDs { Console.write("\(made.id)\t\(made.name)\n") }
    guard !changes.isEmpty, !(strict && outcome.hasLosses) else {
      Console.error(words.nothingWritten)
      throw ExitCode.findings
    }
    for change in changes { Console.error(words.lines(on: change)) }
    let check = place.check(changes)
    output.show(atCells(check.errors, of: file, changes.map { place.place(of: $0.path) }))
    if check.otherCount > 0 { Console.error(words.moreFindings(check.otherCount)) }
    for region in place.regionsWithoutFile(changes) {
      Console.error(words.missingRegion(region, in: place.folder))
    }
    if changes.contains(where: \.replacesOther) {
      try holdBack(words, isIncomplete: outcome.isIncomplete, breaks: check.breaks)
    } else if check.breaksOthers, !force {
      Console.error(words.breaks)
      throw ExitCode.findings
    }
    let files = changes.filter { !$0.isSame }
    try OutputFolder(path: place.folder).write(
      Dictionary(uniqueKeysWithValues: files.map { ($0.path, Array($0.text.utf8)) }))
    for change in files { Console.write("\(place.place(of: change.path))\n") }
    if outcome.hasLosses || !check.errors.isEmpty { throw ExitCode.findings }
  }

  /// Findings in the new files of a definition at the cells that their values came from.
  private func atCells(
    _ findings: [Diagnostic], of file: ForeignFile, _ paths: [String]
  ) -> [Diagnostic] {
    guard foreign.isDefinition else { return findings }
    return CellOrigins(file.sheets).moved(findings, inFiles: Set(paths))
  }

  /// Leaves the files that are there as they are where a person has not said enough to lose them.
  ///
  /// - Throws: `ExitCode.findings` after telling why.
  private func holdBack(_ words: ImportWording, isIncomplete: Bool, breaks: Bool) throws {
    let isAddition = add && foreign.mapping != nil
    let reason: String? =
      if force && (replace || isAddition) {
        nil
      } else if isIncomplete && !isAddition {
        words.incomplete(unless: replace ? "--force" : "--replace --force")
      } else if breaks {
        words.breaks
      } else {
        replace || isAddition
          ? nil : foreign.mapping == nil ? words.heldBack : words.tableHeldBack
      }
    guard let reason else { return }
    Console.error(reason)
    throw ExitCode.findings
  }
}
