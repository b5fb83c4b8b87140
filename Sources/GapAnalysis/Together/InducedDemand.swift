import IndustryChain

/// What one unit of a link's output causes to be bought of every other link, through what the
/// region already supplies: columns of A (I − R A)⁻¹, one sparse solve each.
///
/// Source: R. Miller, P. Blair, Input–Output Analysis (2009), ch. 2 and 8.
struct InducedDemand {
  /// The largest loop of present links that is inverted whole.
  static let denseLimit = 512

  private let technology: Technology
  private let ratio: [Double]
  /// Components of the links that supply anything here, every other link by itself.
  private let components: StrongComponents
  /// (I − R A)⁻¹ of the components met so far that are loops and not large.
  private var inverses: [Int: SquareMatrix] = [:]
  /// Per link, all zero between two solves.
  private var demand: [Double]
  private var output: [Double]
  private var isTouched: [Bool]

  /// Prepares the solves; linear in links and inputs.
  ///
  /// - Parameters:
  ///   - technology: The coefficients.
  ///   - localSupplyRatio: r of each link, 0…1.
  init(_ technology: Technology, localSupplyRatio: [Double]) {
    self.technology = technology
    ratio = localSupplyRatio
    let count = technology.linkCount
    var edges: [(source: Int, target: Int)] = []
    for link in 0..<count where localSupplyRatio[link] > 0 {
      for edge in technology.inputRange(of: link) where technology.shares[edge] > 0 {
        let supplier = Int(technology.suppliers[edge])
        if localSupplyRatio[supplier] > 0 { edges.append((link, supplier)) }
      }
    }
    components = StrongComponents(of: DirectedGraph(nodeCount: count, edges: edges))
    demand = [Double](repeating: 0, count: count)
    output = demand
    isTouched = [Bool](repeating: false, count: count)
  }

  /// The demand for each link, per unit of one link's output, by ascending link; zeros left out.
  ///
  /// Linear in the present links that the unit reaches and their inputs; a loop of n present links
  /// costs n² and once n³.
  mutating func demand(perUnitOf link: Int) -> [(link: Int, perUnit: Double)] {
    var touched = [link]
    isTouched[link] = true
    var next = 0
    // Everything that can be asked for: through the link itself and through present suppliers.
    while next < touched.count {
      let buyer = touched[next]
      next += 1
      guard buyer == link || ratio[buyer] > 0 else { continue }
      for edge in technology.inputRange(of: buyer) where technology.shares[edge] > 0 {
        let supplier = Int(technology.suppliers[edge])
        guard !isTouched[supplier] else { continue }
        isTouched[supplier] = true
        touched.append(supplier)
      }
    }
    if ratio[link] == 0 { buy(for: link, output: 1) }
    // Buyers stand in higher components than their suppliers.
    let order = Set(touched.filter { ratio[$0] > 0 }.map { components.componentOfNode[$0] })
      .sorted(by: >)
    for component in order { settle(Int(component), started: link) }
    defer {
      for touched in touched {
        demand[touched] = 0
        output[touched] = 0
        isTouched[touched] = false
      }
    }
    return touched.sorted().filter { demand[$0] > 0 }.map { ($0, demand[$0]) }
  }

  private mutating func buy(for link: Int, output made: Double) {
    for edge in technology.inputRange(of: link) {
      demand[Int(technology.suppliers[edge])] += technology.shares[edge] * made
    }
  }

  /// Solves x = R (d + A x) + start in one component and passes its purchases on.
  private mutating func settle(_ component: Int, started link: Int) {
    let members = components.nodes(of: component).map { Int($0) }
    let base = members.map { ratio[$0] * demand[$0] + ($0 == link ? 1 : 0) }
    guard base.contains(where: { $0 > 0 }) else { return }
    switch members.count {
    case 1:
      let own = technology.inputRange(of: members[0]).reduce(0.0) { sum, edge in
        Int(technology.suppliers[edge]) == members[0] ? sum + technology.shares[edge] : sum
      }
      output[members[0]] = base[0] / (1 - ratio[members[0]] * own)
    case ...Self.denseLimit:
      let inverse = inverses[component] ?? inverse(of: members)
      inverses[component] = inverse
      for (row, member) in members.enumerated() {
        output[member] = base.indices.reduce(0) { $0 + inverse[row, $1] * base[$1] }
      }
    default: sweep(members, base: base)
    }
    for member in members { buy(for: member, output: output[member]) }
  }

  private func inverse(of members: [Int]) -> SquareMatrix {
    let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    var matrix = SquareMatrix(identityOfOrder: members.count)
    for (column, buyer) in members.enumerated() {
      for edge in technology.inputRange(of: buyer) {
        let supplier = Int(technology.suppliers[edge])
        guard let row = place[supplier] else { continue }
        matrix[row, column] -= ratio[supplier] * technology.shares[edge]
      }
    }
    matrix.invertWithoutPivoting()
    return matrix
  }

  /// Solves a large component by passing purchases on until nothing is left to pass.
  ///
  /// Each round leaves less than the one before, since value is added or bought outside somewhere
  /// on every loop; it ends when a round moves less than 1e-15 of the whole.
  private mutating func sweep(_ members: [Int], base: [Double]) {
    let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    var wave = base
    var total = base
    var sum = base.reduce(0, +)
    while wave.reduce(0, +) > 1e-15 * sum {
      var next = [Double](repeating: 0, count: members.count)
      for (buyer, member) in members.enumerated() where wave[buyer] > 0 {
        for edge in technology.inputRange(of: member) {
          let supplier = Int(technology.suppliers[edge])
          guard let row = place[supplier] else { continue }
          next[row] += ratio[supplier] * technology.shares[edge] * wave[buyer]
        }
      }
      wave = next
      for row in total.indices { total[row] += wave[row] }
      sum += wave.reduce(0, +)
    }
    for (row, member) in members.enumerated() { output[member] = total[row] }
  }
}
