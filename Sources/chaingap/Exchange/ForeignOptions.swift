import ArgumentParser
import ChainFiles
import Diagnostics
import IndustryChain

/// How a foreign file is to be understood.
struct ForeignOptions: ParsableArguments {
  /// What a table may be that is none of ours.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case edges, transactions, coefficients
  }

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What a table is: \(Kind.allCases.map(\.rawValue).joined(separator: ", "))."
        + " Default: as its headings show.", valueName: "kind"))
  var kind: Kind?

  @Option(
    help: ArgumentHelp(
      "The id of the chain that is made, into which all of a graph goes."
        + " Default: from the file's name, or those that a graph names.", valueName: "id"))
  var chain: String?

  @Flag(help: "Write a file for each chain of a graph, even where they are more than 20.")
  var everyChain = false

  @Option(help: ArgumentHelp("The name of the chain that is made.", valueName: "text"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The source of the figures, which are then reported; else they are estimates.",
      valueName: "text"))
  var source: String?

  @Option(
    help: ArgumentHelp("Leave out shares below this, and tell their sum.", valueName: "share"))
  var leastShare = 0.0

  @Option(help: ArgumentHelp("A CSV file of ids and names.", valueName: "file"))
  var names: String?

  @Option(
    help: ArgumentHelp(
      "The row or column of outputs in a table of transactions.", valueName: "name"))
  var outputRow: String?

  @Option(
    help: ArgumentHelp(
      "What the columns of a list of firms are (Docs/Exchange.md).", valueName: "file"))
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "The sheet of a foreign workbook that is read. Default: the first.", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("The region of a list of firms.", valueName: "id"))
  var region: String?

  mutating func validate() throws {
    guard (0...1).contains(leastShare) else {
      throw ValidationError("--least-share is a number from 0 to 1")
    }
    guard (mapping == nil) == (region == nil) else {
      throw ValidationError("a list of firms takes both --mapping and --region")
    }
    for id in [chain, region].compactMap({ $0 }) where !id.isIDOfFiles {
      throw ValidationError("\"\(id)\" is no id: write lower-case letters, digits and hyphens")
    }
  }

  /// Whether tables may be those of a definition.
  var isDefinition: Bool { mapping == nil && kind == nil && sheet == nil }

  /// What a file is taken for.
  ///
  /// - Throws: `Failure` where a file that it needs cannot be read.
  func outcome(
    of file: ForeignFile, into place: ImportPlace, fate: FacilityTables.Fate
  ) throws -> ImportOutcome {
    switch file.format {
    case .graphML:
      guard let text = file.text else { return ImportOutcome() }
      return ImportOutcome(ForeignGraph(graphML: text), try settings(for: file))
    case .dot:
      guard let text = file.text else { return ImportOutcome() }
      return ImportOutcome(ForeignGraph(dot: text), try settings(for: file))
    case .sheets: return try outcome(of: file.sheets, in: file, place, fate)
    }
  }

  private func outcome(
    of sheets: [ExchangeSheet], in file: ForeignFile, _ place: ImportPlace,
    _ fate: FacilityTables.Fate
  ) throws -> ImportOutcome {
    if isDefinition, let outcome = ImportOutcome(definition: sheets) {
      return outcome
    }
    guard let sheet = chosen(of: sheets) else {
      return ImportOutcome(sheets.isEmpty ? [] : [noSheet(among: sheets, in: file.path)])
    }
    var outcome: ImportOutcome
    if let mapping, let region {
      let mapping = FacilityMapping(try ForeignFile.file(mapping))
      let tables = try place.files(["firms", "prospects"], ofRegion: region)
      outcome = ImportOutcome(
        facilities: sheet, mapping, region: region, tables: FacilityTables(tables), fate: fate)
    } else {
      let settings = try settings(for: file)
      if kind == nil || kind == .edges, let graph = ForeignGraph(edgeList: sheet) {
        outcome = ImportOutcome(graph, settings)
      } else if kind == .edges {
        throw Failure(
          "\"\(file.path)\" has no columns of suppliers and buyers",
          help: "call them `supplier` and `buyer`, and the share `share`")
      } else {
        let kind = kind.flatMap { ForeignGraph.TableKind(rawValue: $0.rawValue) }
        outcome = ImportOutcome(
          ForeignGraph(inputOutputTable: sheet, as: kind, outputName: outputRow), settings)
      }
    }
    let others = sheets.filter { $0.name != sheet.name }
    outcome.add(others.flatMap { $0.leftAside(self.sheet == nil ? .notFirst : .notChosen) })
    return outcome
  }

  /// The table that is read, `nil` where there is none of the name.
  private func chosen(of sheets: [ExchangeSheet]) -> ExchangeSheet? {
    guard let sheet else { return sheets.first }
    return sheets.first { $0.name == sheet }
  }

  /// The finding that no sheet has the name that was asked for.
  private func noSheet(among sheets: [ExchangeSheet], in path: String) -> Diagnostic {
    let name = sheet ?? ""
    return Diagnostic(
      id: ImportRule.unreadableFile.id, severity: ImportRule.unreadableFile.severity,
      location: .init(file: SourceFile(path: path, text: "")),
      message: .init(
        english: "there is no sheet \"\(name)\"", chinese: "没有名为“\(name)”的表"),
      help: .init(
        english: "name one of " + sheets.map { "\"\($0.name)\"" }.joined(separator: ", "),
        chinese: "可选的表：" + sheets.map { "“\($0.name)”" }.joined(separator: "、")))
  }

  private func settings(for file: ForeignFile) throws -> ImportSettings {
    let last = file.path.split(separator: "/").last.map(String.init) ?? file.path
    var settings = ImportSettings(chain: chain ?? ImportSettings.chainID(ofFileNamed: last))
    settings.joinsChains = chain != nil
    settings.writesEveryChain = everyChain
    settings.name = name
    settings.source = source
    settings.leastShare = leastShare
    if let names { settings.readNames(ExchangeSheet(try ForeignFile.file(names))) }
    return settings
  }
}

extension String {
  /// Whether the text is an id as files have them.
  fileprivate var isIDOfFiles: Bool {
    ImportSettings.chainID(ofFileNamed: self) == self
  }
}
