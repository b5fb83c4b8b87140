import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct HelpTests {
  private func help(_ inputs: String) -> String? {
    Fixture(
      .unknownLink, "",
      ("s.yaml", chain("surface-treatment", ("electroplating", ""), ("shared", ""))),
      ("t.yaml", chain("tools", ("shared", ""))),
      ("x.yaml", chain("x", ("flint", ""), ("b", "    inputs: {\(inputs): 0.1}\n")))
    ).load().diagnostics.first?.help?.english
  }

  @Test(arguments: [
    ("electroplatng", "write \"electroplating\""),
    ("flnt", "write \"flint\""),
    ("x/electroplating", "write \"surface-treatment/electroplating\""),
    ("surface-treatment/electroplatng", "write \"surface-treatment/electroplating\""),
    ("shard", "write \"surface-treatment/shared\""),
    ("shared", "write \"surface-treatment/shared\" or \"tools/shared\""),
    ("nothing-alike", "define it under `links:` of a chain file"),
  ])
  func `the help names what was most likely meant`(_ name: String, _ expected: String) {
    #expect(help(name) == expected)
  }

  @Test func `formulas and markup in cells are text`() throws {
    let result = Fixture(
      .badNumber, "", ("x.yaml", chain("x", ("a", ""))),
      ("firms.csv", "firm,name_zh,link,capacity\nf,=1+1,a,<script>\n")
    ).load()
    #expect(result.diagnostics.isEmpty)
    let firm = try #require(result.workspace?.regions.first?.firms.first)
    #expect(firm.name.english == nil)
    #expect(firm.name.chinese == "=1+1")
    #expect(firm.projects.first?.capacity == "<script>")
  }
}
