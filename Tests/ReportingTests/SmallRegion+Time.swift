import GapAnalysis
import IndustryChain

extension SmallRegion {
  /// The small region with a history: teams, money, dates of every precision, a closed project.
  static var regionWithHistory: Region {
    var region = region
    func project(
      _ firm: String, _ name: LocalizedText, in link: LinkID?, _ dates: [(ProjectStage, String)],
      contract: Double? = nil, inPlace: Double? = nil, team: String? = nil
    ) -> Firm {
      var row = self.firm(firm, name, in: link, nil, location: "firms.csv:9")
      row.projects[0].milestones = dates.map { .init(stage: $0, date: PartialDate($1)) }
      row.projects[0].investmentMillionCNY = contract.map(figure)
      row.projects[0].fundsInPlaceMillionCNY = inPlace.map(figure)
      row.projects[0].team = team
      return row
    }
    region.firms += [
      project(
        "alloys", LocalizedText(english: "Alloy works", chinese: "合金厂"),
        in: id("metal", "special-alloy"), [(.signed, "2020"), (.building, "2020-11-15")],
        contract: 120, inPlace: 48, team: "=驻深|招商队"),
      project(
        "scales", LocalizedText(english: "Scales", chinese: "衡器厂"), in: id("metal", "product"),
        [(.signed, "2018-03-01"), (.building, "2018-06-01"), (.operating, "2019-02-01")],
        contract: 30, inPlace: 30, team: "一队"),
      project(
        "gone", LocalizedText(english: "Gone"), in: id("toy", "toy"),
        [(.signed, "2019-05"), (.closed, "2020-01-10")], team: "一队"),
    ]
    return region
  }

  static var analysisWithHistory: Analysis {
    Analysis(of: regionWithHistory, in: Workspace(chains: chains))
  }
}
