import Diagnostics
import IndustryChain
import SeedFiles
import Testing

@testable import ChainFiles

/// What readers and the formatter make of the seeds and their mutants.
@Suite struct SeedTests {
  private static let count = 60

  @Test(arguments: SeedFile.all(.yaml))
  func `a YAML file is read or refused with a finding at a place in it`(_ seed: SeedFile) {
    for bytes in seed.variants(Self.count) {
      let file = SourceFile(path: "x.yaml", bytes: bytes)
      var region = RegionSources(folder: "regions/x", region: file)
      region.firms = file
      region.peers = file
      let result = loadWorkspace(
        WorkspaceSources(chains: [file], regions: [region], settings: file))
      let lineCount = file.text.unicodeScalars.count { $0 == "\n" || $0 == "\r" } + 1
      for finding in result.diagnostics {
        #expect(finding.message.english != nil && finding.message.chinese != nil)
        if let range = finding.location?.range {
          #expect((1...lineCount + 1).contains(range.start.line), "\(finding)")
        }
      }
    }
  }

  @Test(arguments: SeedFile.all(.yaml))
  func `a YAML file is laid out once and for all with the same values, or left alone`(
    _ seed: SeedFile
  ) throws {
    for bytes in seed.variants(Self.count) {
      let file = SourceFile(path: "x.yaml", bytes: bytes)
      let result = FormattedFile(file)
      #expect((result.text == nil) == !result.diagnostics.isEmpty)
      guard let text = result.text else { continue }
      #expect(FormattedFile(SourceFile(path: "x.yaml", text: text)).text == text)
      let trees = try [file, SourceFile(path: "x.yaml", text: text)].map {
        try #require(TreeDocument($0).tree)
      }
      #expect(meaning(.map(trees[0].root)) == meaning(.map(trees[1].root)))
      #expect(trees[0].comments == trees[1].comments)
    }
  }

  @Test(arguments: SeedFile.all(.csv))
  func `a table is read or refused by every importer and as a table of firms`(_ seed: SeedFile) {
    for bytes in seed.variants(Self.count) {
      let file = SourceFile(path: "firms.csv", bytes: bytes)
      for outcome in importAll(file) { expectReadable(outcome) }
      var region = RegionSources(
        folder: "regions/x", region: SourceFile(path: "region.yaml", text: "region: x\nname: X\n"))
      region.firms = file
      region.peers = file
      _ = loadWorkspace(WorkspaceSources(chains: [], regions: [region]))
    }
  }

  @Test(arguments: SeedFile.all(.graphml))
  func `a GraphML file is read or refused`(_ seed: SeedFile) {
    for bytes in seed.variants(Self.count) {
      let graph = ForeignGraph(graphML: SourceFile(path: "x.graphml", bytes: bytes))
      expectReadable(ImportOutcome(graph, ImportSettings(chain: "x")))
    }
  }

  /// What every importer of tables makes of a file.
  private func importAll(_ file: SourceFile) -> [ImportOutcome] {
    let sheet = ExchangeSheet(file)
    let settings = ImportSettings(chain: "x")
    let mapping = FacilityMapping(
      SourceFile(path: "m", text: "columns: {name_en: firm, link: link}\nseparators: {link: \";\"}")
    )
    let tables = ["chain", "links", "inputs", "comments", "region"].map { name in
      ExchangeSheet(SourceFile(path: "\(name).csv", text: file.text))
    }
    return [
      ForeignGraph(edgeList: sheet).map { ImportOutcome($0, settings) },
      ImportOutcome(ForeignGraph(inputOutputTable: sheet, as: nil), settings),
      ImportOutcome(facilities: sheet, mapping, region: "x"),
      ImportOutcome(facilities: sheet, FacilityMapping(file), region: "x"),
      ImportOutcome(definition: tables), ImportOutcome(definition: Array(tables.dropFirst(4))),
    ].compactMap { $0 }
  }

  /// What an import writes can be read, and says the same.
  private func expectReadable(_ outcome: ImportOutcome) {
    for case .tree(let tree) in outcome.files.values {
      let again = TreeDocument(SourceFile(path: "y", text: canonicalText(of: tree)))
      #expect(again.tree.map(FileValues.init) == FileValues(of: tree))
    }
  }
}
