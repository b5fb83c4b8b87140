import Diagnostics
import IndustryChain

/// The links of a workspace, and how they hang together.
struct LinkNetwork: Sendable {
  /// Sorted by id; of several with one id the first in the order of the files comes first.
  let links: [ResolvedLink]
  /// The inputs of all links, link by link.
  private let inputs: [ResolvedInput]
  /// Where those of each link begin, and where the last end.
  private let inputStarts: [Int]
  /// For each link, how many inputs of others name it.
  let buyerCounts: [Int]
  /// For each link, the place in `links` of the link of which it is a kind.
  let umbrellas: [Int?]
  /// For each link, whether others are kinds of it.
  let hasVariants: [Bool]

  /// Sorts links that are given in the order of the drafts.
  ///
  /// O(links log links + inputs).
  init(_ numbered: [ResolvedLink]) {
    let ids = numbered.map(\.link.id)
    let order = numbered.indices.sorted {
      ids[$0] == ids[$1] ? $0 < $1 : ids[$0] < ids[$1]
    }
    var places = [Int](repeating: 0, count: order.count)
    for (place, number) in order.enumerated() { places[number] = place }
    links = order.map { numbered[$0] }
    var buyerCounts = [Int](repeating: 0, count: links.count)
    var hasVariants = [Bool](repeating: false, count: links.count)
    var inputs: [ResolvedInput] = []
    var inputStarts = [0]
    inputs.reserveCapacity(4 * links.count)
    inputStarts.reserveCapacity(links.count + 1)
    for (buyer, item) in links.enumerated() {
      for input in item.inputs {
        let supplier = places[input.supplier]
        if supplier != buyer { buyerCounts[supplier] += 1 }
        inputs.append(input.numbered(supplier))
      }
      inputStarts.append(inputs.count)
    }
    self.inputs = inputs
    self.inputStarts = inputStarts
    umbrellas = links.map { item in item.umbrellaNumber.map { places[$0] } }
    for umbrella in umbrellas.compactMap({ $0 }) { hasVariants[umbrella] = true }
    self.buyerCounts = buyerCounts
    self.hasVariants = hasVariants
  }

  /// The inputs of a link in their order; their suppliers are numbered as in `links`.
  func inputs(of link: Int) -> ArraySlice<ResolvedInput> {
    inputs[inputStarts[link]..<inputStarts[link + 1]]
  }

  /// What checks find, in their order.
  func findings(of checks: [Check]) -> [Diagnostic] {
    sideBySide(effort: links.count, calls(of: checks))
  }

  /// Checks with what they look at.
  func calls(of checks: [Check]) -> [@Sendable () -> [Diagnostic]] {
    checks.map { check in { check(self) } }
  }

  /// Something that is looked for in all links.
  typealias Check = @Sendable (LinkNetwork) -> [Diagnostic]

  /// What is to be said of links one by one, in the order of `links`.
  func findings(about finding: (_ place: Int, _ item: ResolvedLink) -> Diagnostic?) -> [Diagnostic]
  {
    links.indices.compactMap { finding($0, links[$0]) }
  }

  /// Whether a link buys nothing, sells nothing, is no kind of another and has no kinds.
  func isIsolated(_ link: Int) -> Bool {
    buyerCounts[link] == 0 && inputs(of: link).isEmpty && umbrellas[link] == nil
      && !hasVariants[link]
  }
}

extension Diagnostic {
  /// A finding about a link, at its key.
  init(
    _ rule: Rule, about item: ResolvedLink, _ english: String, _ chinese: String,
    notes: [Note] = [], help: LocalizedText
  ) {
    self.init(
      rule, at: .init(file: item.file, range: item.range), english, chinese, notes: notes,
      help: help)
  }
}
