public import GapAnalysis
public import IndustryChain

/// What to recruit together within limits (招商组合), as a page and as JSON.
public struct PortfolioPage: PageDocument {
  let portfolio: Portfolio
  let analysis: Analysis

  /// Tells about a portfolio of an analysis' pool.
  public init(of portfolio: Portfolio, in analysis: Analysis) {
    self.portfolio = portfolio
    self.analysis = analysis
  }

  /// The whole answer for a terminal or as Markdown.
  public func page(in language: Language) -> Page {
    let wording = Wording(language)
    let names = TogetherNames(pool: portfolio.pool, analysis: analysis, wording: wording)
    let region = wording.text(analysis.region.name)
    let day = wording.date(analysis.day)
    return Page(
      [
        .heading(
          1,
          Prose(
            wording.say("\(region)招商组合（\(day)）", "\(region): what to recruit together, \(day)")))
      ] + blocks(names, headingLevel: 2))
  }

  /// The answer without its title: the set, the best set of each size, what each limit is worth.
  func blocks(_ names: TogetherNames, headingLevel: Int) -> [Page.Block] {
    let wording = names.wording
    var blocks: [Page.Block] = [
      .paragraph(Prose(wording.togetherNote)), .points(summary(names)),
    ]
    func section(_ chinese: String, _ english: String, _ content: [Page.Block]) {
      guard !content.isEmpty else { return }
      blocks.append(.heading(headingLevel, Prose(wording.say(chinese, english))))
      blocks += content
    }
    guard !portfolio.best.members.isEmpty else { return blocks + omissions(names) }
    blocks.append(.table(memberTable(names)))
    section("各数量下的最优组合", "The best set of each size", sizeBlocks(names))
    section("约束的边际价值", "What each limit is worth", worthBlocks(names))
    for kind in portfolio.limits.kinds where kind != .count {
      section(
        "价值与\(wording.text(kind.word))的取舍", "Value against \(wording.text(kind.word))",
        frontBlocks(kind, names))
    }
    return blocks + omissions(names)
  }

  private func summary(_ names: TogetherNames) -> [String] {
    let wording = names.wording
    let best = portfolio.best
    let limits = wording.limits(portfolio.limits)
    let asked = wording.say("约束：\(limits)。", "Limits: \(limits).")
    guard !best.members.isEmpty else {
      return [
        asked, wording.say("没有符合约束且增加价值的环节。", "No link fits the limits and adds value."),
      ]
    }
    let value = wording.money(best.valueMillionCNY)
    let alone = best.members.reduce(0) { $0 + names.alone($1) }
    let surplus = wording.money(best.valueMillionCNY - alone)
    let count = best.members.count
    var lines = [
      asked,
      wording.say(
        "选出\(count)个环节，联合价值每年\(value)，比各自单独引进之和多\(surplus)。",
        "\(wording.capitalised(wording.count(count, "", "link"))) chosen, worth \(value) a year"
          + " together, \(surplus) more than the sum of each alone."),
      wording.sentence([wording.proof(best, by: portfolio.method)]),
    ]
    let uses = portfolio.limits.kinds.compactMap { kind -> String? in
      guard kind != .count, let use = portfolio.use(of: kind),
        let limit = portfolio.limits.amounts[kind]
      else { return nil }
      let share = limit > 0 ? wording.aside(wording.percent(use / limit)) : ""
      return wording.text(kind.word) + wording.say("", " ") + wording.amount(use, of: kind) + share
    }
    if !uses.isEmpty {
      lines.append(wording.say("占用：\(wording.list(uses))。", "It uses: \(wording.list(uses))."))
    }
    return lines
  }

  private func memberTable(_ names: TogetherNames) -> Table {
    let wording = names.wording
    let kinds = LimitKind.allCases.filter { $0 != .count }
    var columns: [Table.Column] = [
      .init(wording.say("环节", "Link")),
      .init(wording.say("产业链", "Chain"), dispensability: 5),
      names.moneyHead("单独引进", "Alone"),
    ]
    if portfolio.shares != nil { columns.append(names.moneyHead("组合份额", "Share")) }
    columns += kinds.map(names.head)
    columns.append(.init(wording.say("待落实条件", "Needs to settle"), dispensability: 3))
    let rows = portfolio.best.members.enumerated().map { place, member in
      var row = [
        names.name(member), names.chain(member), wording.tableMoney(names.alone(member)),
      ]
      if let shares = portfolio.shares { row.append(wording.tableMoney(shares[place])) }
      row += kinds.map { names.quantity($0, member) }
      row.append(names.openNeeds(member))
      return row.map { Prose($0) }
    }
    return Table(columns: columns, rows: rows)
  }

