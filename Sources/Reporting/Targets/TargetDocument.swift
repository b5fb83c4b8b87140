internal import FoundationEssentials
import GapAnalysis
import IndustryChain

/// The target list as JSON; `Docs/schema/targets.schema.json` describes it.
///
/// Every figure has its unit in its key. Keys are only ever added within a version.
struct TargetDocument: Encodable {
  struct Name: Encodable {
    let en: String?
    let zh: String?

    init(_ text: LocalizedText) {
      en = text.english
      zh = text.chinese
    }
  }

  struct RegionSummary: Encodable {
    let id: String
    let name: Name
    let supportRate: Rate?
  }

  struct Rate: Encodable {
    let met: Double
    let unknown: Double

    init(_ rate: SupportRate) {
      met = Numbers.rounded(rate.met)
      unknown = Numbers.rounded(rate.unknown)
    }
  }

  struct Figure: Encodable {
    let value: Double
    let grade: String
    let source: Name?

    init(_ figure: IndustryChain.Figure) {
      value = Numbers.rounded(figure.value)
      grade = figure.provenance.grade.rawValue
      source = figure.provenance.source.map(Name.init)
    }
  }

  struct Plant: Encodable {
    let outputMillionCNY: Figure?
    let investmentMillionCNY: Figure?
    let landMu: Figure?
    let jobs: Figure?
    let powerMW: Figure?
    let dischargeTonnesPerDay: Figure?

    init(_ plant: IndustryChain.Plant) {
      outputMillionCNY = plant.outputMillionCNY.map(Figure.init)
      investmentMillionCNY = plant.investmentMillionCNY.map(Figure.init)
      landMu = plant.landMu.map(Figure.init)
      jobs = plant.jobs.map(Figure.init)
      powerMW = plant.powerMW.map(Figure.init)
      dischargeTonnesPerDay = plant.dischargeTonnesPerDay.map(Figure.init)
    }
  }

  struct Value: Encodable {
    let chainValueMillionCNY: Double
    let unmetDemandMillionCNY: Double
    let plantOutputMillionCNY: Double
    let soldInsideMillionCNY: Double
    let soldOutsideMillionCNY: Double
    let earnedAnywhereMillionCNY: Double
    let localContent: Double
    let valueAdded: Double
    let selfDemand: Double

    init(_ value: ChainValue) {
      chainValueMillionCNY = Numbers.rounded(value.millionCNY)
      unmetDemandMillionCNY = Numbers.rounded(value.unmetDemandMillionCNY)
      plantOutputMillionCNY = Numbers.rounded(value.plantOutputMillionCNY)
      soldInsideMillionCNY = Numbers.rounded(value.soldInsideMillionCNY)
      soldOutsideMillionCNY = Numbers.rounded(value.soldOutsideMillionCNY)
      earnedAnywhereMillionCNY = Numbers.rounded(value.earnedAnywhereMillionCNY)
      localContent = Numbers.rounded(value.localContent)
      valueAdded = Numbers.rounded(value.valueAdded)
      selfDemand = Numbers.rounded(value.selfDemand)
    }
  }

  struct Project: Encodable {
    let firm: String
    let name: Name
    let stage: String?
    let date: String?
    let grade: String
    let source: Name?
    let quotation: String?
    let location: String?

    init(_ presence: Presence) {
      firm = presence.firm.id.rawValue
      name = Name(presence.firm.name)
      stage = presence.stage.map { "\($0)" }
      date = presence.project.milestones.last { $0.stage == presence.stage }?.date?.description
      grade = presence.project.provenance.grade.rawValue
      source = presence.project.provenance.source.map(Name.init)
      quotation = presence.project.quotation
      location = presence.project.location
    }
  }

  struct Target: Encodable {
    let rank: Int
    let committedRank: Int?
    let link: String
    let name: Name
    let chain: String
    let umbrella: String?
    let stage: String
    let coverage: String
    let kind: String
    let value: Value
    let weakestGrade: String
    let buyers: [String]
    let suppliers: [String]
    let buyerChainCount: Int
    let bridgedPairCount: Double
    let bridgingIsExact: Bool
    let plant: Plant
    let needs: [String]
    let leads: [Project]
    let commitments: [Project]
    let reason: Name

    init(_ row: TargetRow) {
      let opportunity = row.opportunity
      let links = row.analysis.graph.links
      rank = opportunity.rank
      committedRank = opportunity.committedRank
      link = opportunity.link.id.description
      name = Name(opportunity.link.name)
      chain = opportunity.link.id.chain.rawValue
      umbrella = row.explanation.umbrellas.first?.id.description
      stage = opportunity.link.stage.rawValue
      coverage = opportunity.coverage.rawValue
      kind = opportunity.kind.rawValue
      value = Value(opportunity.chainValue)
      weakestGrade = row.explanation.weakestGrade.rawValue
      buyers = opportunity.reach.buyers.map { links[$0].id.description }
      suppliers = opportunity.reach.suppliers.map { links[$0].id.description }
      buyerChainCount = opportunity.reach.buyerChainCount
      bridgedPairCount = Numbers.rounded(opportunity.bridging.pairCount)
      bridgingIsExact = opportunity.bridging.isExact
      plant = Plant(opportunity.link.plant)
      needs = opportunity.link.needs.map(\.rawValue)
      leads = opportunity.leads.map(Project.init)
      commitments = opportunity.commitments.map(Project.init)
      reason = Name(
        LocalizedText(
          english: row.reason(in: .english), chinese: row.reason(in: .chinese)))
    }
  }

  let schema = "chaingap.targets/1"
  let region: RegionSummary
  let asOf: String
  let targets: [Target]
  let bringToProduction: [Target]
  /// Links where nobody has looked, which are no targets.
  let unknown: [String]

  init(_ list: TargetList) {
    let analysis = list.analysis
    region = RegionSummary(
      id: analysis.region.id.rawValue, name: Name(analysis.region.name),
      supportRate: analysis.supportRate.map(Rate.init))
    asOf = analysis.day.description
    targets = list.targets.map(Target.init)
    bringToProduction = list.commitments.map(Target.init)
    unknown = analysis.graph.links.indices
      .filter { analysis.today.coverage[$0] == .unknown }
      .map { analysis.graph.links[$0].id.description }
  }
}

extension TargetList {
  /// Both lists as JSON, keys sorted, for other programs.
  ///
  /// - Throws: Never in practice: every number is finite and every text valid.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(TargetDocument(self)), as: UTF8.self) + "\n"
  }
}
