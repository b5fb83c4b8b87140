import Foundation
import IndustryChain
import Testing

@testable import GapAnalysis

/// Processes and the materials between them, both as links: material → process → material.
private func ontology() throws -> Chain {
  let rows = try SharedData.rows(of: "bvco/process_io.csv").dropFirst()
  func id(_ name: String) -> LinkID { LinkID(chain: ChainID("bvco"), name: name) }
  var inputs: [String: [Input]] = [:]
  for row in rows {
    let (process, material) = ("process " + row[0], "material " + row[2])
    let (supplier, buyer) = row[1] == "input" ? (material, process) : (process, material)
    inputs[buyer, default: []].append(Input(supplier: id(supplier), share: nil))
    inputs[supplier, default: []] += []
  }
  return Chain(
    id: ChainID("bvco"), name: LocalizedText(english: "Battery value chain"),
    links: inputs.map { name, inputs in
      var link = Link(id: id(name), name: LocalizedText(english: name), stage: .midstream)
      link.inputs = inputs
      return link
    })
}

@Test(.needsSharedData)
func `the ontology's recycling cycles are found, and nothing assumes that there are none`() throws {
  let chain = try ontology()
  let graph = ChainGraph(chains: [chain])
  let components = StrongComponents(of: graph.material)
  let sizes = (0..<components.count).map { components.nodes(of: $0).count }.filter { $0 > 1 }
  #expect(sizes.sorted() == [4, 6])

  // Every other link has a firm; what counting over reachability says is what the kinds say.
  var region = Region(
    id: RegionID("r"), name: LocalizedText(english: "R"), date: SmallWorld.day("2024-01-01"))
  region.surveys = [Survey(scope: .chain(chain.id), provenance: SmallWorld.made)]
  for (place, link) in graph.links.enumerated() where place % 2 == 0 {
    var firm = Firm(
      id: FirmID("f\(place)"), name: LocalizedText(), residence: .resident, count: .several)
    firm.projects = [
      Project(
        link: link.id, milestones: [.init(stage: .operating, date: nil)],
        provenance: SmallWorld.made)
    ]
    region.firms.append(firm)
  }
  let analysis = Analysis(of: region, in: Workspace(chains: [chain]))
  let present = graph.links.indices.filter { $0 % 2 == 0 }
  for link in graph.links.indices where link % 2 == 1 {
    let below = present.contains { graph.material.reachable(from: [$0])[link] }
    let reach = graph.material.reachable(from: [link])
    let above = present.contains { reach[$0] }
    let expected: OpportunityKind =
      switch (below, above) {
      case (true, true): .fill
      case (true, false): .extendDownstream
      case (false, true): .extendUpstream
      case (false, false): .support
      }
    #expect(analysis.kinds[link] == expected)
  }
  #expect(analysis.today.localContent.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
}
