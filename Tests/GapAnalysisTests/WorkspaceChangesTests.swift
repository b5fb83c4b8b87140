import IndustryChain
import Testing

@testable import GapAnalysis

@Suite struct WorkspaceChangesTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `the same in another order is no change`(seed: UInt64) {
    let world = RandomWorkspace(seed: seed)
    let turned = world.shuffled(seed: seed + 1)
    #expect(WorkspaceChanges(from: world.workspace, to: world.workspace).isEmpty)
    #expect(WorkspaceChanges(from: world.workspace, to: turned.workspace).changes == [])
    #expect(WorkspaceChanges(from: world.workspace, to: turned.workspace).renames == [])
  }

  @Test(arguments: RandomEdit.allCases, 1...12 as ClosedRange<UInt64>)
  func `an edit is listed, and nothing else`(edit: RandomEdit, seed: UInt64) {
    let before = RandomWorkspace(seed: seed)
    var after = before
    var generator = SeededGenerator(seed: seed)
    guard let expected = edit.apply(to: &after, &generator) else { return }
    let changes = WorkspaceChanges(
      from: before.workspace, to: after.shuffled(seed: seed).workspace)
    #expect(changes.renames == [])
    // A firm that loses its projects loses each of them.
    let found = changes.changes.filter { edit != .lostFirm || $0.item.kind != .project }
    #expect(found.map(\.item) == [expected.item])
    #expect(found.map(\.kind) == [expected.kind])
    #expect(found.flatMap { $0.facts.map(\.aspect.kind) } == expected.aspects)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `the way back adds what was removed and says before what was after`(seed: UInt64) {
    let before = RandomWorkspace(seed: seed)
    var after = before
    var generator = SeededGenerator(seed: seed)
    for edit in RandomEdit.allCases.shuffled(using: &generator).prefix(5) {
      _ = edit.apply(to: &after, &generator)
    }
    after.chains.removeFirst()
    let there = WorkspaceChanges(from: before.workspace, to: after.workspace)
    let back = WorkspaceChanges(from: after.workspace, to: before.workspace)
    let swapped = back.changes.map { change in
      let kind: ItemChange.Kind =
        switch change.kind {
        case .added: .removed
        case .removed: .added
        case .changed: .changed
        }
      return ItemChange(
        item: change.item, kind: kind,
        facts: change.facts.map {
          ItemChange.FactChange(aspect: $0.aspect, before: $0.after, after: $0.before)
        })
    }
    // A project that went to another link goes by the link it has after.
    func isPlain(_ change: ItemChange) -> Bool { change.item.kind != .project }
    #expect(there.changes.filter(isPlain) == swapped.filter(isPlain))
    #expect(there.changes.count == swapped.count)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a link under another id is renamed wherever it is named, both ways`(seed: UInt64) throws {
    let before = RandomWorkspace(seed: seed)
    let old = try #require(before.chains.last?.links.last?.id)
    let new = LinkID(chain: ChainID("chain-0"), name: "renamed")
    let after = before.workspace.renaming(old, to: new)
    let changes = WorkspaceChanges(from: before.workspace, to: after)
    #expect(changes.changes == [])
    #expect(changes.renames.map(\.before) == [.link(old)])
    #expect(changes.renames.map(\.after) == [.link(new)])
    let back = WorkspaceChanges(from: after, to: before.workspace)
    #expect(back.changes == [])
    #expect(back.renames.map(\.after) == [.link(old)])
    #expect(back.renames.map(\.clues) == changes.renames.map(\.clues))
  }

  @Test func `a link is renamed in both languages where its trade and its code say so`() throws {
    let world = SmallWorld(
      metal: [
        SmallWorld.coded("ore"), SmallWorld.coded("plating", inputs: ["ore"], code: "3360"),
        SmallWorld.coded("part", inputs: ["plating"]),
      ], other: [])
    var chain = world.chains[0]
    var galvanising = SmallWorld.coded("galvanising", inputs: ["ore"], code: "3360")
    galvanising.name = LocalizedText(english: "Galvanising")
    chain.links[1] = galvanising
    chain.links[2] = SmallWorld.coded("part", inputs: ["galvanising"])
    let changes = WorkspaceChanges(
      from: Workspace(chains: [world.chains[0]]), to: Workspace(chains: [chain]))
    let rename = try #require(changes.renames.first)
    #expect(rename.clues.count == 3)
    #expect(changes.changes.map(\.item) == [.link(galvanising.id)])
    #expect(changes.changes.flatMap { $0.facts.map(\.aspect.kind) } == [.name])
  }

  @Test func `two links that are as good a match are no renaming`() {
    func chain(_ names: [String]) -> Chain {
      Chain(
        id: ChainID("c"), name: LocalizedText(english: "C"),
        links: names.map {
          Link(
            id: LinkID(chain: ChainID("c"), name: $0), name: LocalizedText(english: "Same"),
            stage: .upstream)
        })
    }
    let changes = WorkspaceChanges(
      from: Workspace(chains: [chain(["a"])]), to: Workspace(chains: [chain(["b", "d"])]))
    #expect(changes.renames == [])
    #expect(changes.changes.map(\.kind) == [.removed, .added, .added])
  }

  @Test func `a renamed chain takes its links along`() {
    let world = RandomWorkspace(seed: 3)
    let old = world.chains[0]
    let id = ChainID("other")
    func moved(_ link: LinkID) -> LinkID {
      link.chain == old.id ? LinkID(chain: id, name: link.name) : link
    }
    let after = world.workspace.mapping(links: moved) { $0 == old.id ? id : $0 }
    let changes = WorkspaceChanges(from: world.workspace, to: after)
    #expect(changes.changes == [])
    #expect(changes.renames.map(\.after) == [.chain(id)])
  }

  /// A property that no fact tells of could change without a difference.
  @Test func `every property of what files say is known to the comparison`() throws {
    func properties(_ value: Any) -> Set<String> {
      Set(Mirror(reflecting: value).children.compactMap(\.label))
    }
    let world = RandomWorkspace(seed: 1)
    let firm = try #require(world.region.firms.first)
    let link = Link(
      id: LinkID(chain: ChainID("c"), name: "l"), name: LocalizedText(), stage: .upstream)
    #expect(properties(world.workspace) == ["chains", "needs", "regions"])
    #expect(properties(world.chains[0]) == ["id", "name", "summary", "links"])
    #expect(properties(world.needs[0]) == ["id", "name"])
    #expect(
      properties(link) == [
        "id", "name", "stage", "kind", "inputs", "valueAdded", "plant", "needs", "variantOf",
        "codes", "note",
      ])
    #expect(
      properties(Input(supplier: link.id, share: nil))
        == ["supplier", "share", "route", "isCritical"])
    #expect(
      properties(link.plant) == [
        "outputMillionCNY", "investmentMillionCNY", "landMu", "jobs", "powerMW",
        "dischargeTonnesPerDay",
      ])
    #expect(
      properties(world.region) == [
        "id", "name", "code", "date", "surveys", "finalDemandMillionCNY", "localSupplyRatios",
        "chiefFirms", "chainLeads", "provides", "shortcomings", "priorities", "ranking", "firms",
        "peers",
      ])
    #expect(
      properties(world.region.ranking)
        == ["weights", "weightRanges", "weightOrder", "leadChances", "bands"])
    #expect(
      properties(firm) == [
        "id", "name", "residence", "count", "creditCode", "home", "partners", "projects",
      ])
    // The location is where the project stands in its file, which is no difference.
    #expect(
      properties(firm.projects[0]) == [
        "link", "team", "milestones", "outputMillionCNY", "investmentMillionCNY",
        "fundsInPlaceMillionCNY", "jobs", "capacity", "quotation", "provenance", "location",
      ])
  }

  @Test func `a firm under another id is known by its name and its credit code`() throws {
    var world = RandomWorkspace(seed: 4)
    let before = world.workspace
    let old = try #require(world.region.firms.first)
    var renamed = Firm(id: FirmID("z"), name: old.name, residence: old.residence)
    renamed.projects = old.projects
    world.region.firms[0] = renamed
    let changes = WorkspaceChanges(from: before, to: world.workspace)
    #expect(changes.changes == [])
    #expect(changes.renames.map(\.clues) == [[.englishName("Firm 0")]])
  }
}

