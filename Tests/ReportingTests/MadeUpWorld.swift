import GapAnalysis
import IndustryChain

@testable import Reporting

/// Two made-up chains: ore → light or heavy alloy → part, plated, → product → scrap → back into
/// alloy; and toys, of which nobody has surveyed the wheels.
struct MadeUpWorld {
  /// The languages in which names stand.
  enum Naming: CaseIterable {
    case both, english, chinese
  }

  let naming: Naming
  var chains: [Chain] = []
  var needs: [Need] = []
  var region: Region

  init(_ naming: Naming = .both) {
    self.naming = naming
    region = Region(
      id: RegionID("vale"), name: LocalizedText(),
      date: CalendarDate("2021-06-30") ?? .distantFuture)
    region.name = text("The Vale", "河谷县")
    addChains()
    addRegion()
    addFirms()
  }

  var workspace: Workspace { Workspace(chains: chains, needs: needs, regions: [region]) }

  func analysed() -> Analysis { Analysis(of: region, in: workspace) }

  func text(_ english: String, _ chinese: String) -> LocalizedText {
    switch naming {
    case .both: LocalizedText(english: english, chinese: chinese)
    case .english: LocalizedText(english: english)
    case .chinese: LocalizedText(chinese: chinese)
    }
  }

  var reported: Provenance {
    Provenance(grade: .reported, source: text("Vale Gazette 2021-06-30", "河谷日报"))
  }
  var estimated: Provenance {
    Provenance(grade: .estimate, source: text("made up for this test", "为测试编造"))
  }

  /// Neither source nor basis.
  var hearsay: Provenance { Provenance(grade: .assumed, source: nil) }

  func figure(_ value: Double) -> Figure { Figure(value, provenance: estimated) }

  static func id(_ name: String) -> LinkID {
    let parts = name.split(separator: "/").map(String.init)
    return parts.count == 2
      ? LinkID(chain: ChainID(parts[0]), name: parts[1])
      : LinkID(chain: ChainID("metal"), name: name)
  }

  // MARK: Chains

  /// Inputs are written `name: share`, a trailing `~` for a return flow and `*` for processing.
  private func link(
    _ name: String, _ english: String, _ chinese: String, _ stage: Stage, plant: Double? = 100,
    valueAdded: Double? = 0.2, variantOf: String? = nil,
    inputs: KeyValuePairs<String, Double?> = [:]
  ) -> Link {
    var link = Link(id: Self.id(name), name: text(english, chinese), stage: stage)
    link.inputs = inputs.map { key, share in
      let route: Input.Route =
        key.hasSuffix("~") ? .returnFlow : key.hasSuffix("*") ? .processing : .purchase
      let supplier = route == .purchase ? key : String(key.dropLast())
      return Input(supplier: Self.id(supplier), share: share.map(figure), route: route)
    }
    link.plant.outputMillionCNY = plant.map(figure)
    link.valueAdded = valueAdded.map(figure)
    link.variantOf = variantOf.map(Self.id)
    return link
  }

  private mutating func addChains() {
    var heavy = link(
      "heavy-alloy", "Heavy alloy", "重合金", .midstream, plant: 250, variantOf: "alloy",
      inputs: ["ore": 0.4])
    heavy.plant.investmentMillionCNY = figure(1_234.5)
    heavy.plant.landMu = Figure(60, provenance: reported)
    heavy.plant.jobs = figure(1_200)
    heavy.plant.powerMW = Figure(2.5, provenance: hearsay)
    heavy.plant.dischargeTonnesPerDay = figure(30)
    heavy.needs = [NeedID("steam"), NeedID("permit")]
    needs = [
      Need(id: NeedID("steam"), name: text("Steam", "蒸汽")),
      Need(id: NeedID("permit"), name: text("Permit", "许可证")),
    ]
    let metal = [
      link("ore", "Ore", "矿石", .upstream),
      link("alloy", "Alloy", "合金", .midstream, valueAdded: nil),
      link(
        "light-alloy", "Light alloy", "轻合金", .midstream, variantOf: "alloy",
        inputs: ["ore": 0.5, "scrap~": 0.2]),
      heavy,
      link("part", "Part", "零件", .midstream, inputs: ["alloy": 0.4, "plating*": 0.1]),
      link("plating", "Plating", "电镀", .supporting, plant: nil, valueAdded: nil),
      link("product", "Product", "成品", .downstream, inputs: ["part": 0.5, "gauge": nil]),
      link("scrap", "Scrap recovery", "废料回收", .downstream, inputs: ["product": 0.3]),
      link("gauge", "Gauge", "量具", .supporting),
      link("seal", "Seal", "密封件", .midstream),
    ]
    let toys = [
      link("toy/toy", "Toy", "玩具", .downstream, inputs: ["toy/wheel": 0.3, "part": 0.1]),
      link("toy/wheel", "Wheel", "车轮", .midstream),
    ]
    chains = [
      Chain(id: ChainID("metal"), name: text("Metal", "金属"), links: metal),
      Chain(id: ChainID("toy"), name: text("Toys", "玩具"), links: toys),
    ]
  }

