extension ComponentSolver {
  /// Adds to each missing link's self-demand the loops that pass no cut link.
  ///
  /// One unit of it asks its suppliers, they theirs, buyers before suppliers; whoever buys of the link
  /// itself closes a loop. Nobody before the first buyer of it can, so the walk ends there.
  func addLoopsOfMissing() {
    guard presentCount < count, orderedCount > 0 else { return }
    let (rowStart, supplier, share) = (rowStart.base, supplier.base, share.base)
    let (ratio, visits) = (ratio.base, visits.base)
    let ordered = Int32(orderedCount)
    let firstBuyer = firstBuyer.reserve(count, filledWith: ordered)
    for place in 0..<orderedCount {
      for edge in Int(rowStart[place])..<Int(rowStart[place + 1]) {
        let seller = Int(supplier[edge])
        if firstBuyer[seller] == ordered { firstBuyer[seller] = Int32(place) }
      }
    }
    let arriving = arriving.reserve(orderedCount, filledWith: 0)
    let pending = pending.reserve(orderedCount / 64 + 1, filledWith: 0)
    let followsUmbrellas = links.rows.hasVariants
    for missing in presentCount..<count where firstBuyer[missing] < ordered {
      if followsUmbrellas, !otherMarkets(of: missing).isEmpty { continue }
      let first = firstBuyer[missing]
      let target = Int32(missing)
      var highest = -1
      for edge in Int(rowStart[missing])..<Int(rowStart[missing + 1]) {
        let seller = supplier[edge]
        if seller >= first, seller < ordered {
          arriving[Int(seller)] += ratio[Int(seller)] * share[edge]
          pending[Int(seller) >> 6] |= 1 << UInt64(seller & 63)
          highest = max(highest, Int(seller) >> 6)
        }
      }
      var loops = 0.0
      while highest >= 0 {
        let word = pending[highest]
        if word == 0 {
          highest -= 1
          continue
        }
        let bit = 63 - word.leadingZeroBitCount
        pending[highest] = word & ~(1 << UInt64(bit))
        let place = highest << 6 | bit
        let demand = arriving[place] * visits[place]
        arriving[place] = 0
        for edge in Int(rowStart[place])..<Int(rowStart[place + 1]) {
          let seller = supplier[edge]
          if seller == target {
            loops += share[edge] * demand
          } else if seller >= first, seller < ordered {
            arriving[Int(seller)] += ratio[Int(seller)] * share[edge] * demand
            pending[Int(seller) >> 6] |= 1 << UInt64(seller & 63)
          }
        }
      }
      selfDemand.base[missing] += loops
    }
  }

  /// Replaces what a variant outside F has of loops that pass no cut link: they also close where
  /// somebody buys of its umbrella.
  func addLoopsOfVariants() {
    guard links.rows.hasVariants else { return }
    for place in 0..<count where place < orderedCount || place >= presentCount {
      let others = otherMarkets(of: place)
      guard !others.isEmpty else { continue }
      let isOwnCounted = ownShare.base[place] * visits.base[place]
      selfDemand.base[place] += loops(of: place, closingAt: [place] + others) - isOwnCounted
    }
  }

  /// The loops of a place that pass no cut link and close at one of some markets.
  private func loops(of start: Int, closingAt markets: [Int]) -> Double {
    let arriving = arriving.reserve(count, filledWith: 0)
    var loops = 0.0
    func visit(_ place: Int) {
      let demand = arriving[place] * visits.base[place]
      if markets.contains(place) { loops += ownShare.base[place] * demand }
      for edge in Int(rowStart.base[place])..<Int(rowStart.base[place + 1]) {
        let seller = Int(supplier.base[edge])
        if markets.contains(seller) { loops += share.base[edge] * demand }
        if seller < orderedCount {
          arriving[seller] += ratio.base[seller] * share.base[edge] * demand
        }
      }
    }
    arriving[start] = 1
    visit(start)
    let end = start < orderedCount ? start : orderedCount
    for place in stride(from: end - 1, through: 0, by: -1) where arriving[place] > 0 {
      visit(place)
    }
    return loops
  }

  /// The places of a link's umbrellas at any depth in this component, nearest first.
  func otherMarkets(of place: Int) -> [Int] {
    var markets: [Int] = []
    var next = links.rows.umbrella(of: Int(link.base[place]))
    while let whole = next, self.place[whole] >= 0 {
      let market = Int(self.place[whole])
      guard market != place, !markets.contains(market) else { break }
      markets.append(market)
      next = links.rows.umbrella(of: whole)
    }
    return markets
  }
}
