import GapAnalysis
import IndustryChain

/// A small made-up chain: ore → alloy → part → product → scrap → back into alloy, with plating that
/// works on the part, a service nobody trades with the rest, and a second chain.
struct SmallWorld {
  static let made = Provenance(
    grade: .estimate, source: LocalizedText(english: "made up for this test"))

  var chains: [Chain]
  var region: Region

  static func figure(_ value: Double) -> Figure { Figure(value, provenance: made) }

  static func id(_ name: String) -> LinkID {
    let parts = name.split(separator: "/").map(String.init)
    return parts.count == 2
      ? LinkID(chain: ChainID(parts[0]), name: parts[1])
      : LinkID(chain: ChainID("metal"), name: name)
  }

  /// Inputs are written `name: share`, a trailing `~` for a return flow and `*` for processing.
  static func link(
    _ name: String, plant: Double? = 100, valueAdded: Double? = nil,
    variantOf: String? = nil, inputs: KeyValuePairs<String, Double?> = [:]
  ) -> Link {
    var link = Link(id: id(name), name: LocalizedText(english: name), stage: .midstream)
    link.inputs = inputs.map { key, share in
      let route: Input.Route =
        key.hasSuffix("~") ? .returnFlow : key.hasSuffix("*") ? .processing : .purchase
      let supplier = key.hasSuffix("~") || key.hasSuffix("*") ? String(key.dropLast()) : key
      return Input(supplier: id(supplier), share: share.map(figure), route: route)
    }
    link.plant.outputMillionCNY = plant.map(figure)
    link.valueAdded = valueAdded.map(figure)
    link.variantOf = variantOf.map(id)
    return link
  }

  static let standardLinks = [
    link("ore"),
    link("alloy", inputs: ["ore": 0.5, "scrap~": 0.2]),
    link("part", inputs: ["alloy": 0.4, "plating*": 0.1]),
    link("plating"),
    link("product", inputs: ["part": 0.5]),
    link("scrap", inputs: ["product": 0.3]),
    link("gauge"),
  ]

  init(
    metal links: [Link] = Self.standardLinks,
    other: [Link] = [link("other/toy", inputs: ["other/wheel": 0.4]), link("other/wheel")],
    surveyed: [String] = ["metal", "other"]
  ) {
    chains = [
      Chain(id: ChainID("metal"), name: LocalizedText(english: "Metal"), links: links),
      Chain(id: ChainID("other"), name: LocalizedText(english: "Other"), links: other),
    ]
    region = Region(
      id: RegionID("r"), name: LocalizedText(english: "R"), date: Self.day("2021-01-01"))
    region.surveys = surveyed.map { Survey(scope: .chain(ChainID($0)), provenance: Self.made) }
  }

  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .distantFuture }

  /// Puts a firm into a link.
  func with(
    _ firm: String, in link: String, _ stage: ProjectStage = .operating, since date: String? = nil,
    output: Double? = nil, residence: Firm.Residence = .resident, count: Firm.Count = .exactly(1)
  ) -> SmallWorld {
    var copy = self
    var row = Firm(
      id: FirmID(firm), name: LocalizedText(english: firm), residence: residence, count: count)
    var project = Project(
      link: Self.id(link),
      milestones: [.init(stage: stage, date: date.flatMap { PartialDate($0) })],
      provenance: Self.made)
    project.outputMillionCNY = output.map(Self.figure)
    row.projects = [project]
    copy.region.firms.append(row)
    return copy
  }

  func analysed(on day: String? = nil) -> Analysis {
    Analysis(of: region, in: Workspace(chains: chains), on: day.map(Self.day))
  }
}

extension Analysis {
  func place(of name: String) -> Int { graph.index(of: SmallWorld.id(name)) ?? -1 }

  func coverage(of name: String) -> Coverage { today.coverage[place(of: name)] }

  func kind(of name: String) -> OpportunityKind? { kinds[place(of: name)] }

  func target(_ name: String) -> Opportunity? {
    targets.first { $0.link.id == SmallWorld.id(name) }
  }
}
