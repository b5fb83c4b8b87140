import IndustryChain
import Testing

@testable import GapAnalysis

@Suite struct RegionChangesTests {
  private func changes(_ before: Workspace, _ after: Workspace) -> RegionChanges {
    RegionChanges(
      from: Analysis(of: before.regions[0], in: before),
      to: Analysis(of: after.regions[0], in: after), by: WorkspaceChanges(from: before, to: after))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `nothing moves where nothing changes`(seed: UInt64) {
    let world = RandomWorkspace(seed: seed)
    #expect(changes(world.workspace, world.shuffled(seed: seed).workspace).isEmpty)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `every link stands as each analysis says`(seed: UInt64) throws {
    let world = RandomWorkspace(seed: seed)
    var other = world
    var generator = SeededGenerator(seed: seed)
    for edit in RandomEdit.allCases where edit != .lostFirm {
      _ = edit.apply(to: &other, &generator)
    }
    let difference = changes(world.workspace, other.workspace)
    let moves = Dictionary(difference.moves.map { ($0.link, $0) }) { first, _ in first }
    for (place, link) in difference.after.graph.links.enumerated() {
      let after = difference.after.target(for: place)?.rank
      let had = difference.before.graph.index(of: link.id)
      let before = had.flatMap { difference.before.target(for: $0)?.rank }
      let move = moves[link.id]
      #expect(before == after || move?.changesRank == true)
      if let move {
        #expect(move.after?.rank == after && move.before?.rank == before)
        #expect((move.before == nil) == (had == nil))
        #expect(move.after?.coverage == difference.after.today.coverage[place])
      }
    }
  }

  @Test func `a link that goes is in no ranking any more`() throws {
    let world = RandomWorkspace(seed: 2)
    let before = Analysis(of: world.region, in: world.workspace)
    let gone = try #require(before.targets.first?.link.id)
    var other = world
    for chain in other.chains.indices {
      other.chains[chain].links.removeAll { $0.id == gone }
      for link in other.chains[chain].links.indices {
        other.chains[chain].links[link].inputs.removeAll { $0.supplier == gone }
      }
    }
    let move = changes(world.workspace, other.workspace).moves.first { $0.link == gone }
    #expect(move?.before?.rank == 1)
    #expect(move != nil && move?.after == nil)
  }
}
