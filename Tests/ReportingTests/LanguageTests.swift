import GapAnalysis
import Graphviz
import IndustryChain
import Testing

@testable import Reporting

struct LanguageTests {
  /// Everything that a reader of one language gets to see.
  private static func texts(_ naming: MadeUpWorld.Naming, _ language: Language) -> [String] {
    let analysis = MadeUpWorld(naming).analysed()
    let list = TargetList(of: analysis)
    let explanations = analysis.graph.links.indices.map {
      ExplanationText(of: $0, in: analysis, language: language).text()
    }
    return [
      analysis.report(in: language), list.markdown(in: language),
      list.terminalTable(in: language, columnCount: nil),
    ] + explanations
  }

  @Test func `English has no Chinese character but in the link to the Chinese report`() {
    // The full-width sign is in a firm's name.
    for text in Self.texts(.english, .english) {
      let own = text.replacing("[中文](report.md)", with: "").replacing("\u{FF1D}1", with: "")
      let chinese = own.unicodeScalars.filter {
        (0x3000...0x303F).contains($0.value) || (0x3400...0x9FFF).contains($0.value)
          || (0xFF00...0xFFEF).contains($0.value)
      }
      #expect(chinese.isEmpty, "\(String(String.UnicodeScalarView(chinese)))")
    }
  }

  @Test func `an English diagram has no Chinese character`() {
    let analysis = MadeUpWorld(.english).analysed()
    let diagram = ChainDiagram(of: analysis, showing: .workspace, in: .english).digraph()
    let text = DOTSource(diagram).description
    #expect(!text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) })
  }

  /// Symbols of formulas and units, ids, places in files and documents, and the firms' names.
  private static let allowed: Set<Substring> = [
    "D", "E", "G", "P", "c", "v", "min", "MW", "metal", "toy", "firms", "csv", "English", "report",
    "en", "md", "workspace", "svg", "chains", "Docs", "Method", "lt", "gt", "quot", "script",
    "alert", "a", "b", "m", "x", "y",
  ]

  @Test func `Chinese has no English word but symbols, units, ids and names`() {
    let ids = Set(
      MadeUpWorld().chains.flatMap(\.links).flatMap { $0.id.name.split(separator: "-") })
    for text in Self.texts(.chinese, .chinese) {
      for word in text.matches(of: /[A-Za-z]+/).map(\.output) {
        #expect(Self.allowed.contains(word) || ids.contains(word), "\(word)")
      }
    }
  }

  @Test func `Chinese sentences have Chinese punctuation`() {
    for text in Self.texts(.chinese, .chinese) {
      // Formulas keep the punctuation of formulas, and commas group digits.
      for line in text.split(separator: "\n") where !line.contains("min(") {
        #expect(
          line.firstMatch(of: /[\u{4E00}-\u{9FFF}][,;:!?]|[,;:!?(][\u{4E00}-\u{9FFF}]/) == nil,
          "\(line)")
      }
    }
  }

  @Test func `a name that one language lacks stands in the other`() {
    let chinese = LocalizedText(chinese: "镍")
    #expect(chinese.text(in: .english) == "镍")
    #expect(LocalizedText().text(in: .chinese).isEmpty)
  }

  @Test func `one thing is said in the singular`() {
    #expect(Language.english.count(1, "", "link") == "1 link")
    #expect(Language.english.count(0, "", "link") == "0 links")
    #expect(Language.chinese.count(2, "个环节", "link") == "2个环节")
  }
}