  private func sizeBlocks(_ names: TogetherNames) -> [Page.Block] {
    guard portfolio.bySize.count > 1 else { return [] }
    let wording = names.wording
    let rows = portfolio.bySize.enumerated().map { place, outcome in
      let before = place > 0 ? portfolio.bySize[place - 1].valueMillionCNY : 0
      return [
        String(place + 1), wording.tableMoney(outcome.valueMillionCNY),
        wording.tableMoney(max(0, outcome.valueMillionCNY - before)), sureness(outcome, wording),
        names.names(outcome.members),
      ].map { Prose($0) }
    }
    return [
      .table(
        Table(
          columns: [
            .init(wording.say("最多环节数", "Links"), .right), names.moneyHead("联合价值", "Joint value"),
            names.moneyHead("比少一个多", "Gain"),
            .init(wording.say("证明", "Proof")), .init(wording.say("环节", "Which")),
          ], rows: rows))
    ]
  }

  private func sureness(_ outcome: SelectionOutcome, _ wording: Wording) -> String {
    outcome.isProven
      ? wording.say("最优", "best")
      : wording.say("差距≤\(wording.percent(outcome.gap))", "gap ≤ \(wording.percent(outcome.gap))")
  }

  private func worthBlocks(_ names: TogetherNames) -> [Page.Block] {
    guard !portfolio.worths.isEmpty else { return [] }
    let wording = names.wording
    let value = portfolio.best.valueMillionCNY
    let rows = portfolio.worths.map { worth in
      let step = wording.amount(worth.step, of: worth.kind)
      let all = [portfolio.best, worth.less, worth.more]
      return [
        wording.capitalised(wording.text(worth.kind.word)), step,
        wording.tableMoney(value - worth.less.valueMillionCNY),
        wording.tableMoney(worth.more.valueMillionCNY - value),
        all.allSatisfy(\.isProven)
          ? wording.say("精确", "exact") : wording.say("未证明", "not proven"),
      ].map { Prose($0) }
    }
    let note = wording.say(
      "把一项约束放宽或收紧一步、其他不变，重新求出最优组合后的差额。环节数一步为1个，其他一步为约束的十分之一。",
      "Each limit moved by one step, all else as it is, and the best set found anew. A step is one"
        + " link, or a tenth of any other limit.")
    return [
      .paragraph(Prose(note)),
      .table(
        Table(
          columns: [
            .init(wording.say("约束", "Limit")), .init(wording.say("一步", "Step"), .right),
            names.moneyHead("少一步的损失", "A step less costs"),
            names.moneyHead("多一步的收益", "A step more adds"), .init(wording.say("证明", "Proof")),
          ], rows: rows)),
    ]
  }

  private func frontBlocks(_ kind: LimitKind, _ names: TogetherNames) -> [Page.Block] {
    guard let front = portfolio.fronts[kind], !front.isEmpty else { return [] }
    let wording = names.wording
    let note =
      portfolio.hasWholeFronts
      ? wording.say(
        "每一行都是帕累托最优：占用更少的组合价值都更低。",
        "Each row is Pareto-optimal: whatever uses less is worth less.")
      : wording.say(
        "约束取十分之一、十分之二……直至全部时的最优组合。",
        "The best sets at one tenth, two tenths and so on of the limit.")
    let rows = Self.thinned(front).map { point in
      [
        kind == .investment ? wording.tableMoney(point.use) : wording.number(point.use),
        wording.tableMoney(point.valueMillionCNY), names.names(point.members),
      ].map { Prose($0) }
    }
    var blocks: [Page.Block] = [
      .paragraph(Prose(note)),
      .table(
        Table(
          columns: [
            names.head(kind), names.moneyHead("联合价值", "Joint value"),
            .init(wording.say("环节", "Links")),
          ], rows: rows)),
    ]
    if rows.count < front.count {
      blocks.append(
        .paragraph(
          Prose(
            wording.say(
              "共\(wording.digits(front.count))个，均匀列出\(wording.digits(rows.count))个；JSON格式列出全部。",
              "\(wording.digits(rows.count)) of \(wording.digits(front.count)), evenly drawn; JSON lists them all."
            ))))
    }
    return blocks
  }

  /// So many points are shown of a front.
  private static let shownPoints = 15

  private static func thinned(_ front: [Portfolio.FrontPoint]) -> [Portfolio.FrontPoint] {
    guard front.count > shownPoints else { return front }
    return (0..<shownPoints).map { front[$0 * (front.count - 1) / (shownPoints - 1)] }
  }

  private func omissions(_ names: TogetherNames) -> [Page.Block] {
    let wording = names.wording
    var lines = names.omissions
    let unsaid = portfolio.leftOut.map { leftOut in
      names.name(leftOut.candidate)
        + wording.aside(wording.list(leftOut.kinds.map { wording.text($0.word) }))
    }
    if !unsaid.isEmpty {
      lines.append(
        wording.say(
          "以下环节的典型项目缺少约束所需的数据，不能按零计算，未参与选择：\(wording.list(unsaid))。",
          "No figure is known for what these links' plants take of a limit; that is not zero, so"
            + " they could not be chosen: \(wording.list(unsaid))."))
    }
    return lines.isEmpty ? [] : [.points(lines)]
  }
}
