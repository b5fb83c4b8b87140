import GapAnalysis
import Graphviz
import IndustryChain
import Testing

@testable import Reporting

struct DiagramTests {
  private let analysis = SmallRegion.crowded

  private func diagram(_ scope: DiagramScope = .workspace) -> Digraph {
    ChainDiagram(of: analysis, showing: scope, in: .both).digraph()
  }

  // MARK: Coverage

  /// How light a colour is in grey, 0…1 (weights of ITU-R BT.601).
  private static func lightness(_ color: RGBColor) -> Double {
    let (red, green, blue) = (color.hex >> 16 & 0xFF, color.hex >> 8 & 0xFF, color.hex & 0xFF)
    return (0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)) / 255
  }

  @Test func `every coverage is told from every other without colour`() {
    let theme = DiagramTheme.light
    for one in Coverage.allCases {
      for other in Coverage.allCases where one != other {
        let (left, right) = (theme.box(one), theme.box(other))
        let fills = [left, right].map { box in
          (Self.lightness(box.fill), Self.lightness(box.lowerFill ?? box.fill))
        }
        let isTold =
          left.frameStyle != right.frameStyle
          || max(left.frameWidth, right.frameWidth) >= 2 * min(left.frameWidth, right.frameWidth)
          || abs(fills[0].0 - fills[1].0) > 0.15 || abs(fills[0].1 - fills[1].1) > 0.15
        #expect(isTold, "\(one) and \(other)")
      }
    }
  }

  @Test func `text stands out from its box`() {
    for coverage in Coverage.allCases {
      let box = DiagramTheme.light.box(coverage)
      for fill in [box.fill, box.lowerFill ?? box.fill] {
        #expect(Self.lightness(fill) - Self.lightness(box.text) > 0.5, "\(coverage)")
      }
    }
  }

  // MARK: Boxes

  @Test func `an amount leaks only where somebody here buys what nobody here sells`() {
    for link in analysis.graph.links.indices {
      let text = diagram().label(of: analysis.graph.links[link].id)
      let coverage = analysis.today.coverage[link]
      let leaks =
        (coverage == .missing || coverage == .planned)
        && analysis.today.leakageMillionCNY(of: link) > 0
      #expect(text.contains("外购") == leaks, "\(analysis.graph.links[link].id)")
    }
  }

  @Test func `two firms are named and the others counted`() {
    let part = diagram().label(of: SmallRegion.id("metal", "part"))
    #expect(part.contains("<img src=x>") && part.contains("B & Co"))
    #expect(part.contains("+2"))
    #expect(!part.contains("=1+1"))
    #expect(!diagram().label(of: SmallRegion.id("metal", "plating")).contains("+"))
  }

  @Test func `the rank of a target stands in its box`() {
    for target in analysis.targets {
      let pieces = diagram().labelPieces(of: target.link.id)
      #expect(pieces.first == String(target.rank), "\(target.link.id)")
    }
    #expect(diagram().labelPieces(of: SmallRegion.id("metal", "part")).first == "零件")
  }

  @Test func `names of firms are text and never markup`() {
    let source = DOTSource(diagram()).description
    #expect(!source.contains("<script") && !source.contains("<img"))
    #expect(source.contains("&lt;img src=x&gt;") && source.contains("B &amp; Co"))
    #expect(!source.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  // MARK: Arrows

  @Test func `a return flow is drawn along the chain with its head at the back`() {
    let returns = diagram().edges.filter { $0.attributes[.dir] == .text("back") }
    #expect(
      returns.map { "\($0.tail.node.text) -> \($0.head.node.text)" } == [
        "metal/alloy -> metal/scrap"
      ])
    #expect(
      !diagram().edges.contains {
        $0.tail.node == "metal/scrap" && $0.head.node == "metal/alloy"
      })
  }

  @Test func `work sent out goes to the service and from there to the buyers`() {
    let dashed = diagram().edges.filter {
      $0.attributes[.style] == .text("dashed") && $0.attributes[.dir] == nil
    }
    #expect(
      Set(dashed.map { "\($0.tail.node.text) -> \($0.head.node.text)" }) == [
        "metal/part -> metal/plating", "metal/plating -> metal/product",
        "metal/plating -> toy/toy",
      ])
  }

  @Test func `an arrow leaks only from or to a link that nobody here covers`() {
    let leak = AttributeValue.color(DiagramTheme.light.leak)
    let leaks = diagram().edges.filter { $0.attributes[.color] == leak }
    #expect(!leaks.isEmpty)
    for edge in leaks {
      let ends = [edge.tail.node, edge.head.node]
      let coverages = analysis.graph.links.indices
        .filter { ends.contains(NodeID(analysis.graph.links[$0].id.description)) }
        .map { analysis.today.coverage[$0] }
      #expect(coverages.contains { $0 == .missing || $0 == .planned })
      #expect(coverages.contains { $0.isPresent })
      #expect(!coverages.contains(.unknown))
    }
  }

  // MARK: Scopes

  @Test func `a chain brings the links of others that trade with it`() {
    let nodes = diagram(.chains([ChainID("toy")])).allNodes.map(\.id.text)
    #expect(nodes.contains("metal/plating"))
    #expect(!nodes.contains("metal/ore"))
  }

  @Test(arguments: [0, 1, 100])
  func `a neighbourhood grows with its depth`(depth: Int) {
    let scope = DiagramScope.neighbourhood(of: SmallRegion.id("metal", "ore"), depth: depth)
    let count = DiagramContent(scope, of: analysis).links.count
    // Gauge trades with nobody.
    #expect(count == (depth == 0 ? 1 : depth == 1 ? 3 : analysis.graph.linkCount - 1))
  }

  @Test func `a scope that names nothing draws nothing`() {
    #expect(DiagramContent(.chains([ChainID("none")]), of: analysis).links.isEmpty)
    #expect(
      DiagramContent(.neighbourhood(of: SmallRegion.id("metal", "none"), depth: 3), of: analysis)
        .links
        .isEmpty)
    #expect(!DOTSource(diagram(.chains([ChainID("none")]))).bytes.isEmpty)
  }
}

extension Digraph {
  fileprivate var allNodes: [Node] { nodes + subgraphs.flatMap(\.allNodes) }

  fileprivate func labelPieces(of link: LinkID) -> [String] {
    let node = allNodes.first { $0.id == NodeID(link.description) }
    guard case .html(let label) = node?.attributes[.label] else { return [] }
    return label.pieces
  }

  fileprivate func label(of link: LinkID) -> String {
    labelPieces(of: link).joined(separator: " ")
  }
}

extension Digraph.Subgraph {
  fileprivate var allNodes: [Digraph.Node] { nodes + subgraphs.flatMap(\.allNodes) }
}

extension HTMLLabel {
  /// The runs of text in reading order.
  fileprivate var pieces: [String] {
    switch self {
    case .text(let text):
      text.pieces.compactMap { if case .run(let run, _) = $0 { run } else { nil } }
    case .table(let table):
      table.rows.flatMap { row -> [String] in
        guard case .cells(let cells) = row else { return [] }
        return cells.flatMap(\.content.pieces)
      }
    }
  }
}
