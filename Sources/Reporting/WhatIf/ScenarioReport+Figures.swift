import GapAnalysis
import IndustryChain

extension ScenarioReport {
  /// The change of value added, read in two ways.
  func valueAdded(_ wording: Wording) -> [Page.Block] {
    let change = difference.valueAdded
    func money(_ millionCNY: Double) -> String { wording.change(millionCNY) }
    let asTheyAre = wording.say(
      "其他企业产值不变：每年\(money(change.firmsAsTheyAreMillionCNY))，只算新增和退出企业自身的增加值",
      "With every other firm as it is: \(money(change.firmsAsTheyAreMillionCNY)) a year, the own"
        + " value added of those who come and leave")
    let keepingPace = wording.say(
      "本地供应商按现有份额跟上需求变化：每年\(money(change.suppliersKeepingPaceMillionCNY))",
      "Where local suppliers keep their share of the demand that comes and goes:"
        + " \(money(change.suppliersKeepingPaceMillionCNY)) a year")
    let parts = [
      wording.say(
        "其中只因产业链在本地而有的（链上价值）：\(money(change.chainValueMillionCNY))",
        "of it only because the chain is here (chain value): \(money(change.chainValueMillionCNY))"
      ),
      wording.say(
        "其余是这些企业到哪里都能得到的：\(money(change.earnedAnywhereMillionCNY))",
        "the rest these firms would earn anywhere: \(money(change.earnedAnywhereMillionCNY))"),
    ]
    let now = wording.say(
      "目前投产企业的增加值合计约\(wording.money(change.beforeMillionCNY))/年。",
      "Today the operating firms add about \(wording.money(change.beforeMillionCNY)) a year.")
    return [
      .paragraph(Prose(now)),
      .bullets([
        Page.Bullet(Prose(asTheyAre)),
        Page.Bullet(Prose(keepingPace), points: parts.map { Page.Bullet(Prose($0)) }),
      ]),
    ]
  }

  /// Support rates of the region and of the chains where they change, and leakage.
  func rates(_ wording: Wording) -> [Page.Block] {
    let graph = before.graph
    let chains = difference.chainsWithOtherSupportRate.map { chain in
      (
        wording.say("本地配套率：", "Met by local firms: ")
          + wording.text(graph.chains[chain].name),
        wording.supportRate(before.supportRate(ofChain: chain)),
        wording.supportRate(after.supportRate(ofChain: chain))
      )
    }
    let (had, has) = (before.today.leakage, after.today.leakage)
    let rows =
      [
        (
          wording.say("本地配套率：全区", "Met by local firms: the region"),
          wording.supportRate(before.supportRate), wording.supportRate(after.supportRate)
        )
      ] + chains + [
        (
          wording.say("采购外流（每年）", "Bought outside, a year"), wording.money(had.millionCNY),
          wording.money(has.millionCNY)
        ),
        (
          wording.say("向未调查环节采购（每年）", "Bought of links that nobody has surveyed, a year"),
          wording.money(had.unknownMillionCNY), wording.money(has.unknownMillionCNY)
        ),
      ]
    return [.table(table(rows.map { [$0.0, $0.1, $0.2] }, titles: [""] + states(wording)))]
  }

  /// Links whose coverage or kind changes.
  func links(_ wording: Wording) -> [Page.Block] {
    let changed = Set(difference.coverageChanges + difference.kindChanges).sorted()
    guard !changed.isEmpty else { return [] }
    let rows = changed.prefix(Self.rowLimit).map { link in
      [name(link, wording)]
        + [before, after].map { wording.text($0.today.coverage[link].word) }
        + [before, after].map { analysis in
          analysis.knownKind(of: link).map { wording.text($0.word) } ?? Wording.blank
        }
    }
    let titles = [
      wording.say("环节", "Link"), wording.say("覆盖：现状", "Coverage now"),
      wording.say("覆盖：假设后", "Coverage then"), wording.say("类型：现状", "Kind now"),
      wording.say("类型：假设后", "Kind then"),
    ]
    return [.table(table(rows, titles: titles))] + leftOut(changed.count, wording)
  }

