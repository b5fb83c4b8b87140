import IndustryChain
import Testing

@testable import GapAnalysis

/// A project by its dates: `nil` for a stage that is not given, an empty text for one without date.
private func project(
  _ link: String?, signed: String? = nil, building: String? = nil, operating: String? = nil,
  closed: String? = nil, contract: Double? = nil, inPlace: Double? = nil, team: String? = nil
) -> Project {
  let stages: [(ProjectStage, String?)] = [
    (.signed, signed), (.building, building), (.operating, operating), (.closed, closed),
  ]
  var project = Project(
    link: link.map(SmallWorld.id),
    milestones: stages.compactMap { stage, date in
      date.map { Project.Milestone(stage: stage, date: PartialDate($0)) }
    },
    provenance: SmallWorld.made)
  project.investmentMillionCNY = contract.map(SmallWorld.figure)
  project.fundsInPlaceMillionCNY = inPlace.map(SmallWorld.figure)
  project.team = team
  return project
}

private func region(
  _ rows: (count: Firm.Count, project: Project)..., chiefs: [String: String] = [:]
) -> Region {
  var region = SmallWorld().region
  region.firms = rows.enumerated().map { place, row in
    var firm = Firm(
      id: FirmID("f\(place)"), name: LocalizedText(english: "F\(place)"), residence: .resident,
      count: row.count)
    firm.projects = [row.project]
    return firm
  }
  for (chain, firm) in chiefs { region.chiefFirms[ChainID(chain)] = FirmID(firm) }
  return region
}

private func progress(
  of region: Region, _ group: ProjectGroup = .region, on days: String...
) throws -> ProjectProgress {
  let timeline = Timeline(
    of: region, over: ChainGraph(chains: SmallWorld().chains), on: days.map(SmallWorld.day))
  return try #require(timeline.progress(of: group))
}

@Suite struct TimelineTests {
  @Test func `the newspaper's rates come out as it printed them`() throws {
    // 新引进重点产业项目37个，投资总额102.78亿元，到位资金68.05亿元；投产31个，投产率83.78%。
    let year = region(
      (
        .exactly(31),
        project(nil, signed: "2020", operating: "2020", contract: 9_000, inPlace: 6_000)
      ),
      (.exactly(6), project(nil, signed: "2020", contract: 1_278, inPlace: 805)))
    let all = try progress(of: year, on: "2020-12-31")
    #expect(all.introducedCount == 37)
    #expect(all.count(.operating) == 31)
    let rate = try #require(all.productionRate)
    #expect((rate * 10_000).rounded() == 8_378)
    #expect((try #require(all.funds.ratio) * 10_000).rounded() == 6_621)
    let new = try progress(
      of: year, .signedSince(SmallWorld.day("2019-12-31")), on: "2019-12-31", "2020-12-31")
    #expect(new == all)
    // 驻深招商工作队签订正式合同5个，投资额24.2亿元，完成到位资金8.28亿元。
    let team = region(
      (.exactly(5), project(nil, signed: "2020", contract: 2_420, inPlace: 828, team: "驻深")))
    let shenzhen = try progress(of: team, .team("驻深"), on: "2020-12-31")
    #expect(shenzhen.introducedCount == 5)
    #expect((try #require(shenzhen.funds.ratio) * 10_000).rounded() == 3_421)
  }

  @Test func `conversions count those closed since and stages that the table leaves out`() throws {
    let progress = try progress(
      of: region(
        (.exactly(1), project("part", signed: "2018-01-01", building: "2018-06-01")),
        (.exactly(1), project("part", operating: "")),
        (.exactly(2), project("alloy", signed: "2019-03-01", closed: "2020-01-01")),
        (.several, project("ore", operating: "2019")),
        (.exactly(1), project("ore", signed: "2021-05-01"))),
      on: "2020-12-31")
    #expect(progress.rowCount == 4)
    #expect(progress.uncountedRowCount == 1)
    #expect(progress.undatedRowCount == 1)
    #expect(progress.introducedCount == 2)
    #expect(progress.closedAfterIntroductionCount == 2)
    #expect(ProjectStage.allCases.map(progress.count) == [0, 0, 1, 1, 2])
    #expect(progress.productionRate == 0.5)
    let steps = progress.conversions
    #expect(steps.map(\.reachedCount) == [4, 2, 4])
    #expect(steps.map(\.wentOnCount) == [2, 1, 1])
    #expect(steps.map(\.share) == [0.5, 0.5, 0.25])
    #expect(steps.map(\.datedCount) == [1, 0, 0])
    #expect(steps[0].medianDays == 151...151)
    #expect(steps[1].medianDays == nil)
  }

  @Test func `where nobody is said to be building, the steps through it say nothing`() throws {
    let progress = try progress(
      of: region(
        (.exactly(3), project("part", signed: "2019")),
        (.exactly(1), project("part", signed: "2019", operating: "2020"))),
      on: "2020-12-31")
    #expect(progress.conversions.map(\.share) == [nil, nil, 0.25])
  }

