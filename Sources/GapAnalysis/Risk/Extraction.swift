import IndustryChain

/// What a region loses when some of its firms leave, all else as it is: hypothetical extraction.
///
/// Their suppliers here lose the sales; their buyers stay and buy elsewhere. Source: R. Miller,
/// P. Blair, Input–Output Analysis (2009), ch. 12.
public struct Extraction: Hashable, Sendable {
  /// An input that local buyers can then get from no firm here.
  public struct LostInput: Hashable, Sendable {
    /// The link that buys, as graph index.
    public let buyer: Int
    /// The link that it buys, as graph index.
    public let input: Int
    /// Whether somebody has looked who makes the input here.
    ///
    /// Where nobody has, those who leave are only the last ones known.
    public let isSurveyed: Bool
  }

  /// Yearly output that leaves, million CNY.
  public let outputMillionCNY: Double
  /// Value added a year that the region loses in all, million CNY.
  public let valueAddedLostMillionCNY: Double
  /// The part of it that the leaving firms would earn anywhere: their own value added on what they
  /// sell outside the region, million CNY a year.
  public let earnedAnywhereMillionCNY: Double
  /// Inputs that only the leaving firms made here, by input, then by buyer.
  public let lostInputs: [LostInput]
  /// Links with firms whose only buyers here leave, as graph indices, ascending.
  public let linksWithoutBuyer: [Int]

  /// Whether an input is lost of which somebody has looked who makes it here.
  var losesSurveyedInput: Bool { lostInputs.contains(where: \.isSurveyed) }

  /// The part that exists only because the chain is here, million CNY a year: what chain value
  /// counts when a plant comes.
  public var chainValueLostMillionCNY: Double {
    valueAddedLostMillionCNY - earnedAnywhereMillionCNY
  }
}

/// Extracts firms from a region in today's light.
struct Extractor {
  let analysis: Analysis
  let ties: LocalTies
  let solver: DepartureSolver
  private let isSurveyed: [Bool]

  init(of analysis: Analysis) {
    self.analysis = analysis
    ties = LocalTies(of: analysis)
    isSurveyed = analysis.graph.surveyedLinks(of: analysis.region)
    solver = DepartureSolver(
      graph: analysis.graph, region: analysis.region, figures: analysis.today)
  }

  /// What the region loses when some operating projects go together.
  ///
  /// - Parameter leaving: The projects, each with the link that it works in.
  /// - Returns: The loss; 0 and empty where nobody leaves.
  func extraction(of leaving: [(link: Int, presence: Presence)]) -> Extraction {
    var outputs: [Int: Double] = [:]
    var gone: [Int: Int] = [:]
    for (link, presence) in leaving {
      outputs[link, default: 0] += analysis.outputMillionCNY(of: presence, in: link)
      gone[link, default: 0] += presence.firm.count.atLeast
    }
    let figures = analysis.today
    let departure = solver.departure(of: outputs)
    let inside = InsideSales.millionCNY(of: departure.lost, in: analysis.graph) { market in
      departure.ratioFall(of: market, in: figures) * figures.demandMillionCNY[market]
    }
    let earnedAnywhere = zip(departure.lost, inside).reduce(0) { sum, item in
      sum + (item.0.millionCNY - item.1) * figures.valueAdded[item.0.link]
    }
    return Extraction(
      outputMillionCNY: departure.lost.reduce(0) { $0 + $1.millionCNY },
      valueAddedLostMillionCNY: departure.valueAddedMillionCNY,
      earnedAnywhereMillionCNY: earnedAnywhere,
      lostInputs: lostInputs(withoutFirms: gone),
      linksWithoutBuyer: linksWithoutBuyer(withoutFirms: gone))
  }

  private func lostInputs(withoutFirms gone: [Int: Int]) -> [Extraction.LostInput] {
    let markets = Set(gone.keys.flatMap { [$0] + analysis.graph.umbrellas(of: $0) }).sorted()
    return markets.filter { market in
      ties.isPresent(market)
        && !analysis.graph.family(of: market).contains { stays($0, without: gone) }
    }.flatMap { market in
      ties.buyers(naming: market).filter { stays($0, without: gone) }
        .map {
          Extraction.LostInput(buyer: $0, input: market, isSurveyed: isSurveyed[market])
        }
    }
  }

  private func linksWithoutBuyer(withoutFirms gone: [Int: Int]) -> [Int] {
    let emptied = gone.keys.filter { !stays($0, without: gone) }
    let makers = emptied.flatMap { ties.suppliers(of: $0) }
      .flatMap { analysis.graph.family(of: $0) }
    return Set(makers).filter { maker in
      stays(maker, without: gone) && !hasFinalDemand(maker)
        && !ties.buyers(from: maker).contains { stays($0, without: gone) }
    }.sorted()
  }

  private func stays(_ link: Int, without gone: [Int: Int]) -> Bool {
    ties.firmCount[link] > (gone[link] ?? 0)
  }

  private func hasFinalDemand(_ link: Int) -> Bool {
    ([link] + analysis.graph.umbrellas(of: link)).contains { market in
      let demand = analysis.region.finalDemandMillionCNY[analysis.graph.links[market].id]
      return demand.map { $0.value > 0 } ?? false
    }
  }
}

extension Analysis {
  /// Yearly output of a project in a link, million CNY; typical plants where nobody has given one.
  func outputMillionCNY(of presence: Presence, in link: Int) -> Double {
    presence.outputMillionCNY(typicalPlant: plantOutputs[link].millionCNY)
  }
}
