import GapAnalysis
import IndustryChain
import Reporting
import Testing

@Suite struct ChangeReportTests {
  @Test(arguments: Language.allCases)
  func `the plan of a change stays as it was reviewed`(language: Language) throws {
    let page = ChangeExamples.every.page(in: language)
    try expectGolden(page.terminalText(width: 100), "diff.\(language.rawValue).txt")
    try expectGolden(page.markdown(), "diff.\(language.rawValue).md")
  }

  @Test func `no change says so and shows nothing else`() {
    #expect(
      ChangeExamples.none.page(in: .english).terminalText()
        == "What changes: old → new\n\nNothing changes in meaning.\n")
    #expect(ChangeExamples.none.summary(in: .chinese) == "没有实质变化")
  }

  @Test func `the summary counts what a reader would count`() {
    let text = ChangeExamples.every.summary(in: .english)
    #expect(
      text.hasPrefix("1 chain added, 1 chain changed, 1 link added, 1 link removed, 1 link renamed")
    )
    #expect(text.contains("1 firm added, 1 firm removed"))
  }

  @Test func `signs have colours on a terminal`() {
    let text = ChangeExamples.every.page(in: .english).terminalText(palette: .ansi)
    #expect(text.contains("\u{1B}[32m+\u{1B}[0m "))
    #expect(text.contains("\u{1B}[31m-\u{1B}[0m "))
    #expect(text.contains("\u{1B}[33m→\u{1B}[0m "))
  }

  @Test func `Markdown folds what is long and keeps names harmless`() throws {
    var chains = SmallRegion.chains
    for place in 0..<20 {
      chains[0].links.append(
        SmallRegion.link("new-\(place)", "New <i>\(place)</i>", "新\(place)", .upstream))
    }
    chains[0].name = LocalizedText(english: "<b>[Metal](http://evil.example)</b>")
    let after = Workspace(chains: chains, regions: [SmallRegion.region])
    let before = Workspace(chains: SmallRegion.chains, regions: [SmallRegion.region])
    let text = ChangeExamples.report(before, after).page(in: .english).markdown()
    #expect(text.contains("<details><summary>&#126; chain &lt;b&gt;&#91;Metal&#93;"))
    #expect(text.contains("</summary>\n\n- **\\~** name") || text.contains("</summary>\n\n- "))
    #expect(text.contains("\n\n</details>\n"))
    #expect(!text.contains("<b>") && !text.contains("<i>") && !text.contains("(http://"))
  }

  @Test func `the order of files changes no byte`() {
    let turned = Workspace(
      chains: ChangeExamples.after.chains.reversed(), needs: ChangeExamples.after.needs,
      regions: ChangeExamples.after.regions)
    #expect(
      ChangeExamples.report(ChangeExamples.before, turned).json() == ChangeExamples.every.json())
  }

  @Test func `two numbers are shown with the digits that tell them apart`() {
    var chains = SmallRegion.chains
    chains[0].links[3].inputs[0] = SmallRegion.input("alloy", 0.400001)
    let report = ChangeExamples.report(
      Workspace(chains: SmallRegion.chains, regions: [SmallRegion.region]),
      Workspace(chains: chains, regions: [SmallRegion.region]))
    #expect(report.page(in: .english).terminalText().contains("share 0.4 → 0.400001"))
  }

  @Test func `a source that speaks of another time is told with the time`() {
    var chains = SmallRegion.chains
    let estimate = SmallRegion.estimate
    chains[0].links[4].valueAdded = Figure(
      0.3,
      provenance: Provenance(
        grade: estimate.grade, source: estimate.source, asOf: PartialDate("2023-05")))
    let report = ChangeExamples.report(
      Workspace(chains: SmallRegion.chains, regions: [SmallRegion.region]),
      Workspace(chains: chains, regions: [SmallRegion.region]))
    #expect(
      report.page(in: .english).terminalText().contains(
        "estimate: made up for this test → estimate: made up for this test; as of 2023-05"))
  }
}
