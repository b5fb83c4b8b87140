import IndustryChain

extension Analysis {
  /// The covered links upstream of a link, the nearest first, then by index.
  ///
  /// Over the material graph, through links of any coverage; linear in links and ties.
  public func coveredLinks(upstreamOf link: Int) -> [Int] {
    presentLinks(from: link, along: graph.material.reversed())
  }

  /// The covered links downstream of a link, the nearest first, then by index.
  ///
  /// Over the material graph, through links of any coverage; linear in links and ties.
  public func coveredLinks(downstreamOf link: Int) -> [Int] {
    presentLinks(from: link, along: graph.material)
  }

  private func presentLinks(from link: Int, along ties: DirectedGraph) -> [Int] {
    var found: [Int] = []
    var seen: Set<Int> = [link]
    var frontier = [link]
    while !frontier.isEmpty {
      let next = Set(frontier.flatMap { ties.successors(of: $0).map { Int($0) } })
        .subtracting(seen).sorted()
      seen.formUnion(next)
      found += next.filter { today.coverage[$0].isPresent }
      frontier = next
    }
    return found
  }
}
