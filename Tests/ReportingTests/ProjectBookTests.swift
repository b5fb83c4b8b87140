import GapAnalysis
import IndustryChain
import Testing

@testable import Reporting

@Suite struct ProjectBookTests {
  private static func html(_ language: Language) throws -> String {
    try ProjectBook(on: SmallRegion.analysis, in: language, otherFile: "other.html").html()
  }

  @Test(arguments: Language.allCases)
  func `every target that anything speaks for has a page, best first`(language: Language) throws {
    let html = try Self.html(language)
    let links = ProjectBook.links(in: SmallRegion.analysis)
    #expect(!links.isEmpty)
    #expect(links == Array(SmallRegion.analysis.targets.map(\.link.id).prefix(links.count)))
    for place in links.indices { #expect(html.contains("id=\"project-\(place + 1)\"")) }
    #expect(!html.contains("id=\"project-\(links.count + 1)\""))
  }

  @Test(arguments: Language.allCases)
  func `names from data never become markup, and the page allows no script`(
    language: Language
  ) throws {
    let html = try Self.html(language)
    #expect(!html.contains("<script"))
    #expect(html.contains("default-src 'none'") || html.contains("default-src &#39;none&#39;"))
    #expect(!html.contains(" style=\""))
    #expect(!html.contains("\u{1B}"))
    #expect(!html.contains("{{"))
  }

  @Test func `each language is whole`() throws {
    #expect(try Self.html(.chinese).contains("本地市场"))
    #expect(try Self.html(.english).contains("The market next door"))
    #expect(try !Self.html(.english).contains("本地市场"))
  }

  @Test func `the same analysis gives the same pages`() throws {
    #expect(try Self.html(.english) == Self.html(.english))
  }
}
