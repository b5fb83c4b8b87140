import GapAnalysis
import IndustryChain
import Testing
import WebPages

@testable import Reporting

@Suite struct WebReportTests {
  private static let analysis = SmallRegion.analysis
  private static let robustness = Robustness(
    of: analysis, drawCount: 200, figureDrawCount: 20, seed: 1)

  private static func page() throws -> String {
    try WebReport(on: ReportFindings(on: analysis, robustness: robustness)).html()
  }

  private func count(_ part: String, in text: String) -> Int { text.ranges(of: part).count }

  @Test func `the same input gives the same bytes`() throws {
    #expect(try Self.page() == Self.page())
  }

  @Test func `the page holds one script and one style, ours`() throws {
    let page = try Self.page()
    #expect(count("<script", in: page) == 1)
    #expect(count("<style", in: page) == 1)
    #expect(count("style=\"", in: page) == 0)
    #expect(page.contains(WebResources.script))
    #expect(page.contains(WebResources.style))
  }

  @Test func `the page refers to nothing outside itself`() throws {
    let page = try Self.page()
    for opening in ["src=\"", "href=\"http", "url(http", "@import", "srcset", "<link", "<img"] {
      #expect(count(opening, in: page) == 0, "\(opening)")
    }
  }

  @Test func `names from data stand escaped in both languages`() throws {
    // One of the region's firms is called so.
    let page = try Self.page()
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!page.contains("<script>alert"))
  }

  @Test func `every target has a row, an explanation and a mark`() throws {
    let page = try Self.page()
    for target in Self.analysis.targets {
      let link = "data-link=\"\(target.link.id)\""
      #expect(page.contains("\(link) data-chain=\"\(target.link.id.chain)\""))
      #expect(page.contains("<g class=\"point\" \(link)"))
    }
    #expect(count("<details><summary><span class=\"sr\">", in: page) == Self.analysis.targets.count)
  }

  @Test func `every link of the graph is in the list of links`() throws {
    let page = try Self.page()
    for link in Self.analysis.graph.links {
      #expect(page.contains("<tr data-link=\"\(link.id)\">"))
    }
  }

  @Test func `an empty workspace makes a page all the same`() throws {
    let graph = ChainGraph(Workspace(chains: [], needs: [], regions: []))
    var region = SmallRegion.region
    region.firms = []
    let analysis = Analysis(graph: graph, needs: [], region: region, day: Self.analysis.day)
    let page = try WebReport(on: ReportFindings(on: analysis)).html()
    #expect(page.hasSuffix("</html>\n"))
    #expect(!page.contains("id=\"list\""))
    #expect(!page.contains("class=\"scatter\""))
    #expect(!page.contains("href=\"#charts\""))
    #expect(!page.contains("class=\"conclusions\"") || count("<li><strong>", in: page) == 0)
  }

  @Test func `conclusions are few, each with its ground, and steps name whom to call`() throws {
    let report = WebReport(on: ReportFindings(on: Self.analysis))
    let conclusions = report.conclusions()
    #expect((1...5).contains(conclusions.count))
    #expect(conclusions.allSatisfy { !$0["what"]["zh"].text.isEmpty })
    let called = report.nextSteps().filter { $0["what"]["zh"].text.hasPrefix("约谈") }
    #expect(called.isEmpty != Self.analysis.targets.contains { !$0.leads.isEmpty })
  }

  @Test func `a picture too large for the page is a file beside it`() throws {
    let title = LocalizedText(english: "All", chinese: "全景")
    let svg = Array("<svg viewBox=\"0 0 1 1\"></svg>".utf8)
    let padding = Array(repeating: UInt8(ascii: " "), count: WebDiagram.sizeLimit)
    let small = WebDiagram(key: "a", title: title, pictures: [.chinese: svg], file: "a.svg")
    let large = WebDiagram(
      key: "b", title: title, pictures: [.chinese: svg + padding], file: "b.svg")
    let page = try WebReport(on: ReportFindings(on: Self.analysis), diagrams: [small, large]).html()
    #expect(count("<svg viewBox=\"0 0 1 1\"", in: page) == 1)
    #expect(!page.contains("href=\"a.svg\""))
    #expect(page.contains("<a href=\"b.svg\">b.svg</a>"))
  }

  @Test func `many diagrams are chosen from a list, few by tabs`() throws {
    func page(_ count: Int) throws -> String {
      let diagrams = (0..<count).map { number in
        WebDiagram(
          key: "d\(number)", title: LocalizedText(english: "d"),
          pictures: [.chinese: Array("<svg viewBox=\"0 0 1 1\"></svg>".utf8)])
      }
      return try WebReport(on: ReportFindings(on: Self.analysis), diagrams: diagrams).html()
    }
    #expect(try page(3).contains("role=\"tablist\""))
    #expect(try page(40).contains("<select id=\"diagram-choice\">"))
    #expect(try !page(40).contains("role=\"tablist\""))
  }

  @Test func `points that begin with what they are about become terms`() {
    let block = Page.Block.bullets([
      Page.Bullet(.strong("落地条件") + Prose("：蒸汽"), points: [Page.Bullet(Prose("甲"))]),
      Page.Bullet(Prose("没有主题")),
    ])
    let terms = block.terms
    #expect(terms.map { $0["term"].text } == ["落地条件", ""])
    #expect(terms.map { $0["parts"].list.map { $0["text"].text } } == [["蒸汽"], ["没有主题"]])
    #expect(terms[0]["bullets"]["items"].list.count == 1)
  }

  @Test func `bars stand side by side within their drawing, a funnel's in the middle`() {
    func segment(_ share: Double) -> BarChart.Segment {
      BarChart.Segment(share: share, style: "is-leak", title: LocalizedText())
    }
    let label = LocalizedText(english: "a")
    let rows = [
      BarChart.Row(label: label, segments: [segment(0.25), segment(0.75)]),
      BarChart.Row(label: label, segments: [segment(0.5)], isCentred: true),
    ]
    let chart = BarChart(title: label, note: label, rows: rows)
    let places = chart.web["rows"].list.flatMap { $0["segments"].list }.map {
      $0["x"].text + " " + $0["segmentWidth"].text
    }
    #expect(places == ["0 115", "115 345", "115 230"])
  }
}

extension PageValue {
  fileprivate subscript(name: String) -> PageValue {
    if case .object(let members) = self { members[name] ?? .flag(false) } else { .flag(false) }
  }

  fileprivate var list: [PageValue] { if case .list(let values) = self { values } else { [] } }

  fileprivate var text: String { if case .text(let text) = self { text } else { "" } }
}
