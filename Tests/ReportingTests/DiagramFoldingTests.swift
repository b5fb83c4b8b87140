import GapAnalysis
import Graphviz
import IndustryChain
import Testing

@testable import Reporting

@Suite struct DiagramFoldingTests {
  private let analysis = SmallRegion.crowded
  private let metal = DiagramScope.chains([ChainID("metal")])

  private func folded(
    _ scope: DiagramScope, by folding: DiagramFolding,
    keeping selection: DiagramSelection = .everyLink
  ) -> FoldedContent {
    FoldedContent(
      DiagramContent(scope, keeping: selection, of: analysis), by: folding, of: analysis.graph)
  }

  private func source(
    _ scope: DiagramScope, by folding: DiagramFolding, in language: DiagramLanguage = .both
  ) -> String {
    DOTSource(
      ChainDiagram(of: analysis, showing: scope, in: language, foldedBy: folding).digraph()
    ).description
  }

  @Test(arguments: [DiagramFolding.stage, .chain], [DiagramSelection.everyLink, .gaps])
  func `every link stands in one box, of its own chain and stage`(
    folding: DiagramFolding, selection: DiagramSelection
  ) {
    let graph = analysis.graph
    for scope in [DiagramScope.workspace, metal] {
      let content = DiagramContent(scope, keeping: selection, of: analysis)
      let boxes = folded(scope, by: folding, keeping: selection).boxes
      #expect(boxes.flatMap(\.links).sorted() == (content.links + content.guests).sorted())
      for box in boxes {
        #expect(box.links.allSatisfy { graph.chainIndex[$0] == box.chain })
        if let stage = box.stage {
          #expect(box.links.allSatisfy { graph.links[$0].stage == stage })
        }
      }
    }
  }

  @Test(arguments: [DiagramFolding.stage, .chain])
  func `an arrow counts the ties between its boxes and leaks where one of them does`(
    folding: DiagramFolding
  ) {
    let content = DiagramContent(.workspace, of: analysis)
    let folded = folded(.workspace, by: folding)
    for tie in folded.ties {
      let (source, target) = (folded.boxes[tie.source].links, folded.boxes[tie.target].links)
      let ties = content.ties.filter {
        source.contains($0.source) && target.contains($0.target)
          && ($0.kind == .returnFlow) == tie.isReturn
      }
      #expect(ties.count == tie.count)
      #expect(ties.contains(where: \.isLeak) == tie.isLeak)
    }
    let inside = content.ties.count - folded.ties.reduce(0) { $0 + $1.count }
    let expected = content.ties.filter { tie in
      folded.boxes.contains { $0.links.contains(tie.source) && $0.links.contains(tie.target) }
    }
    #expect(inside == expected.count)
  }

  @Test func `the ladder leads from links over stages to chains, without steps that lead nowhere`()
  {
    func steps(_ scope: DiagramScope, from folding: DiagramFolding = .none) -> [DiagramFolding] {
      ChainDiagram(of: analysis, showing: scope, in: .both, foldedBy: folding).foldings
    }
    #expect(steps(.workspace) == [.none, .stage, .chain])
    #expect(steps(.workspace, from: .stage) == [.stage, .chain])
    #expect(steps(.workspace, from: .chain) == [.chain])
    #expect(steps(.neighbourhood(of: SmallRegion.id("metal", "ore"), depth: 0)) == [.none])
  }

  @Test func `the picture and the note say what was folded`() {
    let diagram = ChainDiagram(
      of: analysis, showing: .workspace, in: .english, foldedBy: .chain)
    let note = "folded by chain: 9 links as 2 boxes"
    #expect(diagram.foldingNote(in: .english) == note)
    #expect(diagram.foldingNote(in: .chinese) == "按产业链合并：9个环节并为2个方框")
    #expect(diagram.folded(by: .none).foldingNote(in: .english) == nil)
    #expect(source(.workspace, by: .chain, in: .english).contains(note))
  }

  @Test func `a box counts its coverages and leaves zeros out`() {
    let chinese = source(metal, by: .chain, in: .chinese)
    let box = folded(metal, by: .chain).boxes[0]
    let count = CoverageCount(of: box.links, in: analysis.graph, figures: analysis.today)
    for coverage in Coverage.allCases {
      let words = Wording(.chinese).text(coverage.word) + " "
      #expect(chinese.contains(words + "\(count.count(coverage))") == (count.count(coverage) > 0))
    }
  }

  @Test func `folded diagrams are as reviewed`() throws {
    try expectGolden(source(.workspace, by: .stage), "workspace.stage.dot")
    try expectGolden(source(metal, by: .stage, in: .chinese), "metal.stage.zh.dot")
    try expectGolden(source(.workspace, by: .chain, in: .english), "workspace.chain.en.dot")
  }
}
