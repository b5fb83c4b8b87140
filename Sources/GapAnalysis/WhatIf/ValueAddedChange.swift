import IndustryChain

/// What plants that come and firms that leave do to the region's value added, all at once.
public struct ValueAddedChange: Hashable, Sendable {
  /// Value added of the operating firms before, Σ v S over their outputs, million CNY a year.
  public let beforeMillionCNY: Double
  /// The change with every other firm as it is: the own value added of those who come and leave,
  /// million CNY a year.
  public let firmsAsTheyAreMillionCNY: Double
  /// The change where local suppliers keep their share of the demand that grows or shrinks, million
  /// CNY a year: what comes and goes, times the local content of the region that stays.
  public let suppliersKeepingPaceMillionCNY: Double
  /// The part of the latter that the firms that come or leave earn anywhere: their own value added
  /// on what they sell outside, million CNY a year; negative where more leaves.
  public let earnedAnywhereMillionCNY: Double

  /// The part that exists only because the chain is here, million CNY a year; for one plant of a
  /// missing link its chain value.
  public var chainValueMillionCNY: Double {
    suppliersKeepingPaceMillionCNY - earnedAnywhereMillionCNY
  }
}

extension ValueAddedChange {
  /// The change between two states of one region in today's light.
  ///
  /// With q the outputs that come less those that leave and R′ the supply ratios of those who
  /// stay, every output changes by d = R′ A d + q, so value added by vᵀ d = q times the local
  /// content at R′: exact for any number of changes, two solves in all. What new plants sell inside
  /// is limited to what those who stay leave of the new demand.
  ///
  /// Linear in links and inputs but for the loops (see `LocalSolution`). Without a change of
  /// outputs everything is 0.
  init(from before: Analysis, to after: Analysis) {
    let (old, new) = (before.today, after.today)
    var change: [Int: Double] = [:]
    for link in before.graph.links.indices {
      let (had, has) = (old.outputMillionCNY[link], new.outputMillionCNY[link])
      if abs(has - had) > 1e-9 * max(had, has) { change[link] = has - had }
    }
    func value(_ figures: RegionFigures) -> Double {
      zip(figures.valueAdded, figures.outputMillionCNY).reduce(0) { $0 + $1.0 * $1.1 }
    }
    beforeMillionCNY = value(old)
    firmsAsTheyAreMillionCNY = value(new) - value(old)

    let leaving = change.filter { $0.value < 0 }.mapValues { -$0 }
    let solver = DepartureSolver(graph: before.graph, region: before.region, figures: old)
    let departure = solver.departure(of: leaving)
    let ratios = solver.ratios(with: departure.ratio)
    let technology = solver.technology(after: leaving)
    let content =
      leaving.isEmpty
      ? old.localContent : LocalSolution(technology, localSupplyRatio: ratios).localContent
    let moved = change.sorted { $0.key < $1.key }.map { (link: $0.key, millionCNY: $0.value) }
    suppliersKeepingPaceMillionCNY = moved.reduce(0) { $0 + $1.millionCNY * content[$1.link] }

    let coming = moved.filter { $0.millionCNY > 0 }
    let growth = technology.demandGrowth(of: moved, localSupplyRatio: ratios)
    let sold = InsideSales.millionCNY(of: coming, in: before.graph) { market in
      (1 - ratios[market]) * (old.demandMillionCNY[market] + growth[market])
    }
    let lost = InsideSales.millionCNY(of: departure.lost, in: before.graph) { market in
      departure.ratioFall(of: market, in: old) * old.demandMillionCNY[market]
    }
    func outside(_ outputs: [(link: Int, millionCNY: Double)], _ inside: [Double]) -> Double {
      zip(outputs, inside).reduce(0) {
        $0 + ($1.0.millionCNY - $1.1) * old.valueAdded[$1.0.link]
      }
    }
    earnedAnywhereMillionCNY = outside(coming, sold) - outside(departure.lost, lost)
  }
}

extension Technology {
  /// How the region's demand for each link changes when outputs change, suppliers keeping their
  /// share: A d with d = R A d + q, million CNY a year.
  ///
  /// The same pass as for local content, over the graph turned round: what a supplier sells each
  /// buyer stands where a buyer's inputs stand.
  fileprivate func demandGrowth(
    of outputs: [(link: Int, millionCNY: Double)], localSupplyRatio: [Double]
  ) -> [Double] {
    var growth = [Double](repeating: 0, count: linkCount)
    guard !outputs.isEmpty else { return growth }
    var sales = [[(buyer: Int32, share: Double)]](repeating: [], count: linkCount)
    for buyer in 0..<linkCount {
      for edge in inputRange(of: buyer) {
        let supplier = Int(suppliers[edge])
        sales[supplier].append((Int32(buyer), localSupplyRatio[supplier] * shares[edge]))
      }
    }
    var offsets: [Int32] = [0]
    for sold in sales { offsets.append(offsets[offsets.count - 1] + Int32(sold.count)) }
    var change = [Double](repeating: 0, count: linkCount)
    for output in outputs { change[output.link] += output.millionCNY }
    let all = LocalSolution(
      Technology(
        offsets: offsets, suppliers: sales.flatMap { $0.map(\.buyer) },
        shares: sales.flatMap { $0.map(\.share) }, valueAdded: change),
      localSupplyRatio: [Double](repeating: 1, count: linkCount)
    ).localContent
    for buyer in 0..<linkCount where all[buyer] != 0 {
      for edge in inputRange(of: buyer) {
        growth[Int(suppliers[edge])] += shares[edge] * all[buyer]
      }
    }
    return growth
  }
}
