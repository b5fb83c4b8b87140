import ArgumentParser
import ChainFiles
import Diagnostics

/// Runs `chaingap import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring tables, workbooks and graphs into the workspace.",
    discussion: """
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
      """)

  @Argument(help: "A file (.xlsx, .csv, .graphml, .dot) or a folder of CSV files.")
  var path: String

  @Option(help: ArgumentHelp("The workspace to write into.", valueName: "dir"))
  var into = "Chains"

  @Flag(help: "Replace files that are there.")
  var replace = false

  @Flag(help: "Add the rows of a list of firms to the table that is there.")
  var add = false

  @Flag(help: "Let missing sheets and columns delete what they held.")
  var allowMissing = false

  @Flag(help: "Replace even where rows are not imported, or check finds new errors.")
  var force = false

  @Flag(help: "Write nothing where anything cannot be taken over.")
  var strict = false

  @OptionGroup var foreign: ForeignOptions

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if add, replace { throw ValidationError("--add keeps the rows that --replace would replace") }
    if add, foreign.mapping == nil {
      throw ValidationError("--add is for lists of firms, with --mapping and --region")
    }
  }

  func run() throws {
    let file = try ForeignFile(path)
    let place = ImportPlace(folder: into)
    var outcome = try foreign.outcome(of: file, into: place, fate: add ? .kept : .replaced)
    outcome.add(file.findings)
    let words = ImportWording(language: wording.language)
    let changes = try outcome.files.sorted { $0.key < $1.key }.compactMap { path, content in
      try place.change(path, to: content)
    }
    if !allowMissing, foreign.isDefinition {
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
    let check = try place.check(changes)
    output.show(atCells(check.errors, of: file, changes))
    if check.otherCount > 0 { Console.error(words.moreFindings(check.otherCount)) }
    for region in place.regionsWithoutFile(changes) {
      Console.error(words.missingRegion(region, in: into))
    }
    if changes.contains(where: \.replacesOther) {
      try holdBack(words, isIncomplete: outcome.isIncomplete, breaks: check.breaks)
    }
    let files = changes.filter { !$0.isSame }
    try OutputFolder(path: into).write(
      Dictionary(uniqueKeysWithValues: files.map { ($0.path, Array($0.text.utf8)) }))
    for change in files { Console.write("\(into)/\(change.path)\n") }
    if outcome.hasLosses || !check.errors.isEmpty { throw ExitCode.findings }
  }

  /// Findings in the new files of a definition at the cells that their values came from.
  private func atCells(
    _ findings: [Diagnostic], of file: ForeignFile, _ changes: [ImportPlace.Change]
  ) -> [Diagnostic] {
    guard foreign.isDefinition else { return findings }
    let paths = Set(changes.map { "\(into)/\($0.path)" })
    return CellOrigins(file.sheets).moved(findings, inFiles: paths)
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
        words.incomplete
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
