import GapAnalysis
import IndustryChain

/// What documents say about the candidates of a pool.
struct TogetherNames {
  let pool: RecruitmentPool
  let analysis: Analysis
  let wording: Wording

  func name(_ candidate: Int) -> String {
    wording.text(analysis.graph.displayName(of: pool.candidates[candidate].index))
  }

  func names(_ members: [Int]) -> String { wording.list(members.map(name)) }

  func chain(_ candidate: Int) -> String {
    let index = pool.candidates[candidate].index
    return wording.text(analysis.graph.chains[analysis.graph.chainIndex[index]].name)
  }

  /// The needs of a candidate that the region cannot meet, and those of which it says nothing.
  func openNeeds(_ candidate: Int) -> String {
    let readiness = pool.candidates[candidate].readiness
    let needs = readiness.lacking.map(\.need) + readiness.unstated
    return needs.isEmpty
      ? Wording.blank
      : wording.list(needs.map { wording.need(TargetRow.RowNeed($0, in: analysis)) })
  }

  func id(_ candidate: Int) -> String { pool.candidates[candidate].link.id.description }

  func alone(_ candidate: Int) -> Double { pool.candidates[candidate].chainValue.millionCNY }

  /// A quantity of a plant in a table, blank where nobody has given it.
  func quantity(_ kind: LimitKind, _ candidate: Int) -> String {
    guard let value = kind.use(by: pool.candidates[candidate].link.plant) else {
      return Wording.blank
    }
    return kind == .investment ? wording.tableMoney(value) : wording.number(value)
  }

  /// The head of a column for a limit, its unit in brackets but for money.
  func head(_ kind: LimitKind) -> Table.Column {
    let unit: String =
      switch kind {
      case .count: ""
      case .land: wording.say("亩", "mu")
      case .investment: ""
      case .power: wording.say("兆瓦", "MW")
      case .discharge: wording.say("吨/日", "t a day")
      }
    return .init(
      wording.capitalised(wording.text(kind.word)) + wording.aside(unit), .right)
  }

  /// The head of a column of money a year; the note above the tables tells the unit.
  func moneyHead(
    _ chinese: String, _ english: String, dispensability: Int = 0
  ) -> Table.Column {
    .init(wording.say(chinese, english), .right, dispensability: dispensability)
  }

  /// What the pool lacks, as sentences; empty where it lacks nothing.
  var omissions: [String] {
    var lines: [String] = []
    if pool.withoutValueCount > 0 {
      lines.append(
        wording.say(
          "另有\(wording.digits(pool.withoutValueCount))个目标即使其他环节全部引进也不增加价值，未列入备选。",
          "\(wording.count(pool.withoutValueCount, "", "target")) would add nothing even with all"
            + " others recruited and "
            + (pool.withoutValueCount == 1 ? "is" : "are") + " left out."))
    }
    if pool.beyondSizeCount > 0 {
      lines.append(
        wording.say(
          "备选只取链上价值最高的\(wording.digits(pool.candidates.count + pool.withoutValueCount))个目标，"
            + "其余\(wording.digits(pool.beyondSizeCount))个未参与比较，“最优”只就备选而言。",
          "Only the targets of the greatest chain value were compared;"
            + " \(wording.count(pool.beyondSizeCount, "", "target")) more were not, so the best is"
            + " the best among the compared."))
    }
    return lines
  }
}

extension Wording {
  /// An English word with a capital, Chinese as it is.
  func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