  // MARK: The region

  private mutating func addRegion() {
    region.surveys = [Survey(scope: .chain(ChainID("metal")), provenance: estimated)]
    region.finalDemandMillionCNY = [Self.id("seal"): figure(4)]
    region.provides = [NeedID("steam")]
    region.chiefFirms = [ChainID("metal"): FirmID("sum")]
  }

  private mutating func add(
    _ firm: String, _ english: String, _ chinese: String, in link: String?, _ stage: ProjectStage?,
    since date: String? = nil, output: Double? = nil, residence: Firm.Residence = .resident,
    count: Firm.Count = .exactly(1), partners: [String] = []
  ) {
    var row = Firm(
      id: FirmID(firm), name: text(english, chinese), residence: residence, count: count)
    let milestones = stage.map {
      [Project.Milestone(stage: $0, date: date.flatMap { PartialDate($0) })]
    }
    var project = Project(
      link: link.map(Self.id), milestones: milestones ?? [],
      provenance: stage == nil ? hearsay : reported)
    project.outputMillionCNY = output.map(figure)
    if stage != nil { project.location = "firms.csv:\(region.firms.count + 2)" }
    if naming == .both, firm == "wide" { project.quotation = "一家叫“＝1”的企业, 在谈" }
    row.partners = partners.map { FirmID($0) }
    row.projects = [project]
    region.firms.append(row)
  }

  private mutating func addFirms() {
    add("sum", "=1+1", "=1+1", in: "part", .operating, since: "2019", output: 320)
    add(
      "a-script", "<script>alert(1)</script>", "<script>alert(1)</script>", in: "part", .operating,
      output: 40)
    add("pipe", "a|b *c*", "a|b *c*", in: "part", .operating, since: "2020-02")
    add("red", "\u{1B}[31mred", "\u{1B}[31m红", in: "part", .operating, since: "2020-03-04")
    add("alloyist", "Alloy Works", "合金厂", in: "light-alloy", .operating, output: 150)
    add(
      "wide", "\u{FF1D}1", "\u{FF1D}1", in: "heavy-alloy", .negotiating, since: "2021-05",
      residence: .prospect, partners: ["alloyist", "sum"])
    add("blank", "  =2+2", "\u{3000}=2+2", in: "product", nil, residence: .prospect)
    add("bath", "\u{1B}[1mBath & Co", "\u{1B}[1m镀池公司", in: "plating", .signed, since: "2021-01-02")
    add("toys", "-toys\" [x](y)", "-玩具\" [x](y)", in: "toy/toy", .operating, count: .several)
    add("somewhere", "@somewhere", "@某处", in: nil, .building, since: "2020")
  }

  /// The same world, everything whose order means nothing turned round.
  func shuffled() -> MadeUpWorld {
    var copy = self
    copy.chains = chains.reversed().map { chain in
      var chain = chain
      chain.links = chain.links.reversed()
      return chain
    }
    copy.needs.reverse()
    copy.region.firms.reverse()
    copy.region.surveys.reverse()
    return copy
  }

  /// The same chains where nobody is and nobody has looked.
  func deserted() -> MadeUpWorld {
    var copy = self
    copy.region.firms = []
    copy.region.surveys = []
    copy.region.finalDemandMillionCNY = [:]
    copy.region.chiefFirms = [:]
    return copy
  }
}

extension Analysis {
  func report(in language: Language) -> String {
    let files = RegionReport.Files(
      otherLanguage: language == .chinese ? "report.en.md" : "report.md",
      workspaceDiagram: "workspace.svg",
      chainDiagrams: graph.chains.map { "chains/\($0.id).svg" })
    return RegionReport(of: self, in: language, files: files).markdown()
  }

  func place(of name: String) -> Int { graph.index(of: MadeUpWorld.id(name)) ?? -1 }
}
