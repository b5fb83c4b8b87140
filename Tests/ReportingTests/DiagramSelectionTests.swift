import Foundation
import GapAnalysis
import Graphviz
import IndustryChain
import Testing

@testable import Reporting

@Suite struct DiagramSelectionTests {
  private let analysis = SmallRegion.analysis

  private func links(
    _ scope: DiagramScope, _ selection: DiagramSelection = .everyLink
  ) -> Set<String> {
    let content = DiagramContent(scope, keeping: selection, of: analysis)
    return Set((content.links + content.guests).map { analysis.graph.links[$0].id.name })
  }

  private func path(_ start: String, _ end: String) -> DiagramScope {
    .path(from: SmallRegion.id("metal", start), to: SmallRegion.id("metal", end))
  }

  @Test func `a path holds the links that material passes, and the return flows between them`() {
    let path = path("ore", "scrap")
    #expect(links(path).isSuperset(of: ["ore", "alloy", "part", "scrap"]))
    let content = DiagramContent(path, of: analysis)
    #expect(content.ties.contains { $0.kind == .returnFlow })
  }

  @Test func `a path is what every pair of links reaches through, and ends at its ends`() {
    let graph = analysis.graph
    for start in graph.links.indices {
      let after = graph.material.reachable(from: [start])
      for end in graph.links.indices {
        let content = DiagramContent(
          .path(from: graph.links[start].id, to: graph.links[end].id), of: analysis)
        let expected = graph.links.indices.filter { link in
          (link == start || after[link])
            && (link == end || graph.material.reachable(from: [link])[end])
        }
        #expect(content.links == expected)
        #expect(content.links.isEmpty == !(start == end || after[end]))
      }
    }
  }

  @Test func `no way back and an unknown link give no path`() {
    #expect(links(path("product", "ore")).isEmpty)
    #expect(links(path("ore", "nothing-of-the-kind")).isEmpty)
  }

  @Test func `gaps are thin, planned and missing links, never covered or unknown ones`() {
    let content = DiagramContent(.workspace, keeping: .gaps, of: analysis)
    let coverage = analysis.today.coverage
    let expected = analysis.graph.links.indices.filter {
      [.thin, .planned, .missing].contains(coverage[$0])
    }
    #expect(content.links == expected)
    #expect(!content.links.isEmpty)
    #expect(
      content.ties.allSatisfy { expected.contains($0.source) && expected.contains($0.target) })
  }

  @Test func `every theme tells coverage apart without colour`() {
    for colors in DiagramColors.allCases {
      let theme = colors.theme
      let looks = Coverage.allCases.map { coverage -> String in
        let box = theme.box(coverage)
        let isFull = box.fill != theme.paper
        return "\(isFull) \(box.lowerFill != nil) \(box.frameStyle) \(box.frameWidth)"
      }
      #expect(Set(looks).count == Coverage.allCases.count, "\(colors)")
    }
  }

  @Test(arguments: DiagramColors.allCases)
  func `text stands out from what it stands on by 4.5 to 1 or better`(colors: DiagramColors) {
    func luminance(_ color: RGBColor) -> Double {
      func linear(_ channel: UInt32) -> Double {
        let value = Double(channel & 0xFF) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(color.hex >> 16) + 0.7152 * linear(color.hex >> 8)
        + 0.0722 * linear(color.hex)
    }
    func contrast(_ one: RGBColor, _ other: RGBColor) -> Double {
      let (low, high) = (
        min(luminance(one), luminance(other)), max(luminance(one), luminance(other))
      )
      return (high + 0.05) / (low + 0.05)
    }
    let theme = colors.theme
    var pairs = [(theme.badgeText, theme.leak), (theme.badgeText, theme.softInk)]
    // Title and key on paper, headings and the numbers at arrows on bands as well.
    for ground in [theme.paper, theme.band] {
      pairs += [theme.ink, theme.softInk, theme.tie, theme.leak, theme.returnTie]
        .map { ($0, ground) }
    }
    for coverage in Coverage.allCases {
      let box = theme.box(coverage)
      for fill in [box.fill, box.lowerFill ?? box.fill] {
        pairs += [(box.text, fill), (theme.softText(on: coverage), fill)]
      }
      if coverage == .missing || coverage == .planned { pairs.append((theme.leak, box.fill)) }
    }
    for (text, ground) in pairs { #expect(contrast(text, ground) >= 4.5, "\(text) \(ground)") }
  }

  @Test(arguments: DiagramColors.allCases)
  func `the pieces of a bar are told apart in grey`(colors: DiagramColors) {
    func grey(_ color: RGBColor) -> Int {
      Int(color.hex >> 16 & 0xFF) * 3 + Int(color.hex >> 8 & 0xFF) * 6 + Int(color.hex & 0xFF)
    }
    let theme = colors.theme
    let looks = Coverage.allCases.map { coverage in
      let box = theme.swatch(coverage, width: 9, height: 9)
      return (style: box.styles, grey: grey(box.background ?? theme.paper))
    }
    for (place, one) in looks.enumerated() {
      for other in looks[..<place] {
        #expect(one.style != other.style || abs(one.grey - other.grey) > 200)
      }
    }
  }

  @Test func `the theme for print has greys only`() {
    let grey = DiagramColors.print.theme
    let all =
      [
        grey.paper, grey.ink, grey.softInk, grey.band, grey.tie, grey.returnTie, grey.leak,
        grey.bar,
      ]
      + grey.boxes.values.flatMap { [$0.fill, $0.frame, $0.text] }
    for color in all {
      let (red, green, blue) = (color.hex >> 16, color.hex >> 8 & 0xFF, color.hex & 0xFF)
      #expect(red == green && green == blue, "\(color)")
    }
  }

  @Test func `a theme changes colours, not what stands in the picture`() {
    func source(_ colors: DiagramColors) -> String {
      DOTSource(
        ChainDiagram(of: analysis, showing: .workspace, in: .both, coloredFor: colors).digraph()
      ).description.replacing(#/#[0-9a-f]{6}/#, with: "#")
    }
    #expect(source(.dark) == source(.light))
    #expect(source(.print) == source(.light))
  }
}
