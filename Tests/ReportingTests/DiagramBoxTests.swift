import GapAnalysis
import Graphviz
import IndustryChain
import Testing

@testable import Reporting

struct DiagramBoxTests {
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

  // MARK: Title

  @Test func `the title stands once, with the key below it, and long ones are wrapped`() {
    let drawing = diagram()
    #expect(drawing.subgraphs.map { $0.attributes[.label] } == [.text("")])
    let all = DOTSource(drawing).description
    #expect(all.ranges(of: ">产业链全景 All chains<").count == 1)
    #expect(all.ranges(of: "截至 as of").count == 1)
    let long = (0..<20).map { _ in "非常长的名称" }.joined()
    var chains = SmallRegion.chains
    chains[0].name = LocalizedText(english: long, chinese: long)
    let analysis = Analysis(of: SmallRegion.region, in: Workspace(chains: chains))
    let title = ChainDiagram(
      of: analysis, showing: .chains([ChainID("metal")]), in: .chinese
    ).digraph()
    guard case .html(let label) = title.attributes[.label] else {
      Issue.record("no label")
      return
    }
    #expect(label.pieces.allSatisfy { $0.count <= 40 })
  }

  @Test func `the key has what stands in the picture and nothing else`() {
    func key(_ scope: DiagramScope, folded: DiagramFolding = .none) -> [String] {
      let drawing = ChainDiagram(
        of: analysis, showing: scope, in: .chinese, foldedBy: folded
      ).digraph()
      guard case .html(let label) = drawing.attributes[.label] else { return [] }
      return label.pieces.map { $0.filter { $0 != "\u{A0}" } }
    }
    let all = key(.workspace)
    #expect(all.contains("回流") && all.contains("属于该类") && all.contains("缺失"))
    #expect(!all.contains("合并的联系条数"))
    let alone = key(.neighbourhood(of: SmallRegion.id("metal", "gauge"), depth: 0))
    #expect(!alone.contains("回流") && !alone.contains("供货") && !alone.contains("已有"))
    #expect(key(.workspace, folded: .stage).contains("合并的联系条数"))
  }

  // MARK: Scopes

  @Test func `a chain brings the links of others that trade with it`() {
    let nodes = diagram(.chains([ChainID("toy")])).allNodes.map(\.id.text)
    #expect(nodes.contains("metal/plating"))
    #expect(!nodes.contains("metal/ore"))
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
