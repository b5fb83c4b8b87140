import GapAnalysis
import IndustryChain

extension ChainGraph {
  /// A link's name, a variant's with its umbrella behind: `三元正极材料（正极材料）`.
  func displayName(of link: Int) -> LocalizedText {
    let name = links[link].name
    guard let umbrella = umbrella[link] else { return name }
    return LocalizedText { wording in
      wording.text(name) + wording.aside(wording.text(links[umbrella].name))
    }
  }

  /// The same by id; the id itself where the workspace has no such link.
  func displayName(of link: LinkID) -> LocalizedText {
    guard let index = index(of: link) else { return LocalizedText(english: link.description) }
    return displayName(of: index)
  }
}

extension Wording {
  /// A firm's name, a group's with its size.
  func firm(_ firm: Firm) -> String {
    let name = firm.name.isEmpty ? firm.id.rawValue : text(firm.name)
    switch firm.count {
    case .exactly(1): return name
    case .exactly(let count): return name + aside(self.count(count, "家", "firm"))
    case .several: return name + aside(say("若干家", "several firms"))
    }
  }

  /// The stage of a project and since when: `签约，2020年`.
  func stage(_ presence: Presence) -> String {
    guard let stage = presence.stage else { return say("尚未接洽", "not yet contacted") }
    let date = presence.project.milestones.last { $0.stage == stage }?.date
    return text(stage.word) + say("，", ", ")
      + (date.map { self.date($0) } ?? say("日期不详", "date unknown"))
  }

  /// A firm with the stage of its project: `山河智能（在谈，2021年1月26日）`.
  func presence(_ presence: Presence) -> String {
    firm(presence.firm) + aside(stage(presence))
  }

  /// Everything a source says about a project but who it is: money, jobs, capacity.
  func projectFigures(_ project: Project) -> [String] {
    [
      project.investmentMillionCNY.map {
        say("合同投资额\(money($0.value))", "\(money($0.value)) under contract")
      },
      project.fundsInPlaceMillionCNY.map {
        say("到位资金\(money($0.value))", "\(money($0.value)) in place")
      },
      project.outputMillionCNY.map {
        say("年产值\(money($0.value))", "output \(money($0.value)) a year")
      },
      project.jobs.map { say("就业\(number($0.value))人", "\(number($0.value)) jobs") },
      project.capacity.map { say("产能“\($0)”", "capacity “\($0)”") },
    ].compactMap { $0 }
  }

  /// Where something is from: `报道：铜仁日报 2021-01-26；firms.csv:4`.
  func source(_ provenance: Provenance, location: String? = nil) -> String {
    let parts = [provenance.source.map { text($0) }, location].compactMap { $0 }
    let grade = text(provenance.grade.word)
    return parts.isEmpty
      ? grade : grade + say("：", ": ") + parts.joined(separator: say("；", "; "))
  }

  /// How good a figure is and where it is from; our default where nobody has given one.
  func basis(_ provenance: Provenance?) -> String {
    provenance.map { source($0) } ?? text(Grade.assumed.word)
  }
}
