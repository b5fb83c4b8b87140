import GapAnalysis
import IndustryChain
import Reporting
import Testing

@Suite struct LanguageTests {
  /// Every document of the region in one language.
  private func documents(in language: Language) -> [String] {
    let analysis = SmallRegion.analysis
    return [
      RegionReport(on: ReportFindings(on: analysis), in: language).page().markdown(),
      TargetList(of: analysis).page(in: language).terminalText(),
      RiskReport(of: analysis, limit: 2).page(in: language).terminalText(),
      SmallRegion.whatIf.page(in: language).terminalText(),
    ]
      + analysis.graph.links.indices.map {
        ExplanationText(of: $0, in: analysis, language: language).page().terminalText()
      }
  }

  @Test func `English documents hold no Chinese but names and quotations without a translation`() {
    for var document in documents(in: .english) {
      for name in SmallRegion.chineseOnly.sorted(by: { $0.count > $1.count }) {
        document = document.split(separator: name).joined()
      }
      let leftovers = document.unicodeScalars.filter { (0x3000...0x9FFF).contains($0.value) }
      #expect(leftovers.isEmpty, "\(String(String.UnicodeScalarView(leftovers)))")
    }
  }

  @Test func `Chinese documents hold no English but names without a translation`() {
    let allowed: Set = [
      "script", "alert", "gt", "lt", "http", "evil", "example", "csv", "firms", "prospects",
      "Nowhere", "Docs", "peers", "Method", "md", "min", "svg", "metal", "toy", "wheel", "ore",
      "alloy",
      "special", "part", "plating", "product", "scrap", "gauge",
    ]
    for document in documents(in: .chinese) {
      let words = document.split { !($0.isASCII && $0.isLetter) }.map(String.init)
        .filter { $0.count > 1 && !allowed.contains($0) }
      #expect(words.isEmpty)
    }
  }

  @Test func `a name that lacks a language shows the other`() {
    #expect(Language.english.text(LocalizedText(chinese: "甲")) == "甲")
    #expect(Language.chinese.text(LocalizedText(english: "A")) == "A")
    #expect(Language.chinese.text(LocalizedText()) == "")
  }
}
