import GapAnalysis
import IndustryChain

extension Cell.Item {
  /// A firm to call, whose stage is said without its date where room is scarce.
  init(lead presence: Presence) {
    self.init(presence)
    brief = LocalizedText { wording in
      wording.firm(presence.firm)
        + wording.aside(presence.stage.map { wording.text($0.word) } ?? "")
    }
  }

  /// A firm and its project.
  init(_ presence: Presence) {
    let milestone = presence.project.milestones.last { $0.stage == presence.stage }
    self.init(
      text: LocalizedText { $0.presence(presence) },
      json: .object([
        "firm": .string(presence.firm.id.rawValue),
        "name": presence.firm.name.json,
        "stage": .optional(presence.stage.map { $0.code }),
        "since": .optional(milestone?.date?.description),
        "home": .optional(presence.firm.home),
        "grade": .string(presence.project.provenance.grade.rawValue),
        "source": presence.project.provenance.source.map(\.json) ?? .null,
        "quotation": .optional(presence.project.quotation),
        "location": .optional(presence.project.location),
      ]))
  }

  init(_ introduction: Introduction) {
    let ground =
      switch introduction.ground {
      case .buys: "buys"
      case .sells: "sells"
      case .partner: "partner"
      }
    self.init(
      text: LocalizedText { $0.introduction(introduction) },
      json: .object([
        "firm": .string(introduction.presence.firm.id.rawValue),
        "name": introduction.presence.firm.name.json,
        "ground": .string(ground),
      ]))
  }

  init(_ need: TargetRow.RowNeed) {
    self.init(
      text: LocalizedText { $0.need(need) },
      json: .object([
        "need": .string(need.id.rawValue),
        "name": need.name.json,
        "provided": .bool(need.isProvided),
        "lacking": .bool(need.shortcoming != nil),
        "veto": .bool(need.shortcoming?.isVeto ?? false),
      ]))
  }
}

extension ProjectStage {
  /// The word that data formats use.
  var code: String {
    switch self {
    case .negotiating: "negotiating"
    case .signed: "signed"
    case .building: "building"
    case .operating: "operating"
    case .closed: "closed"
    }
  }
}

extension Wording {
  /// A permit or utility, and whether the region has said that it provides it.
  func need(_ need: TargetRow.RowNeed) -> String {
    let status =
      switch (need.shortcoming?.isVeto, need.isProvided) {
      case (true?, _): say("本地不具备，一票否决", "cannot be met here, which rules it out")
      case (false?, _): say("本地不具备", "cannot be met here")
      case (nil, true): say("园区已具备", "provided here")
      case (nil, false): need.isUnstated ? say("未填报", "not stated") : ""
      }
    return text(need.name) + aside(status)
  }
}
