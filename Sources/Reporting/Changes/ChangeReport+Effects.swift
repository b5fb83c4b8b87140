import GapAnalysis
import IndustryChain

extension ChangeReport {
  /// What the changes do to a region: rates, coverage, kinds, ranks.
  func effects(on region: RegionChanges, _ names: ChangeNames) -> [Page.Block] {
    let wording = names.wording
    let name = wording.text(region.after.region.name)
    let day = wording.date(region.after.day)
    var blocks: [Page.Block] = [
      .heading(
        2, Prose(wording.say("对\(name)的影响（\(day)）", "What that does to \(name) (\(day))")))
    ]
    let rates = rates(of: region, names)
    if !rates.isEmpty { blocks.append(.points(rates)) }
    let moves = region.moves.filter { $0.changesRank || $0.changesCoverage }
    if !moves.isEmpty {
      blocks.append(.table(table(moves, names)))
      if moves.count > Self.rowLimit {
        blocks.append(
          .paragraph(Prose(wording.notShown(moves.count - Self.rowLimit, butInJSON: true))))
      }
    }
    let others = region.moves.count - moves.count
    if others > 0 {
      blocks.append(
        .paragraph(
          Prose(
            wording.say(
              "另有\(wording.digits(others))个环节得分变化，名次不变。",
              "\(wording.digits(others)) more \(others == 1 ? "link keeps its" : "links keep their") rank"
                + " with another score."), as: .faint)))
    }
    return blocks
  }

  /// Support rates and leakage that are others than before, a line each.
  private func rates(of region: RegionChanges, _ names: ChangeNames) -> [String] {
    let wording = names.wording
    func line(_ what: String, _ before: String, _ after: String) -> String? {
      before == after ? nil : what + wording.say("：", ": ") + before + " → " + after
    }
    let chains = region.chainsWithOtherSupportRate.map { chain in
      let rates = region.supportRates(ofChain: chain)
      return line(
        wording.say("本地配套率（\(names(chain))）", "met by local firms, \(names(chain))"),
        wording.range(of: rates.before), wording.range(of: rates.after))
    }
    let (had, has) = (region.before.today.leakage, region.after.today.leakage)
    return [
      line(
        wording.say("本地配套率", "met by local firms"), wording.range(of: region.before.supportRate),
        wording.range(of: region.after.supportRate)),
      line(
        wording.say("采购外流（每年）", "bought outside a year"), wording.money(had.millionCNY),
        wording.money(has.millionCNY)),
    ].compactMap { $0 } + chains.compactMap { $0 }
  }

  private func table(_ moves: [RegionChanges.Move], _ names: ChangeNames) -> Table {
    let wording = names.wording
    let columns = [
      Table.Column(""), Table.Column(wording.say("环节", "Link")),
      Table.Column(wording.say("排名", "Rank"), .right),
      Table.Column(wording.say("得分", "Score"), .right, dispensability: 1),
      Table.Column(wording.say("覆盖", "Coverage"), dispensability: 2),
      Table.Column(wording.say("类型", "Kind"), dispensability: 3),
    ]
    func cell(_ move: RegionChanges.Move, _ value: (RegionChanges.Standing) -> String?) -> Prose {
      let values = [move.before, move.after].map { $0.flatMap(value) ?? Wording.blank }
      return Prose(values[0] == values[1] ? values[0] : values.joined(separator: " → "))
    }
    let rows = moves.prefix(Self.rowLimit).map { move in
      let mark: Page.Mark =
        move.before?.rank == nil && move.after?.rank != nil
        ? .added : move.before?.rank != nil && move.after?.rank == nil ? .removed : .changed
      return [
        Prose(mark.sign, as: .mark(mark)), Prose(names(move.link)),
        cell(move) { $0.rank.map { String($0) } },
        cell(move) { $0.score.map { wording.points($0) } },
        cell(move) { wording.text($0.coverage.word) },
        cell(move) { $0.kind.map { wording.text($0.word) } },
      ]
    }
    return Table(columns: columns, rows: Array(rows))
  }
}
