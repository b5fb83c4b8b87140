import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

/// The text of the one chain that an outcome has.
private func text(_ outcome: ImportOutcome) throws -> String {
  #expect(outcome.files.count == 1)
  guard case .tree(let tree)? = outcome.files.first?.value else { return "" }
  return canonicalText(of: tree)
}

private func sheet(_ text: String, _ name: String = "table.csv") -> ExchangeSheet {
  ExchangeSheet(SourceFile(path: name, text: text))
}

private func ids(_ outcome: ImportOutcome) -> [String] { outcome.diagnostics.map(\.id.rawValue) }

@Suite struct EdgeListTests {
  private func outcome(_ csv: String, leastShare: Double = 0) throws -> ImportOutcome {
    var settings = ImportSettings(chain: "made")
    settings.leastShare = leastShare
    let graph = try #require(ForeignGraph(edgeList: sheet(csv)))
    return ImportOutcome(graph, settings)
  }

  @Test(arguments: [
    ("0.2", "0.1", "the shares are added up"),
    ("0.2", "about 0.1", "with the share that can be read"),
    ("", "", "with the share that can be read"),
  ])
  func `a repeated edge says what became of its share`(
    first: String, second: String, told: String
  ) throws {
    let outcome = try outcome("supplier,buyer,share\na,b,\(first)\na,b,\(second)\n")
    let found = outcome.diagnostics.filter { $0.id == ImportRule.repeatedRow.id }
    #expect(found.count == 1 && found[0].message.english?.contains(told) == true)
  }

  @Test func `suppliers and buyers become links, their names kept and ids listed`() throws {
    let outcome = try outcome("supplier,buyer,share\nOre A,plate,0.30\n铜,plate,20%\nplate,can,\n")
    #expect(outcome.madeIDs.map(\.id) == ["ore-a", "link-2"])
    #expect(!outcome.hasLosses)
    #expect(
      try text(outcome).contains(
        """
          plate:
            name: plate
            stage: midstream
            inputs:
              ore-a: 0.30
              link-2: 0.2
          link-2:
            name: 铜
            stage: upstream
          can:
            name: can
            stage: downstream
            inputs:
              plate:
        """))
  }

  @Test(arguments: [";", "\t", ","])
  func `separators and Chinese headings are told`(_ separator: String) throws {
    let rows = [["上游", "下游", "投入系数"], ["a", "b", "0.5"]]
    let csv = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
    #expect(try text(outcome(csv)).contains("a: 0.5"))
  }

  @Test(arguments: ["share", "coefficient", "比例", "占比", "比重"])
  func `a column of shares goes by several names`(_ heading: String) throws {
    let outcome = try outcome("供应方,采购方,\(heading)\na,b,45%\n")
    #expect(!outcome.hasLosses)
    #expect(try text(outcome).contains("a: 0.45"))
  }

  @Test func `a title above the header is left aside and told`() throws {
    let outcome = try outcome("2024 年采购关系,,\n\n单位：比例,,\nsupplier,buyer,share\na,b,0.5\n")
    #expect(!outcome.hasLosses)
    #expect(ids(outcome) == ["left-out", "left-out", "guessed-stage"])
    #expect(outcome.diagnostics[1].location?.range?.start.line == 3)
    #expect(try text(outcome).contains("a: 0.5"))
  }

  @Test func `what cannot be taken over is listed by row, the rest is there`() throws {
    let outcome = try outcome(
      "from,to,share,remark\na,b,0.1,x\n,b,0.1,\na,b,0.2,\nb,c,much,\nb,d,-1,\nb,e,2,\n")
    #expect(
      Set(ids(outcome)) == [
        "unmapped-row", "repeated-row", "unmapped-value", "unmapped-column", "guessed-stage",
      ])
    #expect(outcome.diagnostics.filter { $0.id.rawValue == "unmapped-value" }.count == 3)
    let row = outcome.diagnostics.first { $0.id.rawValue == "unmapped-row" }
    #expect(row?.location?.range?.start.line == 3)
    #expect(outcome.diagnostics.flatMap(\.texts).flatMap { $0.chinese?.slipsOfSetting ?? [] } == [])
    #expect(try text(outcome).contains("a: 0.3"))
  }

  @Test func `small shares are left out, counted and summed by buyer`() throws {
    let outcome = try outcome(
      "supplier,buyer,share\na,b,0.5\nc,b,0.01\nd,b,0.02\n", leastShare: 0.1)
    let finding = outcome.diagnostics.first { $0.id.rawValue == "below-least-share" }
    #expect(
      finding?.message.english == "2 shares below 0.1 are left out, 0.03 together")
    #expect(finding?.notes.map(\.message.english) == ["\"b\": 2 inputs, 0.03 together"])
    #expect(!outcome.hasLosses)
  }

  @Test func `a table without such columns is no list of edges`() {
    #expect(ForeignGraph(edgeList: sheet("a,b\n1,2\n")) == nil)
    #expect(ForeignGraph(edgeList: sheet("")) == nil)
  }
}

