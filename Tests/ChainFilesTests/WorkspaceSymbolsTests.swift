import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct WorkspaceSymbolsTests {
  private static let metal = """
    chain: metal
    name: 金属
    needs: {permit: 许可}
    links:
      ore: {name: 矿石, stage: upstream}
      part:
        name: 零件
        stage: downstream
        needs: [permit]
        inputs: {"ore": 0.5, 'plating/coat': 0.1}
        variant_of: metal/ore
    """
  private static let plating = """
    chain: plating
    name: 电镀
    links:
      coat: {name: 镀层, stage: supporting, inputs: {part: 0.1}}
    """
  private static let region = """
    region: here
    name: 此地
    date: 2024-06-30
    surveyed: {metal: , coat: }
    supply_ratio: {ore: 0.5}
    chief_firms: {metal: f1}
    provides: [permit]
    """
  private static let firms = """
    firm,name_zh,link,partners
    f1,一号,"part",
    f2,二号,plating/coat,"f1；  f2"
    f1,,ore,
    """

  private func sources(
    metal: String = metal, plating: String = plating
  ) -> WorkspaceSources {
    WorkspaceSources(
      chains: [
        SourceFile(path: "metal.yaml", text: metal),
        SourceFile(path: "plating.yaml", text: plating),
      ],
      regions: [
        RegionSources(
          folder: "regions/here",
          region: SourceFile(path: "region.yaml", text: Self.region),
          firms: SourceFile(path: "firms.csv", text: Self.firms))
      ])
  }

  private func link(_ chain: String, _ name: String) -> WorkspaceSymbols.Symbol {
    .link(LinkID(chain: ChainID(chain), name: name))
  }

  /// What stands in a file at the stretch of an occurrence.
  private func text(_ place: WorkspaceSymbols.Occurrence) -> String {
    let line = Array((LineTable(place.file.text)[place.range.start.line] ?? "").unicodeScalars)
    return String(
      String.UnicodeScalarView(line[(place.range.start.column - 1)..<(place.range.end.column - 1)]))
  }

  @Test func `every name is found with its exact stretch`() {
    let symbols = WorkspaceSymbols(of: sources())
    #expect(symbols.occurrences.count == 25)
    for place in symbols.occurrences { #expect(text(place) == place.spelling) }
    #expect(
      symbols.occurrences(of: link("metal", "ore")).map { "\($0.file.path):\($0.range.start.line)" }
        == ["firms.csv:4", "metal.yaml:5", "metal.yaml:10", "metal.yaml:11", "region.yaml:5"])
    #expect(
      symbols.occurrences(of: .firm(FirmID("f1"), folder: "regions/here")).map(\.role)
        == [.definition, .reference, .reference, .reference])
  }

  @Test func `a position finds the name that it touches and no other`() {
    let symbols = WorkspaceSymbols(of: sources())
    for place in symbols.occurrences {
      for position in [place.range.start, place.range.end] {
        #expect(symbols.occurrence(at: position, in: place.file.path) == place)
      }
    }
    #expect(symbols.occurrence(at: SourcePosition(line: 2, column: 3), in: "metal.yaml") == nil)
    #expect(symbols.occurrence(at: SourcePosition(line: 1, column: 1), in: "no.yaml") == nil)
  }

  @Test func `files with errors keep their names`() {
    let metal = Self.metal.replacing("stage: upstream", with: "stage: nowhere")
    let symbols = WorkspaceSymbols(of: sources(metal: metal))
    #expect(symbols.occurrences.count == 25)
    #expect(symbols.unreadable == [])
  }

  @Test func `a file that cannot be read keeps what it defined, without places`() {
    let before = WorkspaceSymbols(of: sources())
    let broken = sources(metal: Self.metal + "\n  - [")
    for symbols in [
      WorkspaceSymbols(of: broken, after: before),
      WorkspaceSymbols(of: broken, after: WorkspaceSymbols(of: broken, after: before)),
    ] {
      #expect(symbols.unreadable == ["metal.yaml"])
      #expect(symbols.name(of: link("metal", "ore")).chinese == "矿石")
      #expect(symbols.occurrences(in: "metal.yaml").isEmpty)
      #expect(symbols.occurrences(of: link("metal", "ore")).count == 2)
    }
    #expect(WorkspaceSymbols(of: broken).name(of: link("metal", "ore")).isEmpty)
  }

  /// The texts after renaming, by path.
  private func renamed(
    _ symbol: WorkspaceSymbols.Symbol, to name: String
  ) throws -> [String: String] {
    let sources = sources()
    var texts: [String: String] = [:]
    for file in sources.chains + sources.regions.flatMap(\.files) { texts[file.path] = file.text }
    for file in try WorkspaceSymbols(of: sources).edits(renaming: symbol, to: name) {
      var lines = (texts[file.path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        .map { Array($0.unicodeScalars) }
      for edit in file.edits.reversed() {
        lines[edit.range.start.line - 1].replaceSubrange(
          (edit.range.start.column - 1)..<(edit.range.end.column - 1),
          with: edit.replacement.unicodeScalars)
      }
      texts[file.path] =
        lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
    }
    return texts
  }

  private func reloaded(_ texts: [String: String]) -> WorkspaceSymbols {
    var sources = sources()
    func file(_ path: String) -> SourceFile { SourceFile(path: path, text: texts[path] ?? "") }
    sources.chains = sources.chains.map { file($0.path) }
    sources.regions[0].region = file("region.yaml")
    sources.regions[0].firms = file("firms.csv")
    return WorkspaceSymbols(of: sources)
  }

  @Test(arguments: ["iron", "coat", "metal", "a-1"])
  func `after renaming a link every place means what it meant`(name: String) throws {
    for (chain, old) in [("metal", "ore"), ("metal", "part"), ("plating", "coat")] {
      if chain == "plating", name == old { continue }
      let before = WorkspaceSymbols(of: sources())
      let after = reloaded(try renamed(link(chain, old), to: name))
      let expected = before.occurrences.map {
        $0.symbol == link(chain, old) ? link(chain, name) : $0.symbol
      }
      // The scope `metal` would be the chain's before any link's.
      if name == "metal" { continue }
      #expect(after.occurrences.map(\.symbol) == expected, "\(chain)/\(old) to \(name)")
    }
  }

  @Test func `a bare name that would mean two links gets its chain`() throws {
    let texts = try renamed(link("metal", "part"), to: "coat")
    #expect(texts["plating.yaml"]?.contains("inputs: {metal/coat: 0.1}") == true)
    #expect(texts["region.yaml"]?.contains("plating/coat: ") == true)
    #expect(texts["firms.csv"]?.contains("\"metal/coat\"") == true)
  }

  @Test func `chains, needs and firms are renamed with all that names them`() throws {
    let chain = reloaded(try renamed(.chain(ChainID("plating")), to: "coating"))
    #expect(chain.occurrences(of: link("coating", "coat")).count == 4)
    let need = try renamed(.need(NeedID("permit")), to: "licence")
    #expect(need.values.joined().contains("permit") == false)
    let firm = try renamed(.firm(FirmID("f1"), folder: "regions/here"), to: "first")
    #expect(firm["firms.csv"]?.contains("\"first；  f2\"") == true)
    #expect(firm["region.yaml"]?.contains("{metal: first}") == true)
  }

  @Test func `what is taken, no id, or in unreadable company keeps its name`() {
    let symbols = WorkspaceSymbols(of: sources())
    for name in ["part", "Ore", "", "a b"] {
      #expect(throws: WorkspaceSymbols.RenamingObstacle.self) {
        try symbols.edits(renaming: link("metal", "ore"), to: name)
      }
    }
    let broken = WorkspaceSymbols(of: sources(plating: "["))
    #expect(broken.obstacleToRenaming?.reason.chinese?.contains("plating.yaml") == true)
    #expect(throws: WorkspaceSymbols.RenamingObstacle.self) {
      try broken.edits(renaming: link("metal", "ore"), to: "iron")
    }
  }
}
