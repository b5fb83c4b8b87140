import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct FixTests {
  /// A workspace with one wrong place, and how the file reads when it is mended.
  struct Mending: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    let mended: String
    let applicability: Fix.Applicability

    init(
      _ applicability: Fix.Applicability, _ path: String, _ text: String, _ mended: String
    ) {
      self.path = path
      self.text = text
      self.mended = mended
      self.applicability = applicability
    }

    var testDescription: String { text }
  }

  private static func link(_ rest: String) -> String {
    "# keep\n" + chain("x", ("b", ""), ("a", rest)) + "\n# keep too\n"
  }

  private static let mendings: [Mending] = [
    Mending(
      .certain, "x.yaml", link("    value_aded: 0.2 # why\n"), link("    value_added: 0.2 # why\n")),
    Mending(.certain, "x.yaml", link("    \"value_aded\": 0.2\n"), link("    value_added: 0.2\n")),
    Mending(
      .likely, "x.yaml", link("    plant: {output：3}\n"), link("    plant: {output: 3}\n")),
    Mending(.certain, "x.yaml", link("    kind: 材料\n"), link("    kind: material\n")),
    Mending(
      .certain, "x.yaml", link("    plant: {land_mu: 30亩}\n"), link("    plant: {land_mu: 30}\n")),
    Mending(
      .certain, "x.yaml", link("    plant: {jobs: 1,260 人}\n").replacing("1,260", with: "１260"),
      link("    plant: {jobs: 1260}\n")),
    Mending(.certain, "x.yaml", link("    kind: componnt\n"), link("    kind: component\n")),
    Mending(.likely, "x.yaml", link("    inputs: {bb: 0.2}\n"), link("    inputs: {b: 0.2}\n")),
    Mending(.likely, "x.yaml", link("    variant_of: bb\n"), link("    variant_of: b\n")),
    Mending(.certain, "x.yaml", link("    value_added: 18%\n"), link("    value_added: 0.18\n")),
    Mending(
      .certain, "x.yaml", link("    value_added: 33.3 %\n"), link("    value_added: 0.333\n")),
    Mending(.certain, "x.yaml", link("    value_added: \"７％\"\n"), link("    value_added: 0.07\n")),
    Mending(.likely, "x.yaml", link("    value_added: 45\n"), link("    value_added: 0.45\n")),
    Mending(
      .certain, "x.yaml", link("    processed_by: {b: {share: 0.1, return: true}} # why\n"),
      link("    processed_by: {b: {share: 0.1}} # why\n")),
    Mending(
      .certain, "x.yaml", link("    processed_by: {b: {return: true, share: 0.1}}\n"),
      link("    processed_by: {b: {share: 0.1}}\n")),
    Mending(
      .certain, "x.yaml", link("    processed_by: {b: {return: true}}\n"),
      link("    processed_by: {b: {}}\n")),
    Mending(
      .certain, "x.yaml",
      link(
        "    processed_by:\n      b:\n        # so\n        share: 0.1 # s\n        return: true\n        critical: true\n"
      ),
      link(
        "    processed_by:\n      b:\n        # so\n        share: 0.1 # s\n        critical: true\n"
      )),
    Mending(
      .certain, "x.yaml",
      link("    processed_by:\n      b:\n        share: 0.1\n        return: true  # r\n"),
      link("    processed_by:\n      b:\n        share: 0.1\n        # r\n")),
    Mending(
      .certain, "region.yaml", region("ranking: {weight_order: [leads, reach, leads]}\n"),
      region("ranking: {weight_order: [leads, reach]}\n")),
    Mending(
      .certain, "region.yaml",
      region("ranking:\n  weight_order:\n    - leads\n    - reach # r\n    - leads # l\n"),
      region("ranking:\n  weight_order:\n    - leads\n    - reach # r\n    # l\n")),
    Mending(
      .certain, "region.yaml", region("ranking: {weight_order: [reach, 链上价值]}\n"),
      region("ranking: {weight_order: [reach, chain_value]}\n")),
    Mending(
      .likely, "region.yaml", region("ranking: {weight_order: [链条价值, reach]}\n"),
      region("ranking: {weight_order: [chain_value, reach]}\n")),
    Mending(
      .certain, "region.yaml", region("ranking:\n  weights:\n    招商线索: 2 # w\n"),
      region("ranking:\n  weights:\n    leads: 2 # w\n")),
    Mending(
      .likely, "region.yaml", region("ranking: {weight_ranges: {leads: [0.5, 0.2]}}\n"),
      region("ranking: {weight_ranges: {leads: [0.2, 0.5]}}\n")),
    Mending(
      .certain, "region.yaml", "region: here\nname: H\ndate: 2021年1月26日\n",
      "region: here\nname: H\ndate: 2021-01-26\n"),
    Mending(
      .likely, "region.yaml", region("chain_leads: {xx: 张三}\n"), region("chain_leads: {x: 张三}\n")),
    Mending(
      .certain, "firms.csv", "firm,name_zh,签约\nf,甲,2021/1/26\n", "firm,name_zh,签约\nf,甲,2021-01-26\n"
    ),
    Mending(
      .certain, "firms.csv", "firm,name_zh,签约\r\nf,甲,2021年6月\r\n",
      "firm,name_zh,签约\r\nf,甲,2021-06\r\n"),
    Mending(
      .certain, "firms.csv", "firm,name_zh,capacty\nf,甲,a\n", "firm,name_zh,capacity\nf,甲,a\n"),
    Mending(.likely, "firms.csv", "firm,name_zh,产值\nf,甲,a\n", "firm,name_zh,产能\nf,甲,a\n"),
    Mending(
      .certain, "firms.csv", "firm,name_zh,link\nf,甲\ng,乙,b\n", "firm,name_zh,link\nf,甲,\ng,乙,b\n"),
    Mending(.likely, "firms.csv", "firm,name_zh,link\nf,甲", "firm,name_zh,link\nf,甲,"),
    Mending(.certain, "firms.csv", "firm,name_zh\nF_1,甲\n", "firm,name_zh\nf-1,甲\n"),
    Mending(.certain, "firms.csv", "firm,name_zh\nＡ　１,甲\n", "firm,name_zh\na-1,甲\n"),
    Mending(
      .likely, "firms.csv", "firm,name_zh,link\na，甲家具厂,b\n", "firm,name_zh,link\na,甲家具厂,b\n"),
    Mending(
      .likely, "x.yaml", chain("x", ("b", ""), ("a", "    inputs: {铜箔: 0.2}\n")).naming("b", "铜箔"),
      chain("x", ("b", ""), ("a", "    inputs: {b: 0.2}\n")).naming("b", "铜箔")),
    Mending(
      .certain, "x.yaml", link("    类型: material\n"), link("    kind: material\n")),
    Mending(
      .likely, "firms.csv", "firm,name_zh,partners\nabc,甲,\nf2,乙,abc; abcd;\n",
      "firm,name_zh,partners\nabc,甲,\nf2,乙,abc; abc;\n"),
    Mending(
      .likely, "firms.csv", "firm,name_zh,partners\nF_1,甲,\nf2,乙,F_1\n",
      "firm,name_zh,partners\nf-1,甲,\nf2,乙,F_1\n"),
  ]

  @Test(arguments: mendings)
  func `what is mechanical is mended, and nothing else is touched`(_ mending: Mending) throws {
    let files = mending.path == "x.yaml" ? [] : [(path: "x.yaml", text: aAndB)]
    var fixture = Fixture(.badID, "", (mending.path, mending.text))
    fixture.files += files
    let fixes = fixture.load().diagnostics.compactMap(\.fix)
    #expect(fixes.map(\.applicability) == [mending.applicability])
    #expect(mending.text.applying(fixes).text == mending.mended)
  }

  @Test(arguments: [
    // The key that is near is there already, or as near as another.
    chain("x", ("a", "    stag: upstream\n")),
    chain("x", ("a", "    inputs:\n      zzzzzz: 0.2\n")),
    chain("x", ("a", "    value_added: 180%\n")),
    chain(
      "x",
      ("a", "    processed_by:\n      a:\n        return:\n          true\n        share: 0.1\n")),
  ])
  func `what could mean anything is left to a person`(_ text: String) {
    let found = Fixture(.badID, "", ("x.yaml", text)).load().diagnostics
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.fix == nil })
  }

  @Test(arguments: [
    // A name would get lost, were the rest of its letters taken for an id.
    "firm,name_zh\n宁德CATL,甲\n", "firm,name_zh\nCatl（宁德）,甲\n",
    // Commas would go into the open text.
    "firm,name_zh,link\nf,甲,b\ng,\"乙家具厂,b\nh,丙,b\n",
  ])
  func `what would lose something is left to a person`(_ text: String) throws {
    var fixture = Fixture(.badID, "", ("firms.csv", text))
    fixture.files += [(path: "x.yaml", text: aAndB)]
    let found = fixture.load().diagnostics.filter { $0.severity == .error }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.fix == nil })
  }

  @Test(arguments: [
    "firm,name_zh\nＡ,甲\na,乙\n",
    "firm,name_zh,link\nA，甲，b，c\n",
    "firm;name_zh;link\na;甲;b\n",
    "firm\tname_zh\na\t甲\n",
  ])
  func `tables whose rows may mean something else are left to a person`(_ text: String) {
    let found = Fixture(.badID, "", ("x.yaml", aAndB), ("firms.csv", text)).load().diagnostics
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.fix == nil })
  }

  @Test func `a table with another separator is one finding`() {
    let found = Fixture(
      .csvSyntax, "", ("x.yaml", aAndB), ("firms.csv", "firm;name_zh;link\na;甲;b\n")
    ).load().diagnostics
    #expect(found.map(\.id) == [Rule.csvSyntax.id])
  }

  @Test func `advice names no id that is none or another's`() {
    let taken = Fixture(
      .badID, "", ("x.yaml", aAndB), ("firms.csv", "firm,name_zh\nA,甲\na,乙\n"))
    #expect(
      taken.load().diagnostics.map(\.help?.english) == [
        "choose an id that is free: `a` is taken"
      ])
    let text = chain("x", ("Fitting", ""), ("a", "    inputs: {fitting: 0.2}\n"))
    let found = Fixture(.badID, "", ("x.yaml", text)).load().diagnostics
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.help?.english?.contains("Fitting") == false })
  }

  @Test func `no chain is named as the settings are`() {
    let found = Fixture(.badID, "", ("x.yaml", chain("workspace", ("a", "")))).load().diagnostics
    #expect(found.map(\.id) == [Rule.badID.id])
  }

  @Test(arguments: [
    ("2021/1/26", "2021-01-26"), ("2021.01.26", "2021-01-26"), ("2021-1-6", "2021-01-06"),
    ("２０２１年１月", "2021-01"), ("2021年", "2021"), ("2021/2/30", nil), ("1/26/2021", nil),
    ("21/1/26", nil), ("2021/1.26", nil), ("2021年26日", nil), ("2021/", nil), ("soon", nil),
    ("", nil),
    ("2021年1/2", nil),
  ])
  func `dates in other spellings are read`(_ text: String, _ date: String?) {
    #expect(PartialDate(otherSpelling: text)?.description == date)
  }
}

extension String {
  /// A chain file in which a link has a name of its own.
  fileprivate func naming(_ link: String, _ name: String) -> String {
    replacing("  \(link):\n    name: X", with: "  \(link):\n    name: \(name)")
  }
}
