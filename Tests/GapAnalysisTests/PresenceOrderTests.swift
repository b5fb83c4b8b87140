import IndustryChain
import Testing

@testable import GapAnalysis

@Suite struct PresenceOrderTests {
  @Test func `rows of one firm in one link are put in order by what they say, not by their place`()
  {
    var first = SmallWorld().with("f", in: "part", since: "2020", output: 100)
      .with("f", in: "part", since: "2019-05", output: 7)
      .with("f", in: "part", since: "2020", output: 20)
    // One firm, whose projects are its rows.
    let projects = first.region.firms.flatMap(\.projects)
    first.region.firms.removeLast(2)
    func outputs(_ order: [Int]) -> [Double?] {
      var world = first
      world.region.firms[0].projects = order.map { projects[$0] }
      let analysis = world.analysed()
      return analysis.presences[analysis.place(of: "part")].map {
        $0.project.outputMillionCNY?.value
      }
    }
    let expected = outputs([0, 1, 2])
    #expect(expected.first == 7)
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      #expect(outputs(order) == expected)
    }
  }
}
