public import GapAnalysis
public import IndustryChain

/// The order in which to recruit a portfolio (招商路线图), as a page and as JSON.
public struct RoadmapPage: PageDocument {
  let roadmap: Roadmap
  let portfolio: Portfolio
  let analysis: Analysis

  /// Tells about the roadmap of a portfolio.
  public init(of portfolio: Portfolio, in analysis: Analysis) {
    self.portfolio = portfolio
    self.analysis = analysis
    roadmap = Roadmap(of: portfolio.pool, members: portfolio.best.members)
  }

  /// The steps with their curve, for a terminal or as Markdown.
  public func page(in language: Language) -> Page {
    let wording = Wording(language)
    let region = wording.text(analysis.region.name)
    let day = wording.date(analysis.day)
    return Page(
      [
        .heading(
          1,
          Prose(
            wording.say(
              "\(region)招商路线图（\(day)）", "\(region): in which order to recruit, \(day)"))),
        .paragraph(Prose(wording.togetherNote)),
      ] + blocks(wording))
  }

  /// What the order goes by, the steps, and how sure the set is.
  func blocks(_ wording: Wording) -> [Page.Block] {
    let names = TogetherNames(pool: portfolio.pool, analysis: analysis, wording: wording)
    guard !roadmap.steps.isEmpty else {
      return [
        .paragraph(
          Prose(
            wording.say("没有符合约束且增加价值的环节。", "No link fits the limits and adds value.")))
      ]
    }
    let limits = wording.limits(portfolio.limits)
    let note = wording.say(
      "在约束（\(limits)）下的最优组合，落地条件本地不具备的环节排在最后；"
        + "每一步都选在前几步基础上增加价值最多的。",
      "The best set within the limits (\(limits)); links with a need that cannot be met here come last, and"
        + " each step is the one that adds most given the steps before.")
    let rows = roadmap.steps.enumerated().map { place, step in
      [
        String(place + 1), names.name(step.candidate), names.chain(step.candidate),
        wording.tableMoney(names.alone(step.candidate)), wording.tableMoney(step.gainMillionCNY),
        wording.tableMoney(step.cumulativeMillionCNY),
        names.quantity(.investment, step.candidate), names.quantity(.land, step.candidate),
        names.openNeeds(step.candidate),
      ].map { Prose($0) }
    }
    let columns: [Table.Column] = [
      .init(wording.say("步骤", "Step"), .right), .init(wording.say("环节", "Link")),
      .init(wording.say("产业链", "Chain"), dispensability: 5),
      names.moneyHead("单独引进", "Alone", dispensability: 2),
      names.moneyHead("这一步增加", "Adds"), names.moneyHead("累计", "So far"),
      names.head(.investment), names.head(.land),
      .init(wording.say("待落实条件", "Needs to settle"), dispensability: 3),
    ]
    return [
      .paragraph(Prose(note)),
      .table(Table(columns: columns, rows: rows)),
      .points(
        [
          wording.sentence([
            wording.say("组合", "The set: ") + wording.proof(portfolio.best, by: portfolio.method)
          ])
        ] + names.omissions),
    ]
  }

  /// The name and version of the JSON format; `Docs/schema/roadmap.schema.json` describes it.
  public static let jsonSchema = "chaingap.roadmap/1"

  /// The steps as JSON: keys sorted, units in their names.
  public func json() -> String {
    let names = TogetherNames(
      pool: portfolio.pool, analysis: analysis, wording: Wording(.english))
    return analysis.document(
      schema: Self.jsonSchema,
      [
        "valueMillionCNY": .number(portfolio.best.valueMillionCNY),
        "upperBoundMillionCNY": .number(portfolio.best.upperBoundMillionCNY),
        "proven": .bool(portfolio.best.isProven),
        "steps": .array(
          roadmap.steps.map { step in
            let candidate = portfolio.pool.candidates[step.candidate]
            return .object([
              "link": .string(names.id(step.candidate)),
              "name": analysis.graph.displayName(of: candidate.index).json,
              "aloneMillionCNY": .number(names.alone(step.candidate)),
              "gainMillionCNY": .number(step.gainMillionCNY),
              "cumulativeMillionCNY": .number(step.cumulativeMillionCNY),
              "lackingNeeds": .array(
                candidate.readiness.lacking.map { .string($0.need.rawValue) }),
              "unstatedNeeds": .array(candidate.readiness.unstated.map { .string($0.rawValue) }),
            ])
          }),
      ]
    ).text()
  }
}
