import GapAnalysis
import IndustryChain
import Reporting

/// Changes of the small region's files.
enum ChangeExamples {
  static var before: Workspace {
    Workspace(
      chains: SmallRegion.chains,
      needs: [Need(id: NeedID("steam"), name: LocalizedText(english: "Steam", chinese: "蒸汽"))],
      regions: [SmallRegion.region])
  }

  /// A change of every sort.
  static var after: Workspace {
    var chains = SmallRegion.chains
    var metal = chains[0]
    // Gauge goes, coating comes, plating is called galvanising, part buys less of it.
    metal.links.removeAll { $0.id.name == "gauge" || $0.id.name == "plating" }
    var galvanising = SmallRegion.link("galvanising", "Plating", "电镀", .supporting, plant: 70)
    galvanising.needs = [NeedID("permit")]
    galvanising.codes = ["gb4754": "3360"]
    metal.links += [
      galvanising,
      SmallRegion.link(
        "coating", "Coating | [x](http://evil.example)", "涂装", .supporting,
        inputs: [SmallRegion.input("ore", 0.1)]),
    ]
    metal.links[3].inputs[1] = Input(
      supplier: galvanising.id, share: SmallRegion.figure(0.15), route: .processing,
      isCritical: true)
    metal.summary = LocalizedText(english: "Metal things", chinese: "金属制品")
    chains[0] = metal
    chains.append(
      Chain(id: ChainID("empty"), name: LocalizedText(english: "<b>Empty</b>"), links: []))

    var region = SmallRegion.region
    region.firms.removeAll { $0.id == FirmID("pipe") }
    region.firms[0].projects[0].outputMillionCNY = SmallRegion.figure(500)
    region.firms[1].projects[0].link = galvanising.id
    region.firms[1].projects[0].milestones.append(.init(stage: .building, date: nil))
    region.firms.append(
      SmallRegion.firm(
        "new", LocalizedText(english: "New"), in: SmallRegion.id("metal", "coating"),
        location: "firms.csv:9"))
    region.provides = [NeedID("steam"), NeedID("rail")]
    region.shortcomings = []
    region.ranking.weights = [.reach: 1]
    region.peers = [
      PeerRegion(
        id: RegionID("peer"), name: LocalizedText(english: "Peer"),
        listings: [galvanising.id: .init(firmCount: .several, provenance: SmallRegion.reported)])
    ]
    return Workspace(chains: chains, needs: before.needs, regions: [region])
  }

  static var every: ChangeReport { report(before, after) }
  static var none: ChangeReport { report(before, before) }

  static func report(_ before: Workspace, _ after: Workspace) -> ChangeReport {
    let changes = WorkspaceChanges(from: before, to: after)
    let effects = zip(before.regions, after.regions).map { old, new in
      RegionChanges(
        from: Analysis(of: old, in: before), to: Analysis(of: new, in: after), by: changes)
    }
    return ChangeReport(
      of: changes, from: .init(name: "old", workspace: before),
      to: .init(name: "new", workspace: after), in: effects)
  }
}
