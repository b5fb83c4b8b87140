import IndustryChain

/// What a folded diagram shows: boxes of links, and how many ties run between them.
struct FoldedContent: Hashable, Sendable {
  /// The links of a chain, or of one stage of it.
  struct Box: Hashable, Sendable {
    /// The chain's index in the graph.
    let chain: Int
    /// The stage; `nil` for a box of the whole chain.
    let stage: Stage?
    /// Whether these are links of another chain that trade with what is shown.
    let isGuest: Bool
    /// The links in it, as graph indices, ascending.
    var links: [Int] = []
  }

  /// All ties from one box to another, as one arrow.
  struct Tie: Hashable, Sendable {
    /// Indices into `boxes`.
    let source: Int
    let target: Int
    /// Whether material comes back up the chain.
    let isReturn: Bool
    /// How many ties between links it stands for, at least 1.
    var count = 0
    /// Whether a firm here pays somebody outside for any of them.
    var isLeak = false
  }

  /// By chain, then by stage.
  let boxes: [Box]
  /// By source, target and direction; ties within a box are left out.
  let ties: [Tie]

  /// Puts links into boxes; links of other chains always stand in one box a chain.
  ///
  /// Linear in links and ties but for sorting.
  init(_ content: DiagramContent, by folding: DiagramFolding, of graph: ChainGraph) {
    let stages = Dictionary(
      Stage.allCases.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { one, _ in one })
    var boxes: [[Int]: Box] = [:]
    func key(_ link: Int, isGuest: Bool) -> [Int] {
      let stage = folding == .stage && !isGuest ? stages[graph.links[link].stage, default: 0] : -1
      return [graph.chainIndex[link], stage]
    }
    func add(_ link: Int, isGuest: Bool) {
      let stage = folding == .stage && !isGuest ? graph.links[link].stage : nil
      boxes[
        key(link, isGuest: isGuest),
        default: Box(chain: graph.chainIndex[link], stage: stage, isGuest: isGuest)
      ].links.append(link)
    }
    for link in content.links { add(link, isGuest: false) }
    for link in content.guests { add(link, isGuest: true) }
    let sorted = boxes.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    self.boxes = sorted

    var box: [Int: Int] = [:]
    for (place, part) in sorted.enumerated() {
      for link in part.links { box[link] = place }
    }
    var ties: [[Int]: Tie] = [:]
    for tie in content.ties {
      guard let source = box[tie.source], let target = box[tie.target], source != target else {
        continue
      }
      let isReturn = tie.kind == .returnFlow
      let key = [source, target, isReturn ? 1 : 0]
      var sum = ties[key] ?? Tie(source: source, target: target, isReturn: isReturn)
      sum.count += 1
      sum.isLeak = sum.isLeak || tie.isLeak
      ties[key] = sum
    }
    self.ties = ties.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }
}
