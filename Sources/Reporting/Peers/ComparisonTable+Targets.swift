import GapAnalysis
import IndustryChain

extension ComparisonTable {
  /// The regions that have what the first lacks, the most useful first.
  func visits(_ wording: Wording, limit: Int = .max) -> [Page.Block] {
    guard !comparison.visits.isEmpty else {
      return [
        .paragraph(
          Prose(
            wording.say(
              "就所知，其他地区都没有本地所缺的环节。",
              "As far as is known, none of the other regions has a link that is lacking here.")))
      ]
    }
    let bullets = comparison.visits.prefix(limit).map { visit -> Page.Bullet in
      let names = visit.targets.map { target in
        wording.text(graph.displayName(of: comparison.targets[target].opportunity.index))
      }
      let count = visit.targets.count
      let valued = visit.valuedTargetCount
      return Page.Bullet(
        .strong(wording.text(comparison.members[visit.member].displayName))
          + Prose(
            wording.say(
              "：有本地招商目标中的\(wording.digits(count))个环节，其中\(wording.digits(valued))个有链上价值：",
              ": has \(wording.digits(count)) of the targets, \(wording.digits(valued)) of them of value to the chains here: "
            )
              + wording.list(names, limit: Self.nameLimit)))
    }
    let leftOut = comparison.visits.count - bullets.count
    guard leftOut > 0 else { return [.bullets(bullets)] }
    return [
      .bullets(bullets),
      .paragraph(
        Prose(
          wording.say("另有\(leftOut)个地区。", "\(wording.count(leftOut, "", "more region")) with some.")
        )),
    ]
  }

  /// The first region's targets that others have, with who has them, and the names of the rest.
  func targets(_ wording: Wording, where isShown: (Opportunity) -> Bool = { _ in true })
    -> [Page.Block]
  {
    let targets = comparison.targets.filter { isShown($0.opportunity) }
    let held = targets.filter { !$0.holders.isEmpty }
    let columns = [
      Table.Column(wording.say("名次", "Rank"), .right), Table.Column(wording.say("环节", "Link")),
      Table.Column(wording.say("产业链", "Chain")), Table.Column(wording.say("类型", "Kind")),
      Table.Column(wording.say("关联密度", "Density"), .right),
      Table.Column(wording.say("有该环节的地区", "Who has it")),
    ]
    let rows = held.map { target -> [Prose] in
      let link = target.opportunity.index
      let holders = target.holders.map { wording.holder(comparison.members[$0], of: link, graph) }
      return [
        Prose(String(target.opportunity.rank)), Prose(wording.text(graph.displayName(of: link))),
        Prose(wording.text(graph.chains[graph.chainIndex[link]].name)),
        Prose(wording.text(target.opportunity.kind.word)),
        Prose(wording.density(target.relatedness)),
        Prose(wording.list(holders, limit: Self.nameLimit)),
      ]
    }
    var blocks: [Page.Block] = rows.isEmpty ? [] : [.table(Table(columns: columns, rows: rows))]
    let others = targets.filter(\.holders.isEmpty).map {
      wording.text(graph.displayName(of: $0.opportunity.index))
    }
    if !others.isEmpty {
      blocks.append(
        .paragraph(
          Prose(
            wording.say(
              "其他地区的资料中均未列出有企业的目标\(wording.digits(others.count))个：\(wording.list(others, limit: 12))。",
              "Targets that no other region is known to have, \(wording.digits(others.count)):"
                + " \(wording.list(others, limit: 12))."))))
    }
    return blocks.isEmpty
      ? [.paragraph(Prose(wording.say("本地没有招商目标。", "There are no targets here.")))] : blocks
  }
}
