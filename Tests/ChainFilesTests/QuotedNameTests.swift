import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct QuotedNameTests {
  @Test(arguments: [
    ("“锂电池”", "锂电池"), ("\"锂电池\"", "锂电池"), ("「锂电池」", "锂电池"), ("『锂电池』", "锂电池"),
    ("”锂电池“", "锂电池"), ("“ 锂电池 ”", "锂电池"), ("“十四五”规划", nil), ("“甲”和“乙”", nil),
    ("锂电池", nil), ("“”", nil), ("“", nil), ("", nil), ("“锂电池」", nil), ("“「锂电池」”", "「锂电池」"),
  ])
  func `marks that enclose the whole name are told from others`(_ name: String, _ bare: String?) {
    #expect(name.withoutOuterQuotes == bare)
  }

  private static let head = "chain: x\nname: {en: X, zh: 链}\n"

  private func mended(_ text: String) -> (found: [Diagnostic], text: String) {
    let found = checkWorkspace(WorkspaceSources(chains: [SourceFile(path: "x.yaml", text: text)]))
      .diagnostics.filter { $0.id == Rule.quotedName.id }
    return (found, text.applying(found.compactMap(\.fix)).text)
  }

  @Test(arguments: [
    ("zh: “锂电池”", "zh: 锂电池"), ("zh: '\"锂电池\"'", "zh: 锂电池"),
    ("zh: \"\\\"锂电池\\\"\"", "zh: 锂电池"), ("zh: '“甲: 乙”'", "zh: \"甲: 乙\""),
    ("zh: \"“甲，乙”\"", "zh: 甲，乙"), ("zh: '“true”'", "zh: \"true\""),
  ])
  func `the marks of a link's name go, comments and the rest stay`(_ bad: String, _ good: String) {
    func file(_ name: String) -> String {
      "chain: x # “c”\nname: {en: X, zh: 链}\nneeds:\n  s: {en: S, zh: 汽}\nlinks:\n"
        + "  a:\n    name:\n      en: A # “a”\n      \(name) # “b”\n    stage: upstream\n"
    }
    let (found, text) = mended(file(bad))
    #expect(found.map(\.location?.range?.start.line) == [9])
    #expect(text == file(good))
    #expect(mended(text).found.isEmpty)
  }

  @Test func `names of chains, needs and regions are looked at, too`() {
    let (found, text) = mended(
      "chain: x\nname: “链”\nneeds: {s: 「汽」, t: {en: T, zh: \"『水』\"}}\nlinks:\n"
        + "  a: {name: “甲”, stage: upstream}\n")
    #expect(found.count == 4)
    #expect(
      text == "chain: x\nname: 链\nneeds: {s: 汽, t: {en: T, zh: 水}}\nlinks:\n"
        + "  a: {name: 甲, stage: upstream}\n")
  }

  @Test func `a name over several lines is left to a person`() throws {
    let found = mended("chain: x\nname: |\n  “链”\nlinks: {a: {name: A, stage: upstream}}\n").found
    #expect(found.count == 1 && found.allSatisfy { $0.fix == nil })
  }

  @Test func `names in tables are mended by their cells`() {
    func region(_ firms: String) -> [Diagnostic] {
      checkWorkspace(
        WorkspaceSources(
          chains: [
            SourceFile(
              path: "x.yaml",
              text: Self.head + "links: {a: {name: {en: A, zh: 甲}, stage: upstream}}\n")
          ],
          regions: [
            RegionSources(
              folder: "here",
              region: SourceFile(
                path: "here/region.yaml", text: "region: here\nname: 「此地」\ndate: 2021-01-26\n"),
              firms: SourceFile(path: "here/firms.csv", text: firms),
              peers: SourceFile(
                path: "here/peers.csv", text: "region,name_zh,link,firms\np,“邻县”,a,1\n"))
          ])
      ).diagnostics.filter { $0.id == Rule.quotedName.id }
    }
    let table = "firm,name_zh,name_en\nf1,“一号厂”,\"\"\"One, Ltd.\"\"\"\nf2,二号厂“甲”,Two\n"
    let found = region(table)
    #expect(
      found.compactMap { $0.location?.file.name } == [
        "firms.csv", "firms.csv", "peers.csv", "region.yaml",
      ])
    let fixes = found.filter { $0.location?.file.name == "firms.csv" }.compactMap(\.fix)
    #expect(
      table.applying(fixes).text
        == "firm,name_zh,name_en\nf1,一号厂,\"One, Ltd.\"\nf2,二号厂“甲”,Two\n")
  }
}
