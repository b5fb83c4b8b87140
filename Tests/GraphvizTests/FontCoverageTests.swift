import Graphviz
import Testing

struct FontCoverageTests {
  @Test func `Chinese is covered where the set-up has run`() {
    #expect(FontCoverage.ofLanguage("zh-cn") == .covered)
  }

  @Test func `a language that no font has is missing, and a query that is none is unknown`() {
    #expect(FontCoverage.ofLanguage("xx") != .covered)
    #expect(FontCoverage.ofLanguage("zh:family=x") == .unknown)
  }
}
