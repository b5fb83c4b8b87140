import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

private func sheet(_ name: String, _ text: String) -> ExchangeSheet {
  ExchangeSheet(SourceFile(path: "\(name).csv", text: text))
}

private let chain = sheet("chain", "key,value,en,zh\nchain,a,,\nname,,A,甲\n")

private func text(_ outcome: ImportOutcome?) -> String {
  guard case .tree(let tree)? = outcome?.files["a.yaml"] else { return "" }
  return canonicalText(of: tree)
}

@Suite struct ImportLossTests {
  @Test func `a formula without a saved value is an error that names sheet and cell`() throws {
    let links = ExchangeSheet(
      name: "links 环节", path: "a.xlsx",
      cells: [["link", "jobs"], ["b", ""]])
    var outcome = try #require(ImportOutcome(definition: [chain, links]))
    #expect(!outcome.isIncomplete)
    outcome.add([links.unsavedFormula(named: "B2")])
    #expect(outcome.isIncomplete && outcome.hasLosses)
    let finding = try #require(outcome.diagnostics.last)
    #expect(finding.id == ImportRule.formulaCell.id && finding.severity == .error)
    #expect(finding.message.english == "the formula in \"links 环节\" B2 has no saved value")
    #expect(finding.help?.chinese?.contains("Excel") == true)
  }

  @Test func `a formula with its value does not keep a file from being replaced`() {
    let outcome = ImportOutcome([chain.formulaCells(["B2"])])
    #expect(outcome.hasLosses && !outcome.isIncomplete)
  }

  @Test func `cells beyond the header are a finding in each row of any table`() throws {
    let mapping = FacilityMapping(SourceFile(path: "m", text: "columns: {name_en: A, link: B}"))
    let outcomes = [
      ForeignGraph(edgeList: sheet("e", "from,to\na,b,0.3\nb,c,\n")).map {
        ImportOutcome($0, ImportSettings(chain: "x"))
      },
      ImportOutcome(facilities: sheet("f", "A,B\nAce,a/b,x,y\n"), mapping, region: "r"),
      ImportOutcome(definition: [chain, sheet("links", "link,stage\nb,upstream,more\n")]),
    ]
    for outcome in outcomes {
      let found = try #require(outcome).diagnostics.filter { $0.id == ImportRule.unmappedRow.id }
      #expect(found.count == 1 && found.first?.location?.range?.start.line == 2)
      #expect(outcome?.isIncomplete == true)
    }
  }

  @Test func `Chinese names of sheets and columns and Chinese words are those they stand for`() {
    let english = [
      chain, sheet("links", "link,name_zh,stage,kind\nb,乙,upstream,material\nc,丙,supporting,\n"),
      sheet(
        "inputs", "link,supplier,route,share,critical,grade\nc,b,processing,0.1,yes,estimate\n"),
    ]
    let chinese = [
      sheet("产业链", "项目,内容,英文,中文\nchain,a,,\nname,,A,甲\n"),
      sheet("环节", "环节编号,名称(中文),上中下游,类型\nb,乙,上游,material 材料\nc,丙,配套,\n"),
      sheet("投入", "采购环节,供应环节,方式,投入系数,关键,数据等级\nc,b,外协加工,0.1,是,估算\n"),
    ]
    let outcome = ImportOutcome(definition: chinese)
    #expect(outcome?.hasLosses == false && text(outcome).contains("processed_by"))
    #expect(text(outcome) == text(ImportOutcome(definition: english)))
  }

