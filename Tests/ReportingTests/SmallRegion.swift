import GapAnalysis
import IndustryChain

/// A made-up region whose data does its worst: names that look like formulas, HTML and Markdown.
///
/// Metal (surveyed): ore → alloy → part → product → scrap → back into alloy; plating works on the
/// part; special alloy is a variant; nobody trades with gauge. Toy (not surveyed): wheel → toy.
enum SmallRegion {
  /// Texts that have no English wording, so that English documents must show them as they are.
  static let chineseOnly = [
    "甲公司", "某县日报 2021-01-20", "甲公司已签约电镀项目,明年投产", "按行业经验",
  ]

  static let estimate = Provenance(
    grade: .estimate, source: LocalizedText(english: "made up for this test", chinese: "按行业经验"))
  static let reported = Provenance(
    grade: .reported, source: LocalizedText(chinese: "某县日报 2021-01-20"))

  static func id(_ chain: String, _ name: String) -> LinkID {
    LinkID(chain: ChainID(chain), name: name)
  }

  static func figure(_ value: Double) -> Figure { Figure(value, provenance: estimate) }

  static func input(
    _ supplier: String, _ share: Double?, _ route: Input.Route = .purchase, chain: String = "metal"
  ) -> Input {
    Input(supplier: id(chain, supplier), share: share.map(figure), route: route)
  }

  static func link(
    _ name: String, _ english: String, _ chinese: String, _ stage: Stage, plant: Double? = 100,
    chain: String = "metal", inputs: [Input] = []
  ) -> Link {
    var link = Link(
      id: id(chain, name), name: LocalizedText(english: english, chinese: chinese), stage: stage)
    link.inputs = inputs
    link.plant.outputMillionCNY = plant.map(figure)
    return link
  }

  static var chains: [Chain] {
    var special = link(
      "special-alloy", "Special alloy", "特种合金", .midstream, inputs: [input("ore", 0.4)])
    special.variantOf = id("metal", "alloy")
    var plating = link("plating", "Plating", "电镀", .supporting, plant: 60)
    plating.needs = [NeedID("permit"), NeedID("steam")]
    plating.plant.jobs = figure(80)
    plating.valueAdded = figure(0.3)
    var gauge = link("gauge", "Gauge", "量具", .supporting)
    gauge.needs = [NeedID("rail")]
    let metal = Chain(
      id: ChainID("metal"), name: LocalizedText(english: "Metal", chinese: "金属"),
      links: [
        link("ore", "Ore", "矿石", .upstream),
        link(
          "alloy", "Alloy", "合金", .midstream,
          inputs: [input("ore", 0.5), input("scrap", 0.2, .returnFlow)]),
        special,
        link(
          "part", "Part", "零件", .midstream,
          inputs: [input("alloy", 0.4), input("plating", 0.1, .processing)]),
        plating,
        link("product", "Product", "成品", .downstream, inputs: [input("part", 0.5)]),
        link("scrap", "Scrap", "废料回收", .downstream, plant: nil, inputs: [input("product", nil)]),
        gauge,
      ])
    let toy = Chain(
      id: ChainID("toy"), name: LocalizedText(english: "Toys", chinese: "玩具"),
      links: [
        link(
          "toy", "Toy", "玩具车", .downstream, chain: "toy",
          inputs: [input("wheel", 0.3, chain: "toy"), input("part", 0.2)]),
        link("wheel", "Wheel", "车轮", .upstream, chain: "toy"),
      ])
    return [metal, toy]
  }

  static func firm(
    _ id: String, _ name: LocalizedText, in link: LinkID?, _ stage: ProjectStage? = .operating,
    on date: String? = nil, output: Double? = nil, residence: Firm.Residence = .resident,
    provenance: Provenance = reported, location: String
  ) -> Firm {
    var firm = Firm(id: FirmID(id), name: name, residence: residence)
    let milestones = stage.map { stage in
      [Project.Milestone(stage: stage, date: date.flatMap { PartialDate($0) })]
    }
    var project = Project(link: link, milestones: milestones ?? [], provenance: provenance)
    project.outputMillionCNY = output.map(figure)
    project.location = location
    firm.projects = [project]
    return firm
  }

  static var region: Region {
    var region = Region(
      id: RegionID("small"), name: LocalizedText(english: "Small County", chinese: "小县"),
      date: CalendarDate("2021-01-26") ?? .distantFuture)
    region.surveys = [Survey(scope: .chain(ChainID("metal")), provenance: estimate)]
    region.provides = [NeedID("steam")]
    region.shortcomings = [
      Shortcoming(need: NeedID("permit"), isVeto: false, provenance: estimate),
      Shortcoming(need: NeedID("rail"), isVeto: true, provenance: reported),
    ]
    region.priorities = [
      Priority(scope: .link(id("metal", "alloy")), degree: figure(1)),
      Priority(scope: .chain(ChainID("metal")), degree: figure(0.5)),
    ]
    region.chiefFirms = [ChainID("metal"): FirmID("formula")]
    region.chainLeads = [ChainID("metal"): LocalizedText(english: "Zhang San", chinese: "张三")]

    var jia = firm(
      "jia", LocalizedText(chinese: "甲公司"), in: id("metal", "plating"), .signed, on: "2020-06",
      location: "firms.csv:4")
    jia.projects[0].quotation = "甲公司已签约电镀项目,明年投产"
    jia.projects[0].investmentMillionCNY = figure(24)
    var script = firm(
      "script", LocalizedText(english: "<script>alert(1)</script>"), in: id("metal", "scrap"),
      .negotiating, on: "2020-12", residence: .prospect, location: "prospects.csv:2")
    script.home = "[x](http://evil.example)"
    script.partners = [FirmID("formula")]
    var group = firm(
      "group", LocalizedText(english: "Toy makers", chinese: "玩具企业"), in: id("toy", "toy"),
      provenance: estimate, location: "firms.csv:5")
    group.count = .several
    region.firms = [
      firm(
        "formula", LocalizedText(english: "=1+1"), in: id("metal", "part"), on: "2019",
        output: 400, location: "firms.csv:2"),
      firm(
        "pipe", LocalizedText(english: "a|b\n# c\u{1B}[31m"), in: id("metal", "product"),
        output: 320, location: "firms.csv:3"),
      jia, script, group,
      firm(
        "nowhere", LocalizedText(english: "1. *Nowhere*"), in: nil, on: "2020",
        location: "firms.csv:6"),
    ]
    return region
  }

  static var analysis: Analysis {
    Analysis(
      of: region,
      in: Workspace(
        chains: chains,
        needs: [
          Need(
            id: NeedID("permit"),
            name: LocalizedText(english: "Discharge permit", chinese: "排污许可证")),
          Need(id: NeedID("rail"), name: LocalizedText(english: "Rail siding", chinese: "铁路专用线")),
          Need(id: NeedID("steam"), name: LocalizedText(english: "Steam", chinese: "工业蒸汽")),
        ]))
  }

  static var robustness: Robustness {
    Robustness(of: analysis, drawCount: 2_000, figureDrawCount: 100)
  }

  static func place(_ name: String) -> Int {
    analysis.graph.index(of: id("metal", name)) ?? 0
  }
}
