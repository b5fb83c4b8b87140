public import IndustryChain

/// What a region depends on: the loss if a covered link, or a firm, were to leave.
///
/// In today's light: only operating firms count. Each row is a hypothetical extraction of its own,
/// the other rows staying as they are; losses of several rows do not add up.
public struct Risk: Sendable {
  /// A covered link: all firms in it and in its variants leave.
  public struct LinkRisk: Hashable, Sendable {
    /// The place of the link in `ChainGraph.links`.
    public let index: Int
    /// The firms and groups that operate in it or in its variants, each once, by id.
    public let firms: [Firm]
    /// What is lost.
    public let extraction: Extraction
    /// The single firm with the largest output, and its share of the link's.
    ///
    /// `nil` where only unnamed groups make it; a group may hold a larger one.
    public let largest: Concentration?
    /// Whether one firm alone makes it and others here buy it: without it they find it nowhere.
    ///
    /// Only where somebody has looked who makes it here.
    public let isSinglePointOfFailure: Bool
    /// The weakest grade among the figures.
    public let grade: Grade
  }

  /// The weight of one firm in a link.
  public struct Concentration: Hashable, Sendable {
    /// The firm.
    public let firm: FirmID
    /// Its share of the output of all firms here in the link and its variants, 0…1.
    public let share: Double
  }

  /// A firm: all of its operating projects leave together.
  public struct FirmRisk: Hashable, Sendable {
    /// The firm, or an unnamed group, which is not one firm.
    public let firm: Firm
    /// The links that it works in, as graph indices, ascending.
    public let links: [Int]
    /// What is lost.
    public let extraction: Extraction
    /// The weakest grade among the figures.
    public let grade: Grade

    /// Whether the row is one firm and no group.
    public var isSingleFirm: Bool { firm.count == .exactly(1) }

    /// Whether it is one firm without which others here find an input nowhere in the region.
    ///
    /// Only where somebody has looked who makes the input here.
    public var isSinglePointOfFailure: Bool { isSingleFirm && extraction.losesSurveyedInput }
  }

  /// Links with operating firms of their own, the largest loss first; umbrellas without any are
  /// left to their variants.
  public let links: [LinkRisk]
  /// Firms and groups that operate here, the largest loss first.
  public let firms: [FirmRisk]

  /// The risk of an analysed region.
  ///
  /// Closed forms from the figures that the analysis holds, linear in projects and the ties of
  /// their links, but one more solve for each row that spans several links, and for each in a
  /// variant or an umbrella. A region without operating firms has no rows.
  public init(of analysis: Analysis) {
    let extractor = Extractor(of: analysis)
    let grades = FigureGrades(of: analysis).weakest
    let operating = analysis.presences.map { $0.filter(\.isOperating) }
    let links = analysis.graph.links.indices.filter { !operating[$0].isEmpty }.map { index in
      let leaving = analysis.graph.family(of: index).flatMap { member in
        operating[member].map { (link: member, presence: $0) }
      }
      let extraction = extractor.extraction(of: leaving)
      let family = Set(leaving.map(\.link))
      let byID = Dictionary(leaving.map { ($0.presence.firm.id, $0.presence.firm) }) { a, _ in a }
      let firms = byID.values.sorted { $0.id < $1.id }
      let isOneFirm = firms.map(\.count) == [.exactly(1)]
      return LinkRisk(
        index: index, firms: firms, extraction: extraction,
        largest: Self.largest(of: leaving, in: analysis),
        isSinglePointOfFailure: isOneFirm && extraction.losesSurveyedInput,
        grade: Grade.weakest(family.union([index]).map { grades[$0] }))
    }
    self.links = Self.sorted(links) { ($0.extraction, $0.index) }

    var byFirm: [FirmID: [(link: Int, presence: Presence)]] = [:]
    for (link, presences) in operating.enumerated() {
      for presence in presences { byFirm[presence.firm.id, default: []].append((link, presence)) }
    }
    let firms = byFirm.values.compactMap { projects -> FirmRisk? in
      guard let firm = projects.first?.presence.firm else { return nil }
      let links = Set(projects.map(\.link)).sorted()
      return FirmRisk(
        firm: firm, links: links, extraction: extractor.extraction(of: projects),
        grade: Grade.weakest(links.map { grades[$0] }))
    }
    self.firms = Self.sorted(firms) { ($0.extraction, $0.firm.id) }
  }

  /// The largest loss first; losses equal to one yuan in the order of the ids.
  private static func sorted<Row, ID: Comparable>(
    _ rows: [Row], by key: (Row) -> (extraction: Extraction, id: ID)
  ) -> [Row] {
    let keyed = rows.map { row -> (loss: Double, id: ID, row: Row) in
      let (extraction, id) = key(row)
      return ((extraction.valueAddedLostMillionCNY * 1e6).rounded(), id, row)
    }
    return keyed.sorted { left, right in
      left.loss == right.loss ? left.id < right.id : left.loss > right.loss
    }.map(\.row)
  }

  private static func largest(
    of leaving: [(link: Int, presence: Presence)], in analysis: Analysis
  ) -> Concentration? {
    var total = 0.0
    var byFirm: [FirmID: Double] = [:]
    for (link, presence) in leaving {
      let output = analysis.outputMillionCNY(of: presence, in: link)
      total += output
      if presence.firm.count == .exactly(1) { byFirm[presence.firm.id, default: 0] += output }
    }
    let first = byFirm.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.first
    guard let first, total > 0 else { return nil }
    return Concentration(firm: first.key, share: first.value / total)
  }
}