@Suite struct InputOutputTests {
  private func outcome(
    _ csv: String, _ kind: ForeignGraph.TableKind? = nil, output: String? = nil
  ) -> ImportOutcome {
    ImportOutcome(
      ForeignGraph(inputOutputTable: sheet(csv), as: kind, outputName: output),
      ImportSettings(chain: "io"))
  }

  @Test func `transactions are divided by the buyer's output`() throws {
    let outcome = outcome(
      """
      ,Farms,Mills,Final demand,Total output
      Farms,10,60,30,100
      Mills,0,-,200,200
      Imports,5,0,,
      Value added,85,"100",,
      """)
    let text = try text(outcome)
    #expect(text.contains("farms: 0.3\n") && text.contains("farms: 0.1\n"))
    #expect(text.contains("value_added: 0.85") && text.contains("value_added: 0.5"))
    #expect(
      ids(outcome).filter { $0.hasPrefix("unmapped") } == ["unmapped-row", "unmapped-column"])
  }

  @Test func `a row of outputs serves as well, by any name that is told`() throws {
    let table = "x,a,b\na,1,2\nb,3,4\nsum,10,20\n"
    #expect(ids(outcome(table)).contains("unreadable-file"))
    #expect(try text(outcome(table, output: "sum")).contains("b: 0.3"))
  }

  @Test func `coefficients keep their spelling`() throws {
    #expect(try text(outcome("x,a,b\na,0,0.250\nb,0.1,0\n")).contains("a: 0.250"))
    #expect(try text(outcome("x,a,b\na,0,1\nb,0.1,0\n", .coefficients)).contains("a: 1"))
  }

  @Test func `what is no table of sectors is refused`() {
    for text in ["", "a,b\n1,2\n", "a\n", ",,\n,,\n", "x,a,a\na,1,2\na,3,4\n"] {
      #expect(outcome(text).hasLosses)
    }
  }

  @Test func `shares rounded to six digits never sum to more than the whole`() {
    var generator = SeededGenerator(state: 11)
    for _ in 0..<200 {
      let parts = (0..<7).map { _ in Double.random(in: 0.0001...1, using: &generator) }
      let sum = parts.reduce(0, +)
      let total = parts.compactMap { Double(($0 / sum).shareText) }.reduce(0, +)
      #expect(total <= 1 + 1e-9 && total > 0.9999)
    }
    for (share, text) in [(0.3, "0.3"), (0.1 + 0.2, "0.3"), (1, "1"), (4e-7, "0.0000004")] {
      #expect(share.shareText == text)
    }
  }
}

@Suite struct GraphMLTests {
  private func outcome(_ xml: String) -> ImportOutcome {
    ImportOutcome(
      ForeignGraph(graphML: SourceFile(path: "g.graphml", text: xml)),
      ImportSettings(chain: "g"))
  }

  @Test func `labels, groups, defaults and shares are read`() throws {
    let outcome = outcome(
      """
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="d0" for="node" attr.name="label" attr.type="string"/>
      <key id="d1" for="edge" attr.name="weight"><default>0.25</default></key>
      <key id="d2" for="node" attr.name="altitude"/>
      <graph edgedefault="directed">
        <node id="g"><data key="d0">上游</data><graph>
          <node id="n1"><data key="d0">Ore &amp; sand</data><data key="d2">3</data></node></graph>
        </node>
        <node id="n2"><data key="d0">板材</data></node>
        <edge source="n1" target="n2"/><edge source="n1" target="n9"/><hyperedge/>
      </graph></graphml>
      """)
    let text = try text(outcome)
    #expect(text.contains("name: Ore & sand\n    stage: upstream"))
    #expect(text.contains("name: 板材") && text.contains("n1: 0.25"))
    #expect(
      ids(outcome).sorted() == [
        "guessed-stage", "unmapped-column", "unmapped-row", "unmapped-row",
      ])
  }

  @Test(arguments: [
    "", "<a/>", "<graphml><graph></graphml>", "<graphml><graph/></graphml>",
    "<!DOCTYPE g [<!ENTITY x \"y\">]><graphml><graph><node id=\"&x;\"/></graph></graphml>",
  ])
  func `what is no graph is refused`(_ xml: String) {
    #expect(outcome(xml).hasLosses && outcome(xml).files.isEmpty)
  }
}

