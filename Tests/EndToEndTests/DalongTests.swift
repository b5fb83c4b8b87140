import GapAnalysis
import IndustryChain
import Testing

/// What the newspaper of 2021-01-26 itself says, followed from the files to the target list.
@Suite struct DalongTests {
  /// Worked out once for all tests.
  private static let shared = Result { try Checkout.dalong(on: "2021-01-26") }
  private let now: Analysis

  init() throws { now = try Self.shared.get() }

  private func place(_ chain: String, _ name: String, in analysis: Analysis) throws -> Int {
    try #require(analysis.graph.index(of: LinkID(chain: ChainID(chain), name: name)))
  }

  @Test func `precursor is covered, by the leading firm alone`() throws {
    let precursor = try place("lithium-battery", "precursor", in: now)
    #expect(now.today.coverage[precursor].isPresent)
    #expect(now.today.thinReasons[precursor].contains(.singleFirm))
    #expect(now.presences[precursor].map { $0.firm.name.chinese } == ["中伟新材料股份有限公司"])
    let chief = try #require(now.region.chiefFirms[ChainID("lithium-battery")])
    #expect(now.presences[precursor].map(\.firm.id) == [chief])
  }

  @Test(arguments: [
    ("surface-treatment", "electroplating"), ("lithium-battery", "primary-battery-recycling"),
  ])
  func `what is signed is planned and stands under bring to production`(
    chain: String, name: String
  ) throws {
    let link = try place(chain, name, in: now)
    #expect(now.today.coverage[link] == .planned)
    #expect(now.commitments.contains { $0.index == link })
    #expect(!now.targets.contains { $0.index == link })
    let commitment = try #require(now.commitments.first { $0.index == link })
    #expect(commitment.commitments.map(\.stage) == [.signed])
  }

  @Test(arguments: [("ternary-cathode", "厦门厦钨"), ("anode-graphite", "山河智能")])
  func `what is only in talks is missing, its lead named`(name: String, lead: String) throws {
    let link = try place("lithium-battery", name, in: now)
    #expect(now.today.coverage[link] == .missing)
    let target = try #require(now.targets.first { $0.index == link })
    #expect(target.leads.map { $0.firm.name.chinese } == [lead])
    #expect(target.leads.map(\.stage) == [.negotiating])
    let quotation = try #require(target.leads.first?.project.quotation)
    #expect(quotation.contains("重点对接"))
  }

  @Test func `cathode extends the lithium chain downstream`() throws {
    for name in ["cathode", "ternary-cathode"] {
      let link = try place("lithium-battery", name, in: now)
      #expect(now.today.coverage[link] == .missing)
      #expect(now.kinds[link] == .extendDownstream)
    }
  }

  @Test func `at the end of 2019 electroplating is missing, fills a gap, and none serves more`()
    throws
  {
    let then = try Checkout.dalong(on: "2019-12-31")
    let plating = try place("surface-treatment", "electroplating", in: then)
    #expect(then.today.coverage[plating] == .missing)
    #expect(then.kinds[plating] == .fill)
    let target = try #require(then.targets.first { $0.index == plating })
    #expect(target.reach.buyerChainCount == 2)
    for other in then.targets where other.coverage == .missing {
      #expect(other.reach.buyerChainCount <= target.reach.buyerChainCount)
    }
    // Over all chains that would buy, covered here or not, none serves more either.
    func chainsServed(_ link: Int) -> Int {
      Set(
        then.graph.links.indices.filter { buyer in
          then.graph.links[buyer].inputs.contains { $0.supplier == then.graph.links[link].id }
        }.map { then.graph.chainIndex[$0] }
      ).count
    }
    let missing = then.graph.links.indices.filter { then.today.coverage[$0] == .missing }
    #expect(missing.map(chainsServed).max() == chainsServed(plating))
  }

  @Test
  func `what the report does not place stands in no link, and what nobody surveyed is unknown`() {
    #expect(
      now.unplaced.map { $0.firm.id.rawValue } == ["solid-waste", "wanglong", "yinke"])
    let lighters = now.graph.links.indices.filter {
      now.graph.links[$0].id.chain == ChainID("lighter")
    }
    #expect(lighters.allSatisfy { now.today.coverage[$0] != .missing })
    #expect(lighters.contains { now.today.coverage[$0] == .unknown })
    #expect(now.targets.allSatisfy { $0.link.id.chain != ChainID("lighter") })
  }

  @Test func `the workspace is as large, as bilingual and as graded as it promises`() throws {
    #expect(now.graph.chains.count == 5)
    #expect(now.graph.linkCount >= 60)
    for link in now.graph.links {
      #expect(link.name.chinese != nil && link.name.english != nil, "\(link.id)")
      #expect(link.kind != nil, "\(link.id)")
      for input in link.inputs {
        let source = try #require(input.share?.provenance.source, "\(link.id)")
        #expect(source.chinese != nil && source.english != nil, "\(link.id)")
      }
    }
    #expect(now.needs.allSatisfy { $0.name.chinese != nil && $0.name.english != nil })
    // Everything about Dalong is the newspaper's or says on what it rests.
    for firm in now.region.firms {
      for project in firm.projects {
        #expect(project.quotation != nil, "\(firm.id)")
        #expect(project.provenance.source?.chinese?.contains("铜仁日报") == true, "\(firm.id)")
      }
    }
  }
}
