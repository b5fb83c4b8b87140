import GapAnalysis
import IndustryChain

/// One opportunity with everything that documents say about it.
struct TargetRow: Sendable {
  /// The list that the opportunity stands in.
  enum List: String, Hashable, Sendable {
    /// 招商目标: missing and thin links.
    case target
    /// 促投产: signed and building projects, no operating firm.
    case bringToProduction
    /// 受限: would be targets, were it not for a need that cannot be met here.
    case blocked

    var word: LocalizedText {
      switch self {
      case .target: LocalizedText(english: "target", chinese: "招商目标")
      case .bringToProduction: LocalizedText(english: "bring to production", chinese: "促投产")
      case .blocked: LocalizedText(english: "blocked", chinese: "受限")
      }
    }
  }

  /// A permit or utility, and whether the region provides it.
  struct RowNeed: Hashable, Sendable {
    let id: NeedID
    let name: LocalizedText
    let isProvided: Bool
    /// What the region says of lacking it; `nil` where it says nothing of the kind.
    let shortcoming: Shortcoming?
    /// Whether the region says of other needs, and not of this one, whether it meets them.
    let isUnstated: Bool

    init(_ id: NeedID, in analysis: Analysis) {
      shortcoming = analysis.region.shortcomings.first { $0.need == id }
      self.id = id
      name = analysis.needs.first { $0.id == id }?.name ?? LocalizedText(english: id.rawValue)
      isProvided = analysis.region.provides.contains(id)
      let region = analysis.region
      isUnstated =
        !isProvided && shortcoming == nil
        && !(region.provides.isEmpty && region.shortcomings.isEmpty)
    }
  }

  let list: List
  /// How far the rank holds, where that was drawn.
  let standing: Robustness.Standing?
  let opportunity: Opportunity
  let explanation: Explanation
  let name: LocalizedText
  let chainName: LocalizedText
  let buyers: [(id: LinkID, name: LocalizedText)]
  let suppliers: [(id: LinkID, name: LocalizedText)]
  let needs: [RowNeed]
  let introductions: [Introduction]
  /// What simpler rules would go by.
  let baselines: [Baseline: Double]
  let reason: LocalizedText
  /// What the row's statements are from, sorted.
  let sources: [LocalizedText]

  /// The named sources of reported statements; the bases of estimates stand beside their figures.
  var reportedSources: [LocalizedText] {
    let projects = (opportunity.leads + opportunity.commitments).map(\.project.provenance)
    return Set(
      (explanation.evidence + projects).filter { $0.grade == .reported }.compactMap(\.source)
    ).sorted { $0.bilingual < $1.bilingual }
  }

  init(
    _ opportunity: Opportunity, in list: List, of analysis: Analysis,
    standing: Robustness.Standing? = nil
  ) {
    let graph = analysis.graph
    let explanation = analysis.explanation(of: opportunity.index)
    func named(_ links: [Int]) -> [(id: LinkID, name: LocalizedText)] {
      links.map { (graph.links[$0].id, graph.displayName(of: $0)) }
    }
    self.list = list
    self.standing = standing
    self.opportunity = opportunity
    self.explanation = explanation
    name = graph.displayName(of: opportunity.index)
    chainName = graph.chains[graph.chainIndex[opportunity.index]].name
    buyers = named(opportunity.reach.buyers)
    suppliers = named(opportunity.reach.suppliers)
    needs = opportunity.link.needs.map { RowNeed($0, in: analysis) }
    introductions = Introduction.introductions(for: opportunity, in: analysis)
    baselines = Baseline.allCases.reduce(into: [:]) {
      $0[$1] = $1.value(of: opportunity.index, in: analysis)
    }
    let vetoes = list == .blocked ? opportunity.readiness.vetoes : []
    reason = LocalizedText { wording in
      let names = vetoes.map { wording.text(RowNeed($0.need, in: analysis).name) }
      let block =
        names.isEmpty
        ? ""
        : wording.say(
          "本地不具备\(wording.list(names))，一票否决。",
          "Blocked: \(wording.list(names)) cannot be met here. ")
      return block + wording.reason(opportunity, explained: explanation, in: graph)
    }
    let projects = (opportunity.leads + opportunity.commitments).map(\.project.provenance)
    sources = Set((explanation.evidence + projects).compactMap(\.source))
      .sorted { $0.bilingual < $1.bilingual }
  }
}
