import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

let aAndB = chain("x", ("a", ""), ("b", ""))

let chainFixtures: [Fixture] = [
  Fixture(
    .yamlSyntax, "not valid YAML: did not find expected ',' or ']'",
    ("x.yaml", "chain: x\nname: [X\nlinks1️⃣: {}\n")),
  Fixture(
    .yamlSyntax, "the character U+0007 is not allowed",
    ("x.yaml", "chain: x\nname: 1️⃣\u{7}X\nlinks: {}\n")),
  Fixture(
    .yamlAlias, "anchors (`&name`) and aliases (`*name`) are not read",
    ("x.yaml", "chain: x\nname: 1️⃣&n X\nlinks: {}\n")),
  Fixture(
    .yamlAlias, "anchors (`&name`) and aliases (`*name`) are not read",
    ("x.yaml", "chain: x\nname: X\nlinks: 1️⃣&n\n  a: {name: A, stage: upstream}\n")),
  Fixture(
    .yamlTooDeep, "the file nests too deeply",
    ("x.yaml", "chain: " + String(repeating: "[", count: 32) + "1️⃣[[")),
  Fixture(
    .duplicateKey, "the key \"name\" stands twice",
    ("x.yaml", "chain: x\nname: X\n1️⃣name: Y\nlinks: {}\n")),
  Fixture(
    .unknownKey, "a link has no key \"stag\"",
    ("x.yaml", chain("x", ("a", "    1️⃣stag: upstream\n")))),
  Fixture(
    .missingKey, "a link needs the key \"stage\"",
    ("x.yaml", "chain: x\nname: X\nlinks:\n  1️⃣a:\n    name: A\n")),
  Fixture(
    .wrongType, "expected a list, found a map",
    ("x.yaml", chain("x", ("a", "    needs: 1️⃣{a: 1}\n")))),
  Fixture(
    .unknownValue, "\"upstrem\" is none of the words that may stand here",
    ("x.yaml", "chain: x\nname: X\nlinks:\n  a:\n    name: A\n    stage: 1️⃣upstrem\n")),
  Fixture(
    .badID, "\"A_b\" is no id: ids are lower-case letters, digits and hyphens",
    ("x.yaml", chain("x", ("1️⃣A_b", "")))),
  Fixture(
    .badNumber, "\"40%\" is no number: \"%\" is no unit that is read here",
    ("x.yaml", chain("x", ("a", "    value_added: 1️⃣40%\n")))),
  Fixture(
    .badMoney, "\"3亿美元\" is no amount of money: \"亿美元\" is no unit that is read here",
    ("x.yaml", chain("x", ("a", "    plant: {output: 1️⃣3亿美元}\n")))),
  Fixture(
    .badMoney,
    "\"2420000000\" is too large for an amount of money: more than 100 trillion CNY, 1e8 million",
    ("x.yaml", chain("x", ("a", "    plant: {output: 1️⃣2420000000}\n")))),
  Fixture(
    .badNumber, "\"3e12\" is too large for a number: more than 1e9",
    ("x.yaml", chain("x", ("a", "    plant: {land_mu: 1️⃣3e12}\n")))),
  Fixture(
    .badNumber, "\"3e12\" is too large for a number: more than 1e9",
    ("x.yaml", chain("x", ("a", "    plant: {power_mw: 1️⃣3e12}\n")))),
  Fixture(
    .shareOutOfRange, "\"3e12\" is not between 0 and 1",
    ("x.yaml", chain("x", ("a", "    value_added: 1️⃣3e12\n")))),
  Fixture(
    .badDate, "\"2021-02-30\" is no day of the calendar",
    ("x.yaml", aAndB), ("region.yaml", "region: here\nname: Here\ndate: 1️⃣2021-02-30\n")),
  Fixture(
    .badDate, "\"soon\" is no date",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh,link,签约\nf,甲,a,1️⃣soon\n")),
  Fixture(
    .badDate, "\"lately\" is no date",
    ("x.yaml", chain("x", ("a", "    value_added: {value: 0.3, as_of: 1️⃣lately}\n")))),
  Fixture(
    .controlCharacter, "the text holds the control character U+0000",
    ("x.yaml", chain("x", ("a", "    note: 1️⃣\"A\\0\"\n")))),
  Fixture(
    .controlCharacter, "the text holds the control character U+0001",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh,capacity\nf,甲,1️⃣3\u{1}t\n")),
  Fixture(
    .reportedWithoutSource, "what is graded \"reported\" needs a source",
    ("x.yaml", chain("x", ("a", "    value_added: {value: 0.3, grade: 1️⃣reported}\n")))),
  Fixture(
    .duplicateChain, "the chain \"x\" is defined twice",
    ("x.yaml", chain("x", ("a", ""))), ("y.yaml", "chain: 1️⃣x\nname: X\nlinks: {}\n")),
  Fixture(
    .duplicateLink, "the link \"a\" stands twice",
    ("x.yaml", chain("x", ("a", ""), ("1️⃣a", "")))),
  Fixture(
    .duplicateFirm, "the firm \"f\" is a resident and a prospect",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh\nf,甲\n"),
    ("prospects.csv", "firm,name_zh\n1️⃣f,甲\n")),
  Fixture(
    .unknownLink, "no link named \"electroplatng\"",
    ("x.yaml", chain("x", ("electroplating", ""), ("b", "    inputs: {1️⃣electroplatng: 0.1}\n")))),
  Fixture(
    .unknownLink, "no link named \"c\"",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh,环节\nf,甲,1️⃣c\n")),
  Fixture(
    .unknownLink, "no chain and no link named \"z\"",
    ("x.yaml", aAndB), ("region.yaml", region("surveyed:\n  1️⃣z:\n")),
    ("firms.csv", "firm,name_zh\n")),
  Fixture(
    .ambiguousLink, "several chains have a link named \"a\"",
    ("x.yaml", aAndB), ("y.yaml", chain("y", ("a", ""))),
    ("z.yaml", chain("z", ("c", "    inputs: {1️⃣a: 0.1}\n")))),
  Fixture(
    .unknownChain, "no chain named \"y\"",
    ("x.yaml", aAndB), ("region.yaml", region("chain_leads: {1️⃣y: 张三}\n"))),
  Fixture(
    .unknownFirm, "the region's tables have no firm \"cngr\"",
    ("x.yaml", aAndB), ("region.yaml", region("chief_firms: {x: 1️⃣cngr}\n"))),
  Fixture(
    .unknownNeed, "no need named \"steam\"",
    ("x.yaml", chain("x", ("a", "    needs: [1️⃣steam]\n")))),
  Fixture(
    .weightsAllZero, "every weight is 0",
    ("x.yaml", aAndB), ("region.yaml", region("ranking: {1️⃣weights: {chain_value: 0}}\n"))),
  Fixture(
    .infeasibleWeights, "the lower bound is above the upper one",
    ("x.yaml", aAndB),
    ("region.yaml", region("ranking: {weight_ranges: {leads: 1️⃣[0.5, 0.2]}}\n"))),
  Fixture(
    .infeasibleWeights,
    "no weights keep these ranges: the lower bounds sum to more than 1",
    ("x.yaml", aAndB),
    (
      "region.yaml",
      region("ranking: {1️⃣weight_ranges: {leads: [0.6, 1], reach: [0.5, 1]}}\n")
    )),
  Fixture(
    .infeasibleWeights,
    "no weights keep these ranges: the lower bounds sum to more than 1",
    ("x.yaml", aAndB),
    (
      "region.yaml",
      region(
        "ranking: {1️⃣weight_ranges: {reach: [0.4, 1]}, weight_order: [leads, bridging, reach]}\n")
    )),
  Fixture(
    .infeasibleWeights,
    "no weights keep these ranges: `reach` cannot keep both its range and `weight_order`",
    ("x.yaml", aAndB),
    (
      "region.yaml",
      region(
        "ranking: {1️⃣weight_ranges: {leads: [0, 0.1], reach: [0.2, 1]}, "
          + "weight_order: [leads, reach]}\n")
    )),
  Fixture(
    .weightsOutsideBounds,
    "the weights do not keep the region's own bounds: the share of `leads` is outside its range",
    ("x.yaml", aAndB),
    (
      "region.yaml",
      region(
        "ranking: {1️⃣weights: {chain_value: 1, leads: 9}, weight_ranges: {leads: [0, 0.5]}}\n")
    )),
  Fixture(
    .weightsOutsideBounds,
    "the weights do not keep the region's own bounds: `chain_value` weighs less than `leads`",
    ("x.yaml", aAndB),
    (
      "region.yaml",
      region(
        "ranking: {1️⃣weights: {chain_value: 1, leads: 9}, weight_order: [chain_value, leads]}\n")
    )),
  Fixture(
    .repeatedCriterion, "`leads` stands in `weight_order` twice",
    ("x.yaml", aAndB),
    ("region.yaml", region("ranking: {weight_order: [leads, reach, 1️⃣leads]}\n"))),
  Fixture(
    .providedAndLacked, "the region both provides and lacks \"steam\"",
    ("x.yaml", "needs: {steam: Steam}\n" + chain("x", ("a", ""))),
    ("region.yaml", region("provides: [steam]\nlacks: {1️⃣steam: {veto: true}}\n"))),
  Fixture(
    .unknownKey, "`weights` has no key \"leds\"",
    ("x.yaml", aAndB), ("region.yaml", region("ranking: {weights: {1️⃣leds: 2}}\n"))),
  Fixture(
    .conflictingNeed, "the need \"steam\" has two different names",
    ("x.yaml", "needs: {steam: Steam}\n" + chain("x", ("a", ""))),
    ("y.yaml", "needs: {1️⃣steam: Heat}\n" + chain("y", ("b", "")))),
  Fixture(
    .duplicateInput, "the supplier \"x/a\" stands twice",
    ("x.yaml", chain("x", ("a", ""), ("b", "    inputs: {a: 0.1, 1️⃣x/a: 0.2}\n")))),
  Fixture(
    .returnOnProcessing, "work that is sent out cannot be a return flow",
    (
      "x.yaml",
      chain("x", ("a", ""), ("b", "    processed_by: {a: {share: 0.1, 1️⃣return: true}}\n"))
    )),
  Fixture(
    .shareOutOfRange, "\"1.2\" is not between 0 and 1",
    ("x.yaml", chain("x", ("a", ""), ("b", "    inputs: {a: 1️⃣1.2}\n")))),
  Fixture(
    .shareSumOverOne, "the inputs of \"b\" add up to 1.1, more than its output",
    (
      "x.yaml",
      chain("x", ("a", ""), ("1️⃣b", "    inputs: {a: 0.6}\n    processed_by: {a: 0.5}\n"))
    )),
  Fixture(
    .shareSumOverOne,
    "the inputs and the value added of \"b\" add up to 1.3, more than its output",
    (
      "x.yaml",
      chain("x", ("a", ""), ("1️⃣b", "    inputs: {a: 0.6}\n    value_added: 0.7\n"))
    )),
  Fixture(
    .selfInput, "the link buys from itself",
    ("x.yaml", chain("x", ("a", "    inputs: {1️⃣a: 0.1}\n")))),
  Fixture(
    .closedCycle, "a closed cycle adds no value: a → b → a",
    (
      "x.yaml",
      chain(
        "x", ("1️⃣a", "    inputs: {b: {share: 1, return: true}}\n"),
        ("b", "    inputs: {a: 0.5, c: 0.5}\n"), ("c", "    inputs: {a: 1}\n"))
    )),
  Fixture(
    .variantCycle, "links are variants of one another: a → b → a",
    (
      "x.yaml",
      chain("x", ("a", "    variant_of: 1️⃣b\n"), ("b", "    variant_of: a\n"))
    )),
  Fixture(
    .cycleWithoutReturn, "a cycle has no return flow: a → b → c → a",
    (
      "x.yaml",
      chain(
        "x", ("a", "    inputs: {1️⃣c: 0.1}\n"), ("b", "    inputs: {a: 0.1}\n"),
        ("c", "    inputs: {b: 0.1}\n"))
    )),
  Fixture(
    .cycleWithoutReturn, "a cycle has no return flow: a → s → b → a",
    (
      "x.yaml",
      chain(
        "x", ("a", "    inputs: {1️⃣b: 0.1}\n    processed_by: {s: 0.1}\n"),
        ("b", "    inputs: {a: 0.1}\n"), ("s", ""))
    )),
  Fixture(
    .csvSyntax, "the quotation mark is never closed",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh\nf,1️⃣\"甲\n")),
  Fixture(
    .csvSyntax, "text stands after the closing quotation mark",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh\nf,\"甲\"1️⃣乙\n")),
  Fixture(
    .unknownColumn, "firm tables have no column \"产值\"",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh,1️⃣产值\nf,甲,1\n")),
  Fixture(
    .duplicateColumn, "the column \"企业编号\" stands twice",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh,1️⃣企业编号\nf,甲,g\n")),
  Fixture(
    .missingColumn, "the table has no column \"firm\"",
    ("x.yaml", aAndB), ("firms.csv", "1️⃣name_zh,link\n甲,a\n")),
  Fixture(
    .tooManyCells, "the row has more cells than the header's 2",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh\nf,甲,1️⃣1,2\n")),
  Fixture(
    .tooFewCells, "the row has fewer cells than the header's 3",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh,link\n1️⃣f,甲\n")),
  Fixture(
    .missingName, "the firm \"f\" has no name",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh\n1️⃣f,\n")),
  Fixture(
    .missingKey, "the row has no firm id",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh\n1️⃣,甲\n")),
  Fixture(
    .contradictingFirm, "rows of the firm \"f\" disagree: \"乙\" here, \"甲\" above",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh,link\nf,甲,a\nf,1️⃣乙,b\n")),
  Fixture(
    .badCount, "\"0\" is no number of firms",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh,count\nf,甲,1️⃣0\n")),
  Fixture(
    .badCreditCode,
    "\"91350100M000100Y44\" is no unified social credit code: its check character would be \"3\"",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh,credit_code\nf,甲,1️⃣91350100M000100Y44\n")),
  Fixture(
    .milestonesOutOfOrder, "\"operating\" was reached on 2019, before an earlier stage",
    ("x.yaml", aAndB), ("firms.csv", "firm,name_zh,link,签约,投产\nf,甲,a,2020-06,1️⃣2019\n")),
]

@Suite struct FindingTests {
  @Test(arguments: everyFixture)
  func `a bad pattern is found where it stands, and nothing else`(_ fixture: Fixture) throws {
    let result = fixture.load()
    let expected = try #require(fixture.expected)
    #expect(result.diagnostics.map(\.id) == [fixture.rule.id])
    let found = try #require(result.diagnostics.first)
    #expect(found.message.english == fixture.message)
    #expect(found.location?.file.path == expected.path)
    #expect(found.location?.range?.start == expected.position)
    #expect((result.workspace == nil) == (fixture.rule.severity == .error))
  }

  @Test func `a surveyed region without a firm table, or with an empty one, is told`() {
    let chain = SourceFile(path: "x.yaml", text: aAndB)
    let region = SourceFile(
      path: "regions/r/region.yaml",
      text: "region: r\nname: R\ndate: 2021-01-01\nsurveyed: {x: }\n")
    func found(_ firms: String?) -> [DiagnosticID] {
      let table = firms.map { SourceFile(path: "regions/r/firms.csv", text: $0) }
      return loadWorkspace(
        WorkspaceSources(
          chains: [chain],
          regions: [RegionSources(folder: "regions/r", region: region, firms: table)])
      ).diagnostics.map(\.id)
    }
    #expect(found(nil) == [Rule.missingFirmTable.id])
    #expect(found("") == [Rule.missingColumn.id])
    #expect(found("firm,name_zh\n").isEmpty)
  }

  @Test func `an empty workspace is an error`() {
    let result = loadWorkspace(WorkspaceSources(chains: []))
    #expect(result.workspace == nil)
    #expect(result.diagnostics.map(\.id) == [Rule.nothingToRead.id])
  }

  @Test func `bytes that are not UTF-8 are found where they stand`() {
    let file = SourceFile(path: "x.yaml", bytes: Array("chain: x\nname: ".utf8) + [0xC4, 0xE3])
    let found = loadWorkspace(WorkspaceSources(chains: [file])).diagnostics
    #expect(found.map(\.id) == [Rule.invalidUTF8.id])
    #expect(found.first?.location?.range?.start == SourcePosition(line: 2, column: 7))
  }

  @Test func `a region folder without a region file and a second region of an id are found`() {
    let chains = [SourceFile(path: "x.yaml", text: aAndB)]
    let first = SourceFile(path: "1/region.yaml", text: region(""))
    let second = SourceFile(path: "2/region.yaml", text: region(""))
    let found = loadWorkspace(
      WorkspaceSources(
        chains: chains,
        regions: [
          RegionSources(folder: "0", region: nil), RegionSources(folder: "1", region: first),
          RegionSources(folder: "2", region: second),
        ])
    ).diagnostics
    #expect(found.map(\.id) == [Rule.missingRegionFile.id, Rule.duplicateRegion.id])
  }

  @Test(arguments: [2, 8, 9, 30]) func `a key that stands twice is found among few and many`(
    count: Int
  ) {
    // The same character in one scalar and in two.
    let keys = ["caf\u{E9}", "cafe\u{301}"] + (2..<count).map { "k\($0)" }
    let chain = "\(aAndB)    codes: {\(keys.map { "\($0): 1" }.joined(separator: ", "))}\n"
    let found = loadWorkspace(
      WorkspaceSources(chains: [SourceFile(path: "x.yaml", text: chain)], regions: [])
    ).diagnostics
    #expect(found.map(\.id) == [Rule.duplicateKey.id], "\(found.map(\.message))")
  }

  @Test func `problems of all files are reported at once, in the order of the files`() {
    let fixture = Fixture(
      .yamlSyntax, "",
      ("a.yaml", "chain: [\n"),
      ("b.yaml", "chain: b\nname: B\nname: B\nlinks:\n  l: {name: L, stage: up, inputs: {m: 2}}\n"),
      ("firms.csv", "firm,name_zh,link\nF,甲,q\n"))
    #expect(
      fixture.load().diagnostics.map { "\($0.location?.file.path ?? "") \($0.id)" } == [
        "a.yaml yaml-syntax", "b.yaml duplicate-key", "b.yaml unknown-value",
        "b.yaml unknown-link", "b.yaml share-out-of-range", "firms.csv bad-id",
        "firms.csv unknown-link",
      ])
  }

  @Test func `steps that share a service do not feed one another there`() {
    let fixture = Fixture(
      .cycleWithoutReturn, "",
      (
        "x.yaml",
        chain(
          "x", ("part", "    processed_by: {s: 0.1}\n"), ("s", ""),
          ("whole", "    inputs: {part: 0.1}\n    processed_by: {s: 0.1}\n"))
      ))
    #expect(fixture.load().diagnostics.isEmpty)
  }
}