extension SmallWorld {
  fileprivate static func coded(
    _ name: String, inputs: [String] = [], code: String? = nil
  ) -> Link {
    var made = Link(id: id(name), name: LocalizedText(english: name), stage: .midstream)
    made.inputs = inputs.map { Input(supplier: id($0), share: nil) }
    if let code { made.codes = ["gb4754": code] }
    return made
  }
}

extension Workspace {
  /// The workspace with one link under another id, named anew wherever it stands.
  fileprivate func renaming(_ old: LinkID, to new: LinkID) -> Workspace {
    mapping(links: { $0 == old ? new : $0 }, chains: { $0 })
  }

  /// The workspace with other ids, written for the test and not by the code under test.
  fileprivate func mapping(
    links: (LinkID) -> LinkID, chains name: (ChainID) -> ChainID
  ) -> Workspace {
    let all = chains.flatMap(\.links).map { link in
      var new = Link(id: links(link.id), name: link.name, stage: link.stage)
      new.inputs = link.inputs.map {
        Input(
          supplier: links($0.supplier), share: $0.share, route: $0.route,
          isCritical: $0.isCritical)
      }
      (new.needs, new.codes, new.plant) = (link.needs, link.codes, link.plant)
      return new
    }
    let renamed = chains.map { chain in
      Chain(
        id: name(chain.id), name: chain.name, links: all.filter { $0.id.chain == name(chain.id) })
    }
    let places = regions.map { region in
      var region = region
      region.surveys = region.surveys.map { survey in
        guard case .chain(let id) = survey.scope else { return survey }
        return Survey(scope: .chain(name(id)), provenance: survey.provenance)
      }
      for firm in region.firms.indices {
        for project in region.firms[firm].projects.indices {
          region.firms[firm].projects[project].link =
            region.firms[firm].projects[project].link.map(links)
        }
      }
      return region
    }
    return Workspace(chains: renamed, needs: needs, regions: places)
  }
}
