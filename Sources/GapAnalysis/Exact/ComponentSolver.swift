import IndustryChain

/// Solves components of the money graph one after the other, suppliers before buyers.
///
/// Only links that somebody here supplies (r > 0) pass demand on, so missing links cut a component
/// into what is present. Of that some links are cut, F, without which no loop is left; the others
/// stand in an order in which suppliers come before buyers, and every sum over walks is one pass
/// over their inputs. Walks through F are summed by one dense kernel. With e present links and inputs
/// in the component and f cut links: 3 f e + f³, and for each missing link the present links between
/// its suppliers and its buyers.
final class ComponentSolver {
  /// Which links on loops are eliminated together, in one dense kernel.
  enum Cut: Sendable {
    /// Few, chosen by `DirectedGraph.feedbackVertices()`.
    case fewest
    /// Every present link of a component that has a loop, for tests.
    case everyLink
  }

  /// The links of the whole graph, read and written.
  struct Links {
    let rows: Technology.Rows
    let ratio: UnsafeBufferPointer<Double>
    let content: UnsafeMutableBufferPointer<Double>
    let selfDemand: UnsafeMutableBufferPointer<Double>
  }

  let links: Links
  let cut: Cut
  /// r c of each solved link: what a unit bought of it brings.
  let passed: UnsafeMutablePointer<Double>
  /// The place of each link in the component that is being solved; -1 outside it.
  let place: UnsafeMutablePointer<Int32>

  // The component: first the present links that are not cut, suppliers before buyers
  // (0..<orderedCount), then the cut ones (..<presentCount), then the missing ones (..<count).
  var count = 0
  var presentCount = 0
  var orderedCount = 0
  /// The link at each place.
  let link = ScratchBuffer<Int32>()
  let ratio = ScratchBuffer<Double>()
  /// Value added, and what suppliers outside the component add; then local content.
  let content = ScratchBuffer<Double>()
  /// r c of each place, 0 until it is known.
  let passedInside = ScratchBuffer<Double>()
  /// What each link buys from itself, and 1 / (1 − r a_kk), which every visit is multiplied by.
  let ownShare = ScratchBuffer<Double>()
  let visits = ScratchBuffer<Double>()
  let selfDemand = ScratchBuffer<Double>()
  // The inputs of each place from other places, in compressed rows.
  let rowStart = ScratchBuffer<Int32>()
  let supplier = ScratchBuffer<Int32>()
  let share = ScratchBuffer<Double>()
  // Scratch of the ordering and of the walks.
  let edgeStart = ScratchBuffer<Int32>()
  let edgeTarget = ScratchBuffer<Int32>()
  let buyerCount = ScratchBuffer<Int32>()
  let order = ScratchBuffer<Int32>()
  let provisional = ScratchBuffer<Int32>()
  let arriving = ScratchBuffer<Double>()
  let pending = ScratchBuffer<UInt64>()
  let firstBuyer = ScratchBuffer<Int32>()

  init(_ links: Links, cut: Cut) {
    self.links = links
    self.cut = cut
    let count = links.ratio.count
    passed = .allocate(capacity: count)
    passed.initialize(repeating: 0, count: count)
    place = .allocate(capacity: count)
    place.initialize(repeating: -1, count: count)
  }

  deinit {
    passed.deallocate()
    place.deallocate()
  }

  /// A link by itself, whose only loop is buying from itself: σ = a / (1 − r a).
  func solveAlone(_ link: Int) {
    let rows = links.rows
    var content = rows.valueAdded[link]
    var own = 0.0
    for edge in Int(rows.offsets[link])..<Int(rows.offsets[link + 1]) {
      let supplier = Int(rows.suppliers[edge])
      if supplier == link {
        own += rows.shares[edge]
      } else {
        content += rows.shares[edge] * passed[supplier]
      }
    }
    let ratio = links.ratio[link]
    if own > 0 {
      let visits = 1 / (1 - ratio * own)
      content *= visits
      own *= visits
    }
    links.content[link] = content
    links.selfDemand[link] = own
    passed[link] = ratio * content
  }

  /// A component of several links, whose suppliers outside are solved already.
  func solve(_ members: UnsafeBufferPointer<Int32>) {
    number(members)
    gatherRows()
    for place in 0..<count { selfDemand.base[place] = ownShare.base[place] * visits.base[place] }
    if presentCount > orderedCount {
      solveThroughCut()
    } else {
      sumContent(upTo: orderedCount)
    }
    sumContentOfMissing()
    addLoopsOfMissing()
    addLoopsOfVariants()
    for place in 0..<count {
      let link = Int(self.link.base[place])
      links.content[link] = content.base[place]
      links.selfDemand[link] = selfDemand.base[place]
      passed[link] = ratio.base[place] * content.base[place]
      self.place[link] = -1
    }
  }

  /// The inputs of each place inside the component, the others summed into its content.
  private func gatherRows() {
    let rows = links.rows
    var inputCount = 0
    let link = link.base
    for place in 0..<count {
      let row = Int(link[place])
      inputCount += Int(rows.offsets[row + 1] - rows.offsets[row])
    }
    let rowStart = rowStart.reserve(count + 1)
    let supplier = supplier.reserve(inputCount)
    let share = share.reserve(inputCount)
    let ratio = ratio.reserve(count)
    let content = content.reserve(count)
    let ownShare = ownShare.reserve(count)
    let visits = visits.reserve(count)
    _ = passedInside.reserve(count, filledWith: 0)
    _ = selfDemand.reserve(count)
    var next = 0
    for place in 0..<count {
      let buyer = Int(link[place])
      rowStart[place] = Int32(next)
      var base = rows.valueAdded[buyer]
      var own = 0.0
      for edge in Int(rows.offsets[buyer])..<Int(rows.offsets[buyer + 1]) {
        let seller = Int(rows.suppliers[edge])
        let amount = rows.shares[edge]
        let inside = self.place[seller]
        if inside < 0 {
          base += amount * passed[seller]
        } else if Int(inside) == place {
          own += amount
        } else if amount > 0 {
          supplier[next] = inside
          share[next] = amount
          next += 1
        }
      }
      ratio[place] = links.ratio[buyer]
      content[place] = base
      ownShare[place] = own
      visits[place] = 1 / (1 - ratio[place] * own)
    }
    rowStart[count] = Int32(next)
  }

  /// What suppliers that are ordered or known pass on, buyer after buyer.
  func sumContent(upTo end: Int) {
    let (rowStart, supplier, share) = (rowStart.base, supplier.base, share.base)
    let (content, passedInside) = (content.base, passedInside.base)
    let (ratio, visits) = (ratio.base, visits.base)
    for place in 0..<end {
      var sum = content[place]
      for edge in Int(rowStart[place])..<Int(rowStart[place + 1]) {
        sum += share[edge] * passedInside[Int(supplier[edge])]
      }
      sum *= visits[place]
      content[place] = sum
      passedInside[place] = ratio[place] * sum
    }
  }

  /// Missing links pass nothing on, so theirs follows from the others'.
  private func sumContentOfMissing() {
    let (rowStart, supplier, share) = (rowStart.base, supplier.base, share.base)
    let (content, passedInside) = (content.base, passedInside.base)
    for place in presentCount..<count {
      for edge in Int(rowStart[place])..<Int(rowStart[place + 1]) {
        content[place] += share[edge] * passedInside[Int(supplier[edge])]
      }
    }
  }
}