  @Test func `names that earlier exports had are still read`() throws {
    let outcome = try #require(
      ImportOutcome(
        definition: [
          sheet("产业链", "项目,内容,英文,中文\nchain,a,,\nname,,A,甲\n"),
          sheet("环节", "环节编号,建厂条件\nb,steam\n"), sheet("建厂条件", "编号,名称（中文）\nsteam,蒸汽\n"),
        ]))
    #expect(!outcome.hasLosses)
    #expect(text(outcome).contains("steam: 蒸汽") && text(outcome).contains("needs: [steam]"))
  }

  @Test func `a word that says two things stays as it is and its row is named as lost`() throws {
    let outcome = try #require(
      ImportOutcome(
        definition: [
          chain, sheet("links", "link\nb\nc\n"),
          sheet("inputs", "link,supplier,route\nc,b,采购 加工\n"),
        ]))
    #expect(outcome.diagnostics.map(\.id.rawValue) == ["unmapped-row"] && outcome.isIncomplete)
    #expect(outcome.diagnostics.first?.message.chinese?.hasSuffix("此行未导入") == true)
  }

  @Test func `tables and columns with content that are missing are errors, blank ones are not`() {
    var generated = GeneratedDefinition(seed: 7)
    let tables = ChainExchange.tables(of: generated.chain(linkCount: 4))
    let sheets = tables.map(\.sheet)
    #expect(ExchangeTable.missingContent(of: tables, in: sheets).isEmpty)
    for table in tables {
      let rest = sheets.filter { $0.key != table.shape.key }
      let isFilled = table.rows.contains { $0.contains { !$0.isEmpty } }
      #expect(
        ExchangeTable.missingContent(of: tables, in: rest).map(\.severity)
          == (isFilled ? [.error] : []))
    }
    let cut = sheet("links", "link\nl0\nl1\nl2\nl3\n")
    let missing = ExchangeTable.missingContent(
      of: tables, in: sheets.filter { $0.key != "links" } + [cut])
    #expect(missing.contains { $0.message.english?.contains("no column \"stage\"") == true })
  }

  @Test func `a workbook without its main table is told so`() {
    let outcome = ImportOutcome(
      definition: [
        chain, sheet("inputs", "link,supplier\n"), sheet("needs", "need\n"),
        sheet("环", "link\nb\n"),
      ])
    #expect(outcome?.files.isEmpty == true)
    #expect(outcome?.diagnostics.contains { $0.message.chinese == "缺少“links”表" } == true)
  }

  @Test(arguments: [
    ("2019年3月", "2019-03"), ("2018/3/5", "2018-03-05"), ("2019-03", "2019-03"), ("soon", "soon"),
  ])
  func `times in other spellings become those of files`(_ written: String, _ read: String) {
    #expect(written.normalizedDate == read)
    let outcome = ImportOutcome(
      definition: [
        chain, sheet("links", "link\nb\nc\n"),
        sheet("inputs", "link,supplier,share,as_of\nc,b,0.1,\(written)\n"),
      ])
    #expect(text(outcome).contains("as_of: \(read)"))
  }
}

@Suite struct FacilityTablesTests {
  private let mapping = FacilityMapping(
    SourceFile(
      path: "m", text: "columns: {name_zh: 名称, credit_code: 代码, link: 环节, operating: 投产}"))

  private let old = SourceFile(
    path: "firms.csv",
    text: """
      firm,企业名称,credit_code,link,operating
      firm-7,甲,91520100MA6DJ0000X,a/b,2019
      beta,乙,,a/c,

      """)

  private func table(_ list: String, _ fate: FacilityTables.Fate) -> String {
    let outcome = ImportOutcome(
      facilities: sheet("park", list), mapping, region: "r",
      tables: FacilityTables(["firms": old]), fate: fate)
    guard case .table(let text)? = outcome.files["regions/r/firms.csv"] else { return "" }
    return text
  }

  private let list = "名称,代码,环节,投产\n甲公司,91520100MA6DJ0000X,a/b,2019年\n乙,,a/d,\n丙,,a/b,\n"

  @Test func `firms keep their ids by credit code or name and new ones count on`() {
    #expect(
      table(list, .replaced) == """
        firm,name_zh,credit_code,link,operating
        firm-7,甲公司,91520100MA6DJ0000X,a/b,2019
        beta,乙,,a/d,
        firm-8,丙,,a/b,

        """)
  }

  @Test func `added rows come after those that are there, the same ones once`() {
    #expect(
      table(list, .kept) == """
        firm,name_zh,credit_code,link,operating
        firm-7,甲,91520100MA6DJ0000X,a/b,2019
        beta,乙,,a/c,
        beta,,,a/d,
        firm-8,丙,,a/b,

        """)
  }
}

@Suite struct FileChangeDetailTests {
  private func tree(_ share: String, _ order: [String]) -> FileTree {
    let links = order.map { TreeEntry($0, ["inputs": ["x": .figure(share)]]) }
    return FileTree(["chain": .text("a"), "links": .map(TreeMap(links))])
  }

