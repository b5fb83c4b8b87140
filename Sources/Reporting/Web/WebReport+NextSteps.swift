import GapAnalysis
import IndustryChain
import WebPages

/// What to do after the meeting: whom to call, what to push, where to look, what to survey.
extension WebReport {
  /// So many of the first targets are worked on.
  private static let firstCount = 5
  /// So many things are named in one step.
  private static let namedCount = 4

  /// The steps that the data supports; none where there is nothing to do.
  func nextSteps() -> [PageValue] {
    calls() + [production, search, needs, survey].compactMap { $0 }
  }

  private func step(_ what: (Wording) -> String, _ whom: (Wording) -> String) -> PageValue {
    .object(["what": .say(what), "whom": .say(whom)])
  }

  /// The firms that can be called, with who could introduce them.
  private func calls() -> [PageValue] {
    let rows = list.targets.filter { !$0.opportunity.leads.isEmpty }.prefix(2)
    return rows.map { row in
      step(
        { wording in
          let firms = row.opportunity.leads.map { wording.firm($0.firm) }
          return wording.say("约谈", "Call ") + wording.list(firms, limit: Self.namedCount)
        },
        { wording in
          wording.text(row.name)
            + (row.introductions.first.map {
              wording.say("；可请", "; introduced by ") + wording.introduction($0)
                + wording.say("引荐", "")
            } ?? "")
        })
    }
  }

  /// The projects that have been signed and do not operate.
  private var production: PageValue? {
    let rows = list.bringToProduction
    guard !rows.isEmpty else { return nil }
    return step(
      { $0.say("促投产", "Bring to production") },
      { wording in wording.list(rows.map { wording.text($0.name) }, limit: Self.namedCount) })
  }

  /// The first targets that no firm is known for.
  private var search: PageValue? {
    let rows = list.targets.prefix(Self.firstCount).filter {
      $0.opportunity.leads.isEmpty && $0.opportunity.commitments.isEmpty
        && $0.opportunity.assessment.score > 0
    }
    guard !rows.isEmpty else { return nil }
    return step(
      { $0.say("找目标企业", "Find firms") },
      { wording in
        wording.list(rows.map { wording.text($0.name) })
          + wording.say("：尚无企业线索", ": no lead is known")
      })
  }

  /// What the first targets need and the region is not known to provide, the most wanted first.
  private var needs: PageValue? {
    let rows = list.targets.prefix(Self.firstCount)
    let open = rows.flatMap { $0.needs.filter { !$0.isProvided } }
    let wanted = Dictionary(grouping: open, by: \.id).values
      .sorted { ($1.count, $0[0].id) < ($0.count, $1[0].id) }
    guard !wanted.isEmpty else { return nil }
    return step(
      { $0.say("核实落地条件", "Settle what they need") },
      { wording in
        let names = wanted.map { group in
          wording.text(group[0].name)
            + (group.count > 1
              ? wording.aside(wording.count(group.count, "个目标", "target")) : "")
        }
        return wording.list(names, limit: Self.namedCount)
      })
  }

  /// The chains with links that nobody has looked at.
  private var survey: PageValue? {
    let glances = findings.glances.filter { $0.count(.unknown) > 0 }
      .sorted { $0.count(.unknown) > $1.count(.unknown) }
    guard !glances.isEmpty else { return nil }
    return step(
      { $0.say("摸底调查", "Survey") },
      { wording in
        let names = glances.map { glance in
          wording.text(glance.chain.name) + " "
            + wording.count(glance.count(.unknown), "个环节", "link")
        }
        return wording.list(names, limit: Self.namedCount)
      })
  }
}