  @Test func `a group that no source counts is no number of projects`() throws {
    let rows = region((.several, project("part", operating: "2019")))
    let groups = try progress(of: rows, on: "2020-12-31")
    #expect(groups.uncountedRowCount(.operating) == 1)
    #expect(groups.uncountedIntroducedRowCount == 1)
    #expect(groups.introducedCount == 0)
    #expect(groups.productionRate == nil)
    #expect(try progress(of: rows, on: "2018-12-31").uncountedRowCount == 0)
  }

  @Test func `days between are as wide as the dates leave them, and so is their median`() throws {
    let one = try progress(
      of: region((.exactly(1), project("part", signed: "2020", operating: "2021-06-30"))),
      on: "2021-12-31")
    #expect(one.conversion(.signedToOperating)?.medianDays == 181...546)
    // Ends 181, 0, 10 and 546, 365, 10: the middle ones are 10 and 365.
    let three = try progress(
      of: region(
        (.exactly(1), project("part", signed: "2020", operating: "2021-06-30")),
        (.exactly(1), project("part", signed: "2020", operating: "2020")),
        (.exactly(1), project("ore", signed: "2020-01-01", operating: "2020-01-11")),
        // Dates that contradict the order of the stages say nothing about days.
        (.exactly(1), project("ore", signed: "2020-05-01", operating: "2019"))),
      on: "2021-12-31")
    let step = try #require(three.conversion(.signedToOperating))
    #expect(step.wentOnCount == 4)
    #expect(step.datedCount == 3)
    #expect(step.medianDays == 10...365)
  }

