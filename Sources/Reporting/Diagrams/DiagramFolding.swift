public import IndustryChain
import GapAnalysis

/// How far the links of a diagram are put together into larger boxes.
public enum DiagramFolding: String, CaseIterable, Hashable, Sendable {
  /// Not at all: one box a link.
  case none
  /// One box for each stage of each chain.
  case stage
  /// One box for each chain.
  case chain
}

extension ChainDiagram {
  /// The same drawing, folded otherwise.
  public func folded(by folding: DiagramFolding) -> ChainDiagram {
    var diagram = self
    diagram.folding = folding
    return diagram
  }

  /// How to make the drawing smaller, step by step: its own folding first, then those further up
  /// from `none` to `chain` that leave fewer boxes than the one before.
  ///
  /// Linear in the links and ties of the workspace but for sorting.
  public var foldings: [DiagramFolding] {
    let content = content
    var steps = [folding]
    var boxes = boxCount(of: content, foldedBy: folding)
    for step in DiagramFolding.allCases.drop(while: { $0 != folding }).dropFirst() {
      let fewer = boxCount(of: content, foldedBy: step)
      guard fewer < boxes else { continue }
      steps.append(step)
      boxes = fewer
    }
    return steps
  }

  /// What was folded, as it stands under the drawing's title: `folded by stage: 812 links as 15
  /// boxes`; `nil` where nothing was.
  public func foldingNote(in language: Language) -> String? { foldedLine(Wording(language)) }

  func foldedLine(_ wording: Wording) -> String? {
    guard folding != .none else { return nil }
    let content = content
    return wording.folded(
      by: folding, linkCount: linkCount(of: content),
      boxCount: boxCount(of: content, foldedBy: folding))
  }

  /// The links shown, umbrellas left to their variants as in every count.
  private func linkCount(of content: DiagramContent) -> Int {
    CoverageCount(
      of: content.links + content.guests, in: analysis.graph, figures: analysis.today
    ).linkCount
  }

  private func boxCount(of content: DiagramContent, foldedBy folding: DiagramFolding) -> Int {
    folding == .none
      ? content.links.count + content.guests.count
      : FoldedContent(content, by: folding, of: analysis.graph).boxes.count
  }
}

extension Wording {
  func folded(by folding: DiagramFolding, linkCount: Int, boxCount: Int) -> String {
    let links = count(linkCount, "个环节", "link")
    let boxes = count(boxCount, "个方框", "box")
    let english = boxCount == 1 ? boxes : "\(digits(boxCount)) boxes"
    return switch folding {
    case .none: ""
    case .stage: say("按上中下游合并：\(links)并为\(boxes)", "folded by stage: \(links) as \(english)")
    case .chain: say("按产业链合并：\(links)并为\(boxes)", "folded by chain: \(links) as \(english)")
    }
  }
}
