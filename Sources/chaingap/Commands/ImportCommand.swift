import ArgumentParser
import ChainFiles
import Diagnostics
import FoundationEssentials
import IndustryChain

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

      What cannot be taken over is listed by row and cell; the rest is written,
      with --strict nothing. A file that is there is only replaced with --replace.
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

  @Flag(help: "Write nothing where anything cannot be taken over.")
  var strict = false

  @OptionGroup var foreign: ForeignOptions

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let file = try ForeignFile(path)
    var outcome = try foreign.outcome(of: file)
    outcome.add(file.findings)
    FindingsOutput(language: wording.language).show(outcome.diagnostics)
    let words = ImportWording(language: wording.language)
    for made in outcome.madeIDs { Console.write("\(made.id)\t\(made.name)\n") }
    guard !outcome.files.isEmpty, !(strict && outcome.hasLosses) else {
      Console.error(words.nothingWritten)
      throw ExitCode.findings
    }
    let place = ImportPlace(folder: into)
    let changes = try outcome.files.sorted { $0.key < $1.key }.map { path, content in
      try place.change(path, to: content)
    }
    for change in changes { Console.error(words.line(on: change)) }
    let isHeldBack = !replace && changes.contains(where: \.replacesOther)
    if isHeldBack {
      Console.error(words.heldBack)
      throw ExitCode.findings
    }
    let files = changes.filter { !$0.isSame }
    try OutputFolder(path: into).write(
      Dictionary(uniqueKeysWithValues: files.map { ($0.path, Array($0.text.utf8)) }))
    for change in files { Console.write("\(into)/\(change.path)\n") }
    let errors = try checkFindings(in: Set(files.map { "\(into)/\($0.path)" }), words)
    if outcome.hasLosses || errors { throw ExitCode.findings }
  }

  /// Shows what `check` calls errors in files, counts the rest, and tells whether there are errors.
  private func checkFindings(in paths: Set<String>, _ words: ImportWording) throws -> Bool {
    let findings = loadWorkspace(try WorkspaceFolder(path: into).sources()).diagnostics
      .filter { $0.location.map { paths.contains($0.file.path) } == true }
    let errors = findings.filter { $0.severity == .error }
    FindingsOutput(language: wording.language).show(errors)
    if findings.count > errors.count {
      Console.error(words.moreFindings(findings.count - errors.count))
    }
    return !errors.isEmpty
  }
}

/// The folder that an import writes into, and what is there already.
struct ImportPlace {
  let folder: String

  /// What a file would become.
  struct Change {
    let path: String
    let text: String
    /// What differs from the file that is there; `nil` where there is none.
    let changes: FileChanges?

    /// Whether the file says the same already.
    var isSame: Bool { changes?.isEmpty == true }
    /// Whether a file would be lost that says something else.
    var replacesOther: Bool { changes?.isEmpty == false }
  }

  /// Compares a file with what is there.
  ///
  /// - Throws: `Failure` where that cannot be read.
  func change(_ path: String, to content: ImportOutcome.Content) throws -> Change {
    let place = "\(folder)/\(path)"
    let isThere = FileManager.default.fileExists(atPath: place)
    let old = isThere ? try ForeignFile.file(place) : nil
    switch content {
    case .tree(let tree):
      guard let old else { return Change(path: path, text: canonicalText(of: tree), changes: nil) }
      guard let before = TreeDocument(old).tree else {
        throw Failure(
          "cannot compare with \"\(place)\", which cannot be read",
          help: "run chaingap check, or move the file away")
      }
      return Change(
        path: path, text: canonicalText(of: tree.keepingSpellings(of: before)),
        changes: FileChanges(from: before, to: tree))
    case .table(let text):
      return Change(
        path: path, text: text, changes: old.map { FileChanges(fromTable: $0.text, to: text) })
    }
  }
}

/// What an import tells a person.
struct ImportWording {
  let language: Language

  /// What becomes of one file.
  func line(on change: ImportPlace.Change) -> String {
    guard let changes = change.changes else {
      return language == .english ? "\(change.path): new" : "\(change.path)：新文件"
    }
    if changes.isEmpty {
      return language == .english ? "\(change.path): no change" : "\(change.path)：没有变化"
    }
    let counts = changes.counts.map { count in
      let parts = [
        ("+", count.added), ("-", count.removed), ("~", count.changed),
      ].filter { $1 > 0 }.map { "\($0)\($1)" }
      return "\(count.key) \(parts.joined(separator: " "))"
    }
    let list = counts.joined(separator: language == .english ? ", " : "，")
    return language == .english
      ? "\(change.path): \(list) (+ added, - removed, ~ changed)"
      : "\(change.path)：\(list)（+ 增加，- 删除，~ 修改）"
  }

  /// What `check` would say beside errors.
  func moreFindings(_ count: Int) -> String {
    language == .english
      ? "chaingap check has \(count) warnings or notes on the new files"
      : "chaingap check 对新文件另有 \(count) 条警告或提示"
  }

  var nothingWritten: String { language == .english ? "nothing was written" : "未写入任何文件" }

  var heldBack: String {
    language == .english
      ? "nothing was written; --replace puts the new files in place of the old"
      : "未写入任何文件；加上 --replace 即以新文件替换旧文件"
  }
}
