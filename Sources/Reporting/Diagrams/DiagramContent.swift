import GapAnalysis
import IndustryChain

/// The links and ties that a diagram shows, before any thought of colour or place.
struct DiagramContent: Hashable, Sendable {
  /// What passes along an arrow.
  enum TieKind: Int, Hashable, Sendable {
    /// Material goes from supplier to buyer.
    case supply
    /// A product goes out to be worked on, or comes back worked on.
    case processing
    /// Material comes back up the chain.
    case returnFlow
    /// A variant is a kind of its umbrella.
    case variant
  }

  /// One arrow.
  struct Tie: Hashable, Sendable {
    let source: Int
    let target: Int
    let kind: TieKind
    /// Value bought per unit of the paying link's output, 0…1; 0 for variants.
    let share: Double
    /// Whether a firm here pays somebody outside for it.
    let isLeak: Bool
  }

  /// Links that the diagram is about, as graph indices, ascending.
  let links: [Int]
  /// Links of other chains that trade with them, ascending.
  let guests: [Int]
  /// The arrows between all of these, sorted.
  let ties: [Tie]
}

extension DiagramContent {
  /// Picks what a scope shows; an id that the workspace lacks picks nothing.
  init(
    _ scope: DiagramScope, keeping selection: DiagramSelection = .everyLink, of analysis: Analysis
  ) {
    let graph = analysis.graph
    let all = Self.ties(of: analysis)
    var links: Set<Int>
    var guests: Set<Int> = []
    switch scope {
    case .workspace:
      links = Set(graph.links.indices)
    case .chains(let chains):
      links = Set(graph.links.indices.filter { chains.contains(graph.links[$0].id.chain) })
      for tie in all {
        if links.contains(tie.source), !links.contains(tie.target) { guests.insert(tie.target) }
        if links.contains(tie.target), !links.contains(tie.source) { guests.insert(tie.source) }
      }
    case .neighbourhood(let id, let depth):
      links = Set([graph.index(of: id)].compactMap { $0 })
      for _ in 0..<max(0, depth) {
        links.formUnion(
          all.filter { links.contains($0.source) || links.contains($0.target) }
            .flatMap { [$0.source, $0.target] })
      }
    case .path(let start, let end):
      links = Self.path(from: start, to: end, in: graph)
    }
    let coverage = analysis.today.coverage
    links = links.filter { selection.keeps(coverage[$0]) }
    guests = guests.filter { selection.keeps(coverage[$0]) }
    let shown = links.union(guests)
    self.links = links.sorted()
    self.guests = guests.sorted()
    ties = all.filter { tie in
      // Guests trade among themselves too, which is another diagram's matter.
      shown.contains(tie.source) && shown.contains(tie.target)
        && (links.contains(tie.source) || links.contains(tie.target))
    }
  }

  /// What lies downstream of one link and upstream of another; linear in links and ties.
  private static func path(from start: LinkID, to end: LinkID, in graph: ChainGraph) -> Set<Int> {
    guard let start = graph.index(of: start), let end = graph.index(of: end) else { return [] }
    var downstream = graph.material.reachable(from: [start])
    var upstream = graph.material.reversed().reachable(from: [end])
    downstream[start] = true
    upstream[end] = true
    return Set(graph.links.indices.filter { downstream[$0] && upstream[$0] })
  }

  /// All arrows of a workspace, sorted, each pair joined once a kind; linear but for the sort.
  private static func ties(of analysis: Analysis) -> [Tie] {
    let graph = analysis.graph
    let figures = analysis.today
    func isLeak(_ seller: Int, paidBy buyer: Int) -> Bool {
      figures.outputMillionCNY[buyer] > 0 && !figures.coverage[seller].isPresent
        && figures.coverage[seller] != .unknown
    }
    var ties: [Tie] = []
    for buyer in graph.links.indices {
      for (input, supplier) in graph.inputs(of: buyer) {
        let seller = Int(supplier)
        let share = input.share?.value ?? 0
        let leak = isLeak(seller, paidBy: buyer)
        switch input.route {
        case .purchase:
          // A processed product comes from those who worked on it.
          let services = graph.inputs(of: seller).filter { $0.0.route == .processing }
          for service in services {
            ties.append(
              Tie(
                source: Int(service.1), target: buyer, kind: .processing, share: share,
                isLeak: false))
          }
          if services.isEmpty, seller != buyer {
            ties.append(
              Tie(source: seller, target: buyer, kind: .supply, share: share, isLeak: leak))
          }
        case .processing:
          ties.append(
            Tie(source: buyer, target: seller, kind: .processing, share: share, isLeak: leak))
        case .returnFlow:
          ties.append(
            Tie(source: seller, target: buyer, kind: .returnFlow, share: share, isLeak: leak))
        }
      }
      if let whole = graph.umbrella[buyer] {
        ties.append(
          Tie(source: buyer, target: whole, kind: .variant, share: 0, isLeak: false))
      }
    }
    // One arrow a pair and kind, that of the largest share: two senders of one buyer share the
    // service's arrow.
    let sorted = ties.sorted { $0.order < $1.order }
    return sorted.enumerated().filter { place, tie in
      place == 0 || sorted[place - 1].pair != tie.pair
    }.map(\.element)
  }
}

extension DiagramContent.Tie {
  /// What the key calls it.
  var arrow: DiagramLegend.Arrow {
    switch kind {
    case .supply: isLeak ? .leak : .supply
    case .processing: .processing
    case .returnFlow: .returnFlow
    case .variant: .variant
    }
  }

  fileprivate var pair: (Int, Int, Int) { (source, target, kind.rawValue) }

  fileprivate var order: (Int, Int, Int, Double, Int) {
    (source, target, kind.rawValue, -share, isLeak ? 0 : 1)
  }
}
