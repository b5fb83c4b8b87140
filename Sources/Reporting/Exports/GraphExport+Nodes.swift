import GapAnalysis
import IndustryChain

extension GraphExport {
  typealias NodeAttribute = ExportAttribute<Node>

  /// All attributes of a node but its id, in the order of every format.
  static let nodeAttributes: [NodeAttribute] =
    identity + market + structure + judgement + firmAttributes

  private static let identity: [NodeAttribute] = [
    NodeAttribute("nameEn") { .optional($0.link.name.english) },
    NodeAttribute("nameZh") { .optional($0.link.name.chinese) },
    NodeAttribute("chain") { .text($0.link.id.chain.rawValue) },
    NodeAttribute("selected", .flag) { .flag($0.isSelected) },
    NodeAttribute("stage") { .text($0.link.stage.rawValue) },
    NodeAttribute("kind") { .optional($0.link.kind?.rawValue) },
    NodeAttribute("variantOf") { .optional($0.link.variantOf?.description) },
    NodeAttribute("coverage") { .text($0.coverage.rawValue) },
  ]

  private static let market: [NodeAttribute] = [
    NodeAttribute("supplyMillionCNY", .number) { node in
      .optional(node.isSurveyed ? node.analysis.today.supplyMillionCNY[node.index] : nil)
    },
    NodeAttribute("demandMillionCNY", .number) {
      .number($0.analysis.today.demandMillionCNY[$0.index])
    },
    NodeAttribute("localSupplyRatio", .number) { node in
      .optional(node.knowsRatio ? node.analysis.today.localSupplyRatio[node.index] : nil)
    },
    NodeAttribute("leakageMillionCNY", .number) { node in
      .optional(node.knowsRatio ? node.analysis.today.leakageMillionCNY(of: node.index) : nil)
    },
  ]

  private static let structure: [NodeAttribute] = [
    NodeAttribute("localContent", .number) { .number($0.analysis.today.localContent[$0.index]) },
    NodeAttribute("selfDemand", .number) { .number($0.analysis.today.selfDemand[$0.index]) },
    NodeAttribute("valueAdded", .number) { .number($0.analysis.today.valueAdded[$0.index]) },
    NodeAttribute("valueAddedGrade") { .text($0.grade(of: $0.link.valueAdded)) },
    NodeAttribute("plantOutputMillionCNY", .number) { node in
      .number(node.analysis.explanation(of: node.index).chainValue.plantOutputMillionCNY)
    },
    NodeAttribute("plantOutputGrade") { .text($0.grade(of: $0.link.plant.outputMillionCNY)) },
  ]

  private static let judgement: [NodeAttribute] = [
    // What nobody has surveyed is no gap yet.
    NodeAttribute("opportunity") { node in
      .optional(node.isSurveyed ? node.analysis.kinds[node.index]?.rawValue : nil)
    },
    NodeAttribute("list") { .optional($0.list) },
    NodeAttribute("rank", .integer) { node in
      node.opportunity.map { .integer($0.rank) } ?? .absent
    },
    NodeAttribute("score", .number) { .optional($0.opportunity?.assessment.score) },
    NodeAttribute("impact", .number) { .optional($0.opportunity?.assessment.value(of: .impact)) },
    NodeAttribute("feasibility", .number) {
      .optional($0.opportunity?.assessment.value(of: .feasibility))
    },
  ]

  private static let firmAttributes: [NodeAttribute] = [
    NodeAttribute("firms") { node in
      .list(node.analysis.presences[node.index].map(ExportValue.Item.init))
    }
  ]
}

extension GraphExport.Node {
  var coverage: Coverage { analysis.today.coverage[index] }

  /// Whether somebody has looked, so that nobody found means nobody there.
  fileprivate var isSurveyed: Bool { coverage != .unknown }

  /// Whether the ratio rests on a survey or on a statement of the region.
  fileprivate var knowsRatio: Bool {
    isSurveyed || analysis.region.localSupplyRatios[link.id] != nil
  }

  fileprivate var opportunity: Opportunity? { analysis.opportunity(for: index) }

  /// The list that the link stands in; `nil` for covered links, umbrellas and unknown ones.
  fileprivate var list: String? {
    if analysis.target(for: index) != nil { return "target" }
    if opportunity != nil { return "bringToProduction" }
    return analysis.blocked.contains { $0.opportunity.index == index } ? "blocked" : nil
  }

  /// How good a figure is; assumed where our default stands in for it.
  fileprivate func grade(of figure: Figure?) -> String {
    (figure?.provenance.grade ?? .assumed).rawValue
  }
}

extension ExportValue.Item {
  /// A firm and the stage of its project in the link.
  fileprivate init(_ presence: Presence) {
    let firm = presence.firm
    self.init(
      text: LocalizedText { wording in
        wording.firm(firm) + wording.aside(presence.stage.map { wording.text($0.word) } ?? "")
      }.bilingual,
      json: .object([
        "id": .string(firm.id.rawValue),
        "nameEn": .optional(firm.name.english),
        "nameZh": .optional(firm.name.chinese),
        "residence": .string(firm.residence.rawValue),
        "stage": .optional(presence.stage.map { $0.code }),
      ]))
  }
}