@Suite struct FacilityTests {
  private let mapping = FacilityMapping(
    SourceFile(
      path: "m.yaml",
      text: """
        table: prospects
        columns: {name_en: Company, name_zh: 名称, link: Products, home: [City, State], jobs: Jobs,
          operating: Since}
        separators: {link: ";"}
        values: {link: {Cells: battery/cell, Packs: battery/pack, Other: }}
        constants: {grade: reported, source: list 2024}
        ignore: [Note]
        """))

  private func outcome(_ csv: String) -> ImportOutcome {
    ImportOutcome(facilities: sheet(csv), mapping, region: "here")
  }

  private func table(_ outcome: ImportOutcome) -> String {
    guard case .table(let text)? = outcome.files["regions/here/prospects.csv"] else { return "" }
    return text
  }

  @Test func `a cell with several products becomes a row for each, amounts aside`() {
    let outcome = outcome(
      """
      Company,名称,Products,City,State,Jobs,Since,Note
      Ace Cells,,Cells,Reno,Nevada,50,2020,x
      Ace Cells,,Cells; Packs;Other,Reno,,70,,
      ,好电池,Packs,,,"1,200",soon,
      """)
    #expect(
      table(outcome) == """
        firm,name_zh,name_en,home,link,operating,jobs,grade,source
        ace-cells,,Ace Cells,"Reno, Nevada",battery/cell,2020,50,reported,list 2024
        ace-cells,,,,battery/cell,,,reported,list 2024
        ace-cells,,,,battery/pack,,,reported,list 2024
        firm-2,好电池,,,battery/pack,,"1,200",reported,list 2024

        """)
    #expect(ids(outcome) == ["unmapped-value", "unmapped-value"])
    #expect(outcome.madeIDs.map(\.id) == ["ace-cells", "firm-2"])
  }

  @Test func `rows without a name, unknown products, repeated rows and columns are listed`() {
    let outcome = outcome(
      """
      Company,名称,Products,City,State,Jobs,Since,Revenue
      ,,Cells,,,,,
      B,,Gadgets,,,-5,,3
      B,,Gadgets,,,-5,,3
      """)
    #expect(
      ids(outcome).sorted() == [
        "repeated-row", "unmapped-column", "unmapped-row", "unmapped-value", "unmapped-value",
      ])
    #expect(table(outcome) == "firm,name_en,grade,source\nb,B,reported,list 2024\n")
  }

  @Test(arguments: [
    "", "table: x\ncolumns: {name_en: A}", "columns: {link: A}", "columns: {colour: A, name_en: B}",
    "columns: [a]", "columns: {name_en: Missing}", "- a", "a: &x [*x]", "values: {link: x}",
  ])
  func `a mapping that cannot be meant is refused`(_ text: String) {
    let mapping = FacilityMapping(SourceFile(path: "m.yaml", text: text))
    let outcome = ImportOutcome(
      facilities: sheet("A,B\nx,y\n"), mapping, region: "here")
    #expect(outcome.hasLosses && outcome.files.isEmpty)
  }
}

@Suite struct IDMakerTests {
  @Test func `ids are made of Latin letters, else counted, and never twice`() {
    var maker = IDMaker(stem: "link", used: ["ore"])
    let names = ["Ore", "Ore", "Men's shoes (leather)", "铜", "A铜", "１２Ｖ cell", "!!!"]
    let ids = names.map { maker.id(for: $0) }
    #expect(
      ids == ["ore-2", "ore-3", "mens-shoes-leather", "link-4", "link-5", "12v-cell", "link-7"])
    #expect(ids.allSatisfy { $0.isID })
  }
}
