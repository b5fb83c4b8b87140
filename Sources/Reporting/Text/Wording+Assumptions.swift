import GapAnalysis
import IndustryChain

extension Assumption {
  /// The sorts of assumption, in the order in which reports name them.
  enum Sort: String, CaseIterable {
    case firmOutput, plantOutput, share, valueAdded, undatedStage
  }

  var sort: Sort {
    switch self {
    case .share: .share
    case .valueAdded: .valueAdded
    case .plantOutput: .plantOutput
    case .firmOutput: .firmOutput
    case .undatedStage: .undatedStage
    }
  }
}

extension Wording {
  /// What a sort of assumption is, as a heading.
  func assumptions(_ sort: Assumption.Sort) -> String {
    switch sort {
    case .firmOutput: say("企业产值按典型项目推算", "Outputs of firms taken as typical plants")
    case .plantOutput: say("典型项目年产值取中位数或默认值", "Outputs of typical plants by default")
    case .share: say("投入系数按均分处理", "Input shares split evenly")
    case .valueAdded: say("增加值率取默认值", "Value added by default")
    case .undatedStage: say("项目阶段未注明日期", "Project stages without a date")
    }
  }

  /// One assumption as a clause.
  func assumption(_ assumption: Assumption, in analysis: Analysis) -> String {
    func link(_ id: LinkID) -> String { text(analysis.graph.displayName(of: id)) }
    func firm(_ id: FirmID) -> String {
      analysis.region.firms.first { $0.id == id }.map { self.firm($0) } ?? id.rawValue
    }
    switch assumption {
    case .share(let buyer, let supplier, let share):
      return say(
        "\(link(buyer))对\(link(supplier))的投入系数按\(number(share))计",
        "\(link(buyer)) is taken to spend \(number(share)) of its output on \(link(supplier))")
    case .valueAdded(let id, let value):
      return say(
        "\(link(id))的增加值率按\(number(value))计",
        "value added of \(link(id)) is taken as \(number(value))")
    case .plantOutput(let id, let millionCNY, let basis):
      return say(
        "\(link(id))典型项目年产值按\(money(millionCNY))计（\(text(basis.word))）",
        "a typical plant of \(link(id)) is taken to make \(money(millionCNY)) a year"
          + " (\(text(basis.word)))")
    case .firmOutput(let id, let place, let plantCount, let millionCNY):
      return say(
        "\(firm(id))在\(link(place))的年产值按\(plantCount)个典型项目、合计\(money(millionCNY))计",
        "\(firm(id)) in \(link(place)) counts as \(count(plantCount, "", "typical plant")),"
          + " \(money(millionCNY)) a year in all")
    case .undatedStage(let id, let place, let stage):
      return say(
        "\(firm(id))在\(link(place))的“\(text(stage.word))”未注明日期，视为始终有效",
        "\(firm(id)) in \(link(place)) is taken to be “\(text(stage.word))” on every day,"
          + " since no date is given")
    }
  }
}