  @Test(arguments: 1...40)
  func `the median's ends are reached and never left by any days that the dates allow`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let dates = ["2019", "2020", "2020-02", "2020-03-15", "2020-11", "2021"].map { $0 }
    var pairs: [(first: PartialDate, second: PartialDate)] = []
    while pairs.count < 3 {
      let texts = (0..<2).map { _ in dates[Int.random(in: 0..<6, using: &generator)] }
      let first = try #require(PartialDate(texts[0]))
      let second = try #require(PartialDate(texts[1]))
      if first.earliest <= second.latest { pairs.append((first, second)) }
    }
    var region = SmallWorld().region
    region.firms = pairs.enumerated().map { place, pair in
      var firm = Firm(
        id: FirmID("f\(place)"), name: LocalizedText(english: "F"), residence: .resident)
      firm.projects = [
        project("part", signed: pair.first.description, operating: pair.second.description)
      ]
      return firm
    }
    let range = try #require(
      try progress(of: region, on: "2022-12-31").conversion(.signedToOperating)?.medianDays)
    // The days of each pair at every tenth combination of what its dates can mean.
    var least = Double.infinity
    var most = -Double.infinity
    for _ in 0..<400 {
      let days = pairs.map { pair in
        func draw(_ date: PartialDate) -> Int {
          Int.random(
            in: date.earliest.dayNumber...date.latest.dayNumber, using: &generator)
        }
        while true {
          let days = draw(pair.second) - draw(pair.first)
          if days >= 0 { return Double(days) }
        }
      }.sorted()
      least = min(least, days[1])
      most = max(most, days[1])
    }
    #expect(range.lowerBound <= least && most <= range.upperBound)
  }

  @Test func `fit counts projects by chains with a chief firm, unknown links apart`() throws {
    let rows = region(
      (.exactly(1), project("part", signed: "2020", contract: 60)),
      (.exactly(2), project("other/toy", operating: "2020", contract: 20)),
      (.exactly(3), project(nil, operating: "2020", contract: 500)),
      (.exactly(1), project("ore", signed: "2019", closed: "2020", contract: 70)),
      (.several, project("ore", operating: "")),
      chiefs: ["metal": "f0"])
    let fit = try #require(try progress(of: rows, on: "2020-12-31").leadFit)
    #expect([fit.lead.count, fit.other.count, fit.unknown.count] == [1, 2, 3])
    #expect(fit.shareByCount == 1.0 / 3)
    #expect(fit.shareByContract == 0.75)
    #expect(fit.unknown.contractMillionCNY == 500)
    #expect(fit.lead.contractRowCount == 1)
    var leaderless = rows
    leaderless.chiefFirms = [:]
    #expect(try progress(of: leaderless, on: "2020-12-31").leadFit == nil)
    let early = try #require(try progress(of: rows, on: "2018-12-31").leadFit)
    #expect(early.shareByCount == nil && early.shareByContract == nil)
  }

  @Test func `a blank stays a blank`() throws {
    let none = try progress(of: region(), on: "2020-12-31")
    #expect(none.productionRate == nil)
    #expect(none.funds.ratio == nil)
    #expect(none.leadFit == nil)
    #expect(none.conversions.allSatisfy { $0.share == nil && $0.medianDays == nil })
    // Funds count only where the row gives both amounts.
    let half = try progress(
      of: region(
        (.exactly(1), project("part", signed: "2019", contract: 10)),
        (.exactly(1), project("part", signed: "2019", inPlace: 5)),
        (.exactly(1), project("part", signed: "2019", contract: 40, inPlace: 10))),
      on: "2020-12-31")
    #expect(half.funds.ratio == 0.25)
    #expect(half.funds.rowCount == 1)
    #expect(half.funds.introducedRowCount == 3)
  }

  @Test func `every day shows coverage, support and leakage as an analysis of that day does`() {
    let world = SmallWorld()
      .with("p", in: "product", since: "2018", output: 200)
      .with("q", in: "part", since: "2019-07-01", output: 80)
      .with("r", in: "plating", .signed, since: "2020-03")
    let graph = ChainGraph(chains: world.chains)
    let days = Timeline.days(
      in: world.region, to: SmallWorld.day("2021-01-01"), every: .quarter)
    let timeline = Timeline(of: world.region, over: graph, on: days)
    #expect(timeline.moments.map(\.day) == days)
    #expect(days.count == 11)
    for moment in timeline.moments {
      let analysis = world.analysed(on: moment.day.description)
      for coverage in Coverage.allCases {
        #expect(
          moment.region.count(coverage) == analysis.today.coverage.count { $0 == coverage })
        #expect(
          moment.region.count(coverage) == moment.chains.reduce(0) { $0 + $1.count(coverage) })
      }
      #expect(moment.region.supportRate == analysis.supportRate)
      #expect(moment.chains[0].supportRate == analysis.supportRate(ofChain: 0))
      expectClose(
        [moment.region.leakageMillionCNY],
        [graph.links.indices.reduce(0) { $0 + analysis.today.leakageMillionCNY(of: $1) }])
      #expect(moment.region.unknownSourceMillionCNY == 0)
    }
  }

  @Test func `what is bought of links that nobody has surveyed is no leakage`() throws {
    let world = SmallWorld(surveyed: []).with("p", in: "product", since: "2018", output: 200)
    let timeline = Timeline(
      of: world.region, over: ChainGraph(chains: world.chains), on: [SmallWorld.day("2019-12-31")])
    let count = try #require(timeline.moments.first).region
    #expect(count.leakageMillionCNY == 0)
    #expect(count.unknownSourceMillionCNY == 100)
    #expect(count.count(.missing) == 0)
  }

  @Test func `days are ends of periods, the first and the last, or days of change`() {
    let rows = region(
      (.exactly(1), project("part", signed: "2018-08", operating: "2020-02-10")),
      (.exactly(1), project("part", signed: "2025")))
    func days(_ first: String?, _ last: String, _ spacing: Timeline.Spacing) -> [String] {
      Timeline.days(
        in: rows, from: first.map(SmallWorld.day), to: SmallWorld.day(last), every: spacing
      ).map(\.description)
    }
    #expect(
      days(nil, "2021-01-26", .year)
        == ["2017-12-31", "2018-12-31", "2019-12-31", "2020-12-31", "2021-01-26"])
    #expect(
      days("2019-12-31", "2020-12-31", .quarter)
        == ["2019-12-31", "2020-03-31", "2020-06-30", "2020-09-30", "2020-12-31"])
    #expect(days("2020-01-15", "2020-02-29", .month) == ["2020-01-15", "2020-01-31", "2020-02-29"])
    #expect(days(nil, "2021-01-26", .change) == ["2018-08-31", "2020-02-10", "2021-01-26"])
    #expect(
      days("2019-01-01", "2021-01-26", .change) == ["2019-01-01", "2020-02-10", "2021-01-26"])
    #expect(days("2022-01-01", "2021-01-26", .year) == ["2021-01-26"])
    #expect(days(nil, "2010-01-01", .year) == ["2010-01-01"])
  }

  @Test func `groups are the region, the newly signed, chains with a project, and teams`() {
    let rows = region(
      (.exactly(1), project("part", signed: "2020", team: "乙队")),
      (.exactly(1), project("other/toy", operating: "", team: "甲队")),
      (.exactly(1), project(nil, signed: "2018")))
    let graph = ChainGraph(chains: SmallWorld().chains)
    let days = ["2020-12-31", "2018-12-31"].map(SmallWorld.day)
    let timeline = Timeline(of: rows, over: graph, on: days)
    let groups: [ProjectGroup] = [
      .region, .signedSince(days[1]), .chain(ChainID("metal")), .chain(ChainID("other")),
      .team("乙队"), .team("甲队"),
    ]
    #expect(timeline.groups == groups)
    #expect(timeline.rowCountWithoutTeam == 1)
    #expect(groups.map { timeline.progress(of: $0)?.introducedCount } == [3, 1, 1, 1, 1, 1])
    #expect(Timeline(of: rows, over: graph, on: []).moments.isEmpty)
    // A year that holds the first day says not on which side of it the signing lies.
    let middle = Timeline(
      of: rows, over: graph, on: ["2020-06-30", "2021-01-01"].map(SmallWorld.day))
    #expect(!middle.groups.contains(.signedSince(SmallWorld.day("2020-06-30"))))
  }
}
