import IndustryChain
import Testing

@testable import GapAnalysis

@Test func `without a survey a link where nobody is known is unknown and never a target`() {
  let analysis = SmallWorld(surveyed: ["other"]).with("a", in: "alloy").analysed()
  #expect(analysis.coverage(of: "part") == .unknown)
  #expect(analysis.target("part") == nil)
  #expect(analysis.coverage(of: "other/toy") == .missing)
  #expect(analysis.coverage(of: "alloy") == .thin)
}

@Test func `a survey of one link makes that link missing and no other`() {
  var world = SmallWorld(surveyed: [])
  world.region.surveys = [
    Survey(scope: .link(SmallWorld.id("plating")), provenance: SmallWorld.made)
  ]
  let analysis = world.analysed()
  #expect(analysis.coverage(of: "plating") == .missing)
  #expect(analysis.coverage(of: "part") == .unknown)
}

@Test func `signed and building projects are planned, talks are not`() {
  let world = SmallWorld().with("a", in: "part", .signed).with("b", in: "plating", .building)
    .with("c", in: "ore", .negotiating, residence: .prospect)
  let analysis = world.analysed()
  #expect(analysis.coverage(of: "part") == .planned)
  #expect(analysis.coverage(of: "plating") == .planned)
  #expect(analysis.coverage(of: "ore") == .missing)
  #expect(analysis.target("ore")?.leads.map(\.firm.id.rawValue) == ["c"])
  #expect(Set(analysis.commitments.map(\.link.id.name)) == ["part", "plating"])
  #expect(analysis.targets.allSatisfy { $0.coverage == .missing || $0.coverage == .thin })
  #expect(analysis.committed.coverage[analysis.place(of: "part")].isPresent)
}

@Test func `one firm, or supply below demand, is thin; two firms with enough are covered`() {
  let one = SmallWorld().with("a", in: "ore").analysed()
  #expect(one.coverage(of: "ore") == .thin)
  #expect(one.today.thinReasons[one.place(of: "ore")] == [.singleFirm])

  let group = SmallWorld().with("a", in: "ore", count: .several).analysed()
  #expect(group.coverage(of: "ore") == .covered)

  let short = SmallWorld().with("a", in: "ore", output: 10, count: .several)
    .with("b", in: "alloy", output: 100, count: .several).analysed()
  #expect(short.coverage(of: "ore") == .thin)
  #expect(short.today.thinReasons[short.place(of: "ore")] == [.supplyBelowDemand])
}

@Test func `any covered variant covers the umbrella`() {
  let links = [
    SmallWorld.link("cathode", plant: nil), SmallWorld.link("ternary", variantOf: "cathode"),
    SmallWorld.link("phosphate", variantOf: "cathode"),
  ]
  let analysis = SmallWorld(metal: links).with("a", in: "ternary", count: .several).analysed()
  #expect(analysis.coverage(of: "cathode") == .covered)
  #expect(analysis.coverage(of: "ternary") == .covered)
  #expect(analysis.coverage(of: "phosphate") == .missing)
}

@Test func `a region is seen as it was on the day`() {
  let world = SmallWorld().with("a", in: "plating", .signed, since: "2020")
  #expect(world.analysed(on: "2020-06-30").coverage(of: "plating") == .missing)
  #expect(world.analysed(on: "2020-12-31").coverage(of: "plating") == .planned)
}

@Test func `a closed project covers nothing`() {
  let analysis = SmallWorld().with("a", in: "ore", .closed).analysed()
  #expect(analysis.coverage(of: "ore") == .missing)
}

@Test func `kinds follow where the covered links are`() {
  let world = SmallWorld().with("a", in: "part")
  let analysis = world.with("b", in: "product").analysed()
  #expect(analysis.kind(of: "plating") == .fill)
  #expect(analysis.kind(of: "alloy") == .extendUpstream)
  #expect(analysis.kind(of: "scrap") == .extendDownstream)
  #expect(analysis.kind(of: "gauge") == .support)
  #expect(analysis.kind(of: "other/toy") == .build)
  #expect(analysis.kind(of: "part") == .strengthen)
  let full = SmallWorld().with("a", in: "gauge", count: .several).analysed()
  #expect(full.kind(of: "gauge") == nil)
}

@Test func `links of a cycle without a return flow are both upstream and downstream of each other`()
{
  let ring = [
    SmallWorld.link("a", inputs: ["c": 0.3]), SmallWorld.link("b", inputs: ["a": 0.3]),
    SmallWorld.link("c", inputs: ["b": 0.3]),
  ]
  #expect(SmallWorld(metal: ring).with("x", in: "a").analysed().kind(of: "b") == .fill)
}
