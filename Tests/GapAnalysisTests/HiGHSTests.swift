import Foundation
import Testing

@testable import GapAnalysis

/// A problem as Tests/Peers/portfolio.py reads it.
private struct PeerProblem: Encodable {
  struct Market: Encodable {
    let demand: Double
    let ties: [[Double]]
    let shares: [[Double]]
  }

  let sales: [Double]
  let content: [Double]
  let anywhere: [Double]
  let ties: [[Double]]
  let markets: [Market]
  let uses: [[Double]]
  let capacities: [Double]

  init(_ problem: SelectionProblem) {
    let model = problem.model
    func pairs(_ responses: [JointModel.Response]) -> [[Double]] {
      responses.map { [Double($0.candidate), $0.perUnit] }
    }
    sales = model.ownSalesMillionCNY
    content = model.localContent
    anywhere = model.earnedAnywhereMillionCNY
    ties = model.responses.enumerated().flatMap { seller, responses in
      pairs(responses).map { [Double(seller)] + $0 }
    }
    markets = model.contestedMarkets.map {
      Market(
        demand: $0.demandMillionCNY, ties: pairs($0.responses),
        shares: pairs($0.shares.sorted { $0.candidate < $1.candidate }))
    }
    uses = problem.uses
    capacities = problem.capacities
  }
}

@Suite struct HiGHSTests {
  private func valuesOfHiGHS(_ problems: [SelectionProblem]) throws -> [Double] {
    let input = try JSONEncoder().encode(problems.map { PeerProblem($0) })
    return try JSONDecoder().decode(
      [Double].self, from: try PeerEnvironment.output(of: "portfolio.py", on: input))
  }

  @Test(.needsPeers)
  func `the best choice is worth what HiGHS finds, and what looking at every subset finds`() throws
  {
    let problems =
      (1...60).map { seed in
        randomProblem(
          seed: UInt64(seed), count: 3 + seed % 8, contested: seed % 3 == 0 ? 1 + seed % 2 : 0)
      } + [
        SelectionProblem(
          model: assemblyTrap(), uses: [[Double](repeating: 1, count: 18)], capacities: [9])
      ]
    let values = problems.map { SelectionSearch.best(of: $0).valueMillionCNY }
    expectClose(values, try valuesOfHiGHS(problems), within: 1e-6)
    expectClose(Array(values.dropLast()), problems.dropLast().map(\.bestOfAll))
  }

  @Test(.needsPeers)
  func `so it is where there are too many candidates to look at every subset`() throws {
    let problems = (1...12).map { seed in
      randomProblem(seed: UInt64(seed), count: 30 + 3 * seed, contested: seed % 3)
    }
    let outcomes = problems.map { SelectionSearch.best(of: $0) }
    #expect(outcomes.allSatisfy { $0.isProven })
    expectClose(
      outcomes.map(\.valueMillionCNY), try valuesOfHiGHS(problems), within: 1e-6)
  }
}
