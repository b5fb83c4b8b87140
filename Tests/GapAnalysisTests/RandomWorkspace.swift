import IndustryChain

/// Made-up workspaces with a bit of everything that files can say.
struct RandomWorkspace {
  var chains: [Chain] = []
  var needs: [Need] = []
  var region: Region
  private var generator: SeededGenerator

  var workspace: Workspace { Workspace(chains: chains, needs: needs, regions: [region]) }

  static let provenance = Provenance(
    grade: .estimate, source: LocalizedText(english: "made up", chinese: "虚构"))

  static func figure(_ value: Double) -> Figure { Figure(value, provenance: provenance) }

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    region = Region(
      id: RegionID("here"), name: LocalizedText(english: "Here", chinese: "此地"),
      date: CalendarDate("2024-06-30") ?? .distantFuture)
    needs = (0..<3).map {
      Need(id: NeedID("need-\($0)"), name: LocalizedText(english: "Need \($0)"))
    }
    let counts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      Int.random(in: 3...8, using: &generator)
    }
    let ids = counts.enumerated().flatMap { chain, count in
      (0..<count).map { LinkID(chain: ChainID("chain-\(chain)"), name: "link-\(chain)-\($0)") }
    }
    for (chain, count) in counts.enumerated() {
      let id = ChainID("chain-\(chain)")
      let links = ids.filter { $0.chain == id }.prefix(count).map { link($0, among: ids) }
      chains.append(
        Chain(id: id, name: LocalizedText(english: "Chain \(chain)"), links: Array(links)))
    }
    region.surveys = chains.map { Survey(scope: .chain($0.id), provenance: Self.provenance) }
    region.provides = [NeedID("need-0")]
    region.firms = (0..<Int.random(in: 1...5, using: &generator)).map { firm($0, among: ids) }
  }

  private mutating func link(_ id: LinkID, among ids: [LinkID]) -> Link {
    var link = Link(
      id: id, name: LocalizedText(english: "Name of \(id.name)", chinese: "名\(id.name)"),
      stage: Stage.allCases.randomElement(using: &generator) ?? .upstream)
    for supplier in ids.shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator))
    where supplier != id {
      link.inputs.append(
        Input(
          supplier: supplier, share: Self.figure(Double.random(in: 0.01...0.3, using: &generator)),
          route: Input.Route.allCases.randomElement(using: &generator) ?? .purchase))
    }
    if Bool.random(using: &generator) { link.needs = [NeedID("need-1"), NeedID("need-0")] }
    if Bool.random(using: &generator) { link.codes = ["gb4754": "3985"] }
    link.plant.outputMillionCNY = Self.figure(Double.random(in: 10...200, using: &generator))
    return link
  }

  private mutating func firm(_ place: Int, among ids: [LinkID]) -> Firm {
    var firm = Firm(
      id: FirmID("firm-\(place)"), name: LocalizedText(english: "Firm \(place)"),
      residence: .resident)
    firm.projects = (0..<Int.random(in: 1...3, using: &generator)).map { number in
      var project = Project(
        link: ids.randomElement(using: &generator),
        milestones: [.init(stage: .operating, date: PartialDate("202\(number)"))],
        provenance: Self.provenance)
      project.location = "firms.csv:\(place)"
      return project
    }
    return firm
  }

  /// The same in another order of chains, links, inputs, needs, firms and projects, read from other
  /// lines.
  func shuffled(seed: UInt64) -> RandomWorkspace {
    var other = self
    var generator = SeededGenerator(seed: seed)
    for chain in chains.indices {
      for link in chains[chain].links.indices {
        other.chains[chain].links[link].inputs.shuffle(using: &generator)
        other.chains[chain].links[link].needs.reverse()
      }
      other.chains[chain].links.shuffle(using: &generator)
    }
    other.chains.shuffle(using: &generator)
    other.needs.reverse()
    other.region.surveys.reverse()
    for firm in region.firms.indices {
      other.region.firms[firm].projects.shuffle(using: &generator)
      for project in region.firms[firm].projects.indices {
        other.region.firms[firm].projects[project].location = "firms.csv:99"
      }
    }
    other.region.firms.shuffle(using: &generator)
    return other
  }
}
