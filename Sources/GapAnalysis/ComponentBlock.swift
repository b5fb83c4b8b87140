/// One strongly connected component of the money graph, its links renumbered 0..<count.
struct ComponentBlock {
  /// What a solve gives for each link of the block.
  typealias Solved = (content: [Double], selfDemand: [Double])

  /// An input inside the block: `supplier` sells `share` of a unit of `buyer`'s output.
  struct Purchase {
    let supplier: Int
    let buyer: Int
    let share: Double
  }

  let count: Int
  /// All inputs inside the block, by buyer.
  let purchases: [Purchase]
  /// r of each link.
  let ratio: [Double]
  /// Value added, and what suppliers outside the block add, per unit of each link's output.
  let contentFromOutside: [Double]
  /// The umbrella of each link, where it has one; it is always in the same block or unreachable.
  let umbrella: [Int?]

  /// Gathers a component; `localContent` must already hold its suppliers outside.
  init(
    members: ArraySlice<Int32>, place: [Int32], technology: Technology,
    localSupplyRatio: [Double], localContent: [Double]
  ) {
    count = members.count
    var purchases: [Purchase] = []
    var content: [Double] = []
    content.reserveCapacity(members.count)
    for (buyer, link) in members.enumerated() {
      var added = technology.valueAdded[Int(link)]
      for edge in technology.inputRange(of: Int(link)) {
        let supplier = Int(technology.suppliers[edge])
        let share = technology.shares[edge]
        if place[supplier] >= 0 {
          purchases.append(Purchase(supplier: Int(place[supplier]), buyer: buyer, share: share))
        } else {
          added += localSupplyRatio[supplier] * share * localContent[supplier]
        }
      }
      content.append(added)
    }
    self.purchases = purchases
    contentFromOutside = content
    ratio = members.map { localSupplyRatio[Int($0)] }
    umbrella = members.map { link in
      guard let whole = technology.umbrella[Int(link)], place[whole] >= 0 else { return nil }
      return Int(place[whole])
    }
  }

  /// A link by itself, whose only loop is buying from itself.
  func solvedAlone() -> Solved {
    let own = purchases.reduce(0) { $0 + $1.share }
    return ([contentFromOutside[0] / (1 - ratio[0] * own)], [own / (1 - ratio[0] * own)])
  }

  /// All links whose demand a link's firms meet: itself and its umbrellas.
  func markets(of link: Int) -> [Int] {
    var markets = [link]
    while let whole = umbrella[markets[markets.count - 1]], !markets.contains(whole) {
      markets.append(whole)
    }
    return markets
  }

  /// Inverts I − R A of the block.
  ///
  /// The matrix is a column-diagonally-dominant M-matrix, so elimination needs no pivoting.
  func solvedDense() -> Solved {
    var matrix = SquareMatrix(identityOfOrder: count)
    for purchase in purchases {
      matrix[purchase.supplier, purchase.buyer] -= ratio[purchase.supplier] * purchase.share
    }
    matrix.invertWithoutPivoting()
    let content = (0..<count).map { link in
      (0..<count).reduce(0) { $0 + contentFromOutside[$1] * matrix[$1, link] }
    }
    var selfDemand = [Double](repeating: 0, count: count)
    let sellers = sellersByMarket()
    for purchase in purchases where purchase.share > 0 {
      for seller in sellers[purchase.supplier] {
        selfDemand[seller] += purchase.share * matrix[purchase.buyer, seller]
      }
    }
    return (content, selfDemand)
  }

  /// For each link of the block the links whose firms can meet its demand: itself, its variants.
  func sellersByMarket() -> [[Int]] {
    var sellers = [[Int]](repeating: [], count: count)
    for link in 0..<count {
      for market in markets(of: link) { sellers[market].append(link) }
    }
    return sellers
  }
}
