import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct ChineseWordsTests {
  @Test func `every word that a chain file takes has Chinese names, and none stands for two`() {
    for words in [
      Stage.words, LinkKind.words, Grade.words, Criterion.words,
      Severity.allCases.map(\.rawValue),
    ] {
      var seen: Set<String> = []
      for word in words {
        let names = ChineseWords.names[word] ?? []
        #expect(!names.isEmpty, "\(word)")
        for name in names {
          #expect(seen.insert(name).inserted)
          #expect(ChineseWords.word(for: name, among: words) == word)
        }
      }
    }
    #expect(ChineseWords.word(for: "材料", among: Stage.words) == nil)
  }

  @Test(arguments: [
    ("链上价值", "chain_value", true), ("链条价值", "chain_value", false),
    ("招商线所", "leads", false), ("产业关联度", "relatedness", false), ("价值", nil, false),
    ("reach", nil, false), ("", nil, false),
  ])
  func `a criterion is known by its Chinese name, and by what is near to it`(
    _ text: String, _ word: String?, _ isCertain: Bool
  ) {
    let match = ChineseWords.match(text, among: Criterion.words)
    #expect(match?.word == word && (match?.isCertain ?? false) == isCertain)
  }

  @Test func `a short word is near to none`() {
    #expect(ChineseWords.match("上流", among: Stage.words) == nil)
  }

  private func firstFinding(_ rest: String) -> Diagnostic? {
    let link = "    name: X\n    stage: upstream\n" + rest
    return checkWorkspace(
      WorkspaceSources(chains: [
        SourceFile(path: "x.yaml", text: "chain: x\nname: X\nlinks:\n  a:\n" + link)
      ])
    ).diagnostics.first
  }

  @Test(arguments: [
    ("value_added: 35%", "`0.35` for 35%"), ("value_added: 18", "`0.18` for 18%"),
    ("value_added: -1", "`0.45` for 45%"), ("plant: {land_mu: 30亩}", "write `30`"),
    ("plant: {investment: -8000万元}", "from 0 up"), ("plant: {investment: 100万美元}", "at which rate"),
    ("plant: {investment: 100斤}", "million CNY as a plain number"),
    ("kind: 材料", "write `material`"), ("inputs: [b]", "write as in `inputs: {"),
    ("processed_by: 电镀", "write as in `processed_by: {"), ("plant: {jobs: 约60}", "`60`"),
    ("plant: {jobs: 约 60 人}", "`60`"), ("plant: {jobs: 50-60}", "between 50 and 60"),
    ("plant: {output: 1-2亿元}", "between 1 and 2亿元"),
    ("plant: {output: 1亿元～2亿元}", "between 1亿元 and 2亿元"),
    ("plant: {output: 3亿元左右}", "`3亿元`"), ("value_added: 高", "such as `0.8`"),
    ("value_added: 20%-30%", "between 20% and 30%"),
    ("value_added: {value: 0.3, as_of: 45658}", "write `2025-01-01`"),
  ])
  func `the help speaks of what is written`(_ rest: String, _ words: String) throws {
    let finding = try #require(firstFinding("    \(rest)\n"))
    #expect(finding.help?.english?.contains(words) == true, "\(finding)")
    #expect(finding.help?.chinese != nil)
  }

  @Test(arguments: [
    ("lacks: {steam: {veto: 是}}", "write `true`"), ("lacks: {steam: {veto: 否}}", "write `false`"),
    ("priorities: 高", "write as in `priorities: {"), ("surveyed: [x]", "write as in `surveyed: {"),
    ("priorities: {x: 高}", "such as `0.8`"),
  ])
  func `so it does in a region`(_ rest: String, _ words: String) throws {
    let needs = "needs: {steam: 蒸汽}\n"
    let found = Fixture(
      .wrongType, "", ("x.yaml", chain("x", ("a", "")).replacing("links:", with: needs + "links:")),
      ("region.yaml", region(rest + "\n"))
    ).load().diagnostics
    #expect(found.first?.help?.english?.contains(words) == true, "\(found)")
  }

  @Test(arguments: [
    ("45658", "2025-01-01"), ("36526", "2000-01-01"), ("43890", "2020-02-29"),
    ("73050", "2099-12-31"), ("32874", "1990-01-01"), ("73051", nil), ("2021", nil), ("4565x", nil),
  ])
  func `a day as Excel counts it is known`(_ text: String, _ day: String?) {
    #expect(CalendarDate(excelSerial: text)?.description == day)
  }

  @Test func `a range is no unit`() throws {
    let finding = try #require(firstFinding("    plant: {output: 1-2亿元}\n"))
    #expect(finding.message.chinese == "“1-2亿元”是区间，不是金额")
    #expect(finding.fix == nil)
  }

  @Test func `a unit of something else is left to a person`() throws {
    let finding = try #require(firstFinding("    plant: {land_mu: 30人}\n"))
    #expect(finding.fix == nil && finding.id == Rule.badNumber.id)
  }

  @Test func `the name that two links share is told, not the other`() throws {
    func file(_ id: String, _ english: String) -> SourceFile {
      SourceFile(
        path: id + ".yaml",
        text: """
          chain: \(id)
          name: {en: \(id), zh: 链}
          links:
            b: {name: {en: \(id) b, zh: 乙}, stage: upstream}
            a: {name: {en: \(english), zh: 环节\(id)}, stage: downstream, inputs: {b: 0.4}}

          """)
    }
    let found = checkWorkspace(WorkspaceSources(chains: [file("x", "Valve"), file("y", "valve")]))
      .diagnostics.filter { $0.id == Rule.duplicateName.id }
    let texts = found.map { ($0.message.english ?? "") + ($0.message.chinese ?? "") }
    #expect(texts.contains { $0.contains("\"y/a\"") && $0.hasSuffix("重名：valve") }, "\(texts)")
    #expect(texts.contains { $0.contains("\"y/b\"") && $0.hasSuffix("重名：乙") }, "\(texts)")
  }
}