  @Test func `a figure is told with its keys, before and after`() {
    let changes = FileChanges(from: tree("0.1", ["b"]), to: tree("0.2", ["b"]))
    #expect(
      changes.details == [.init(place: "links > b > inputs > x", old: "0.1", new: "0.2")])
  }

  @Test func `new and lost entries and another order are told`() {
    let changes = FileChanges(from: tree("0.1", ["b", "c"]), to: tree("0.1", ["c", "d"]))
    #expect(
      changes.details == [
        .init(place: "links > b", old: "", new: nil), .init(place: "links > d", old: nil, new: ""),
      ])
    let order = FileChanges(from: tree("0.1", ["b", "c"]), to: tree("0.1", ["c", "b"]))
    #expect(order.details == [.init(place: "links", old: "b, c", new: "c, b")])
  }

  @Test func `rows of a table are told by firm and link`() {
    let old = "firm,link,jobs\na,x/y,10\na,x/z,5\nb,x/y,3\n"
    let new = "firm,link,jobs\na,x/y,12\na,x/z,5\nc,x/y,3\n"
    #expect(
      FileChanges(fromTable: old, to: new).details == [
        .init(place: "a x/y jobs", old: "10", new: "12"),
        .init(place: "b x/y", old: "3", new: nil), .init(place: "c x/y", old: nil, new: "3"),
      ])
  }

  private func found(_ sheets: [ExchangeSheet]) throws -> [String] {
    try #require(ImportOutcome(definition: sheets)).diagnostics.map {
      "\($0.id) \($0.location?.file.name ?? ""):\($0.location?.range?.start.line ?? 0)"
    }
  }

  private let valve = sheet("links", "link,name_zh,stage,value_added\nb,乙,upstream,0.36\n")

  @Test func `a second row of a figure keeps what the first says`() throws {
    let figures = sheet(
      "figures",
      "link,figure,grade,source_zh\nb,value_added,estimate,年报\nb,value_added,assumed,协会\n")
    let outcome = ImportOutcome(definition: [chain, valve, figures])
    #expect(try found([chain, valve, figures]) == ["repeated-row figures.csv:3"])
    #expect(text(outcome).contains("0.36") && text(outcome).contains("年报"))
  }

  @Test func `a second row of a setting keeps what the first says`() throws {
    let settings = sheet("chain", "key,value,en,zh\nchain,a,,\nname,,A,甲\nname,,B,乙\n")
    #expect(try found([settings, valve]) == ["repeated-row chain.csv:4"])
    #expect(text(ImportOutcome(definition: [settings, valve])).contains("甲"))
    let region = sheet("region", "key,value,en,zh\nregion,r,,\nname,,A,甲\nname,,B,乙\n")
    #expect(try found([region]) == ["repeated-row region.csv:4"])
  }

  @Test func `what says nothing where it stands is listed`() throws {
    let settings = sheet("chain", "key,value,en,zh\nchain,a,,\nname,矿,A,甲\n")
    let figures = sheet("figures", "link,figure,grade\nb,value_added,\n")
    #expect(
      try found([settings, valve, figures])
        == ["unmapped-value chain.csv:3", "unmapped-row figures.csv:2"])
  }

  @Test func `a sheet that was renamed is called back by its name`() throws {
    let region = sheet("region", "key,value,en,zh\nregion,r,,\nname,,A,甲\n")
    let outcome = ImportOutcome(
      definition: [region, sheet("企业名单", "firm 企业,name_zh 名称,link 环节\nf,一,a/b\n")])
    #expect(outcome?.diagnostics.first?.help?.chinese == "请将表名改回 firms")
  }

  @Test func `an id that cannot be one is told as such`() throws {
    let settings = sheet("chain", "key,value,en,zh\nchain,../evil,,\n")
    let finding = try #require(ImportOutcome(definition: [settings, valve])?.diagnostics.first)
    #expect(finding.message.chinese == "编号不能是“../evil”")
    #expect(finding.location?.range?.start == SourcePosition(line: 2, column: 7))
  }

  @Test func `changes of money have their unit and numbers no zeros behind the point`() throws {
    func tree(_ output: String) -> FileTree? {
      let links = sheet("links", "link,output 典型工厂年产值,jobs\nb,\(output),3\n")
      return ChainExchange.tree(from: [chain, links]).tree
    }
    let changes = FileChanges(
      from: try #require(tree("100")), to: try #require(tree("5000.0")))
    let detail = try #require(changes.details.first)
    #expect(detail.old == "100" && detail.new == "5000")
    #expect(changes.place(of: detail, in: .chinese).hasSuffix("（百万元）"))
    #expect(changes.place(of: detail, in: .english).hasSuffix(" (million CNY)"))
  }

  @Test(arguments: ["典型工厂年产值", "典型工厂年产值（百万元）", "典型工厂年产值(百万元)"])
  func `a heading is found with its unit and without`(_ heading: String) throws {
    let links = sheet("links", "link,\(heading)\nb,5\n")
    #expect(text(ImportOutcome(definition: [chain, links])).contains("output: 5"))
  }
}