  /// Targets that appear, vanish, rise or fall, those that stand highest first; the many without a
  /// chain value, whose places shift with those of the others, are only counted.
  func ranking(_ wording: Wording) -> [Page.Block] {
    let all = difference.rankMoves.map { link in
      (link: link, before: before.target(for: link), after: after.target(for: link))
    }
    let moves = all.filter { move in
      [move.before, move.after].contains {
        wording.isMoney($0?.chainValue.millionCNY ?? 0)
      }
    }.sorted { left, right in
      let ranks = [left, right].map { min($0.before?.rank ?? .max, $0.after?.rank ?? .max) }
      return ranks[0] == ranks[1] ? left.link < right.link : ranks[0] < ranks[1]
    }
    let others = all.count - moves.count
    let note =
      others == 0
      ? []
      : [
        Page.Block.paragraph(
          Prose(
            wording.say(
              "另有\(wording.digits(others))个环节前后都没有链上价值，名次随之变动，未列出。",
              "\(wording.count(others, "", "link")) without a chain value before or after moved too"
                + " and \(others == 1 ? "is" : "are") not shown.")))
      ]
    guard !moves.isEmpty else { return note }
    let rows = moves.prefix(Self.rowLimit).map { move in
      [name(move.link, wording), wording.text(RankMove(move.before, move.after).word)]
        + [move.before, move.after].map { $0.map { String($0.rank) } ?? Wording.blank }
        + [move.before, move.after].map {
          $0.map { wording.tableMoney($0.chainValue.millionCNY) } ?? Wording.blank
        }
    }
    let titles = [
      wording.say("环节", "Link"), wording.say("变化", "Move"), wording.say("现排名", "Rank now"),
      wording.say("假设后排名", "Rank then"),
      wording.say("现链上价值（万元/年）", "Chain value now (million CNY a year)"),
      wording.say("假设后链上价值（万元/年）", "Chain value then (million CNY a year)"),
    ]
    return [.table(table(rows, titles: titles, textColumnCount: 2))]
      + leftOut(moves.count, wording) + note
  }

  /// Firms that gain or lose customers or suppliers.
  func ties(_ wording: Wording) -> [Page.Block] {
    guard !difference.tieChanges.isEmpty else { return [] }
    let lines = difference.tieChanges.prefix(Self.rowLimit).map { change in
      func part(_ chinese: String, _ english: String, _ links: [Int]) -> String {
        guard !links.isEmpty else { return "" }
        let names = wording.list(links.map { name($0, wording) }, limit: 5)
        return wording.say(chinese + names, english + names)
      }
      return wording.firm(change.firm) + wording.aside(name(change.link, wording))
        + wording.say("：", ": ")
        + wording.sentence([
          part("新增本地供应商：", "gains a supplier of ", change.gainedSuppliers),
          part("失去已知的本地供应商：", "loses the last known supplier of ", change.lostSuppliers),
          part("新增本地客户：", "gains customers who make ", change.gainedCustomers),
          part("失去已知的本地客户：", "loses the last known customers who make ", change.lostCustomers),
        ])
    }
    return [.points(Array(lines))] + leftOut(difference.tieChanges.count, wording)
  }

  private func states(_ wording: Wording) -> [String] {
    [wording.say("现状", "Now"), wording.say("假设后", "Then")]
  }

  private func table(
    _ rows: [[String]], titles: [String], textColumnCount: Int = .max
  ) -> Table {
    Table(
      columns: titles.enumerated().map {
        Table.Column($0.element, $0.offset < textColumnCount ? .left : .right)
      }, rows: rows.map { $0.map { Prose($0) } })
  }
}

/// How a link's place in the target list moves.
enum RankMove: String, CaseIterable, Hashable, Sendable {
  case appears, vanishes, rises, falls

  init(_ before: Opportunity?, _ after: Opportunity?) {
    switch (before, after) {
    case (nil, _): self = .appears
    case (_, nil): self = .vanishes
    case (let before?, let after?): self = after.rank < before.rank ? .rises : .falls
    }
  }

  var word: LocalizedText {
    switch self {
    case .appears: LocalizedText(english: "appears", chinese: "新列入")
    case .vanishes: LocalizedText(english: "vanishes", chinese: "移出")
    case .rises: LocalizedText(english: "rises", chinese: "上升")
    case .falls: LocalizedText(english: "falls", chinese: "下降")
    }
  }
}

extension Wording {
  /// Money that is more or less than before, its sign before it: `+25 million CNY`.
  func change(_ millionCNY: Double) -> String {
    (millionCNY > 1e-9 ? "+" : "") + money(millionCNY)
  }
}
