import Testing

@testable import GapAnalysis

@Suite struct RoadmapTests {
  @Test(arguments: 1...60)
  func `the curve ends at the set's value and each step is the best of those open`(seed: UInt64) {
    let model = randomModel(seed: seed, count: 10)
    let pool = TogetherWorld.pool(model, seed: seed)
    let set = (0..<10).filter { ($0 + Int(seed)) % 3 != 0 }
    let roadmap = Roadmap(of: pool, members: set)
    #expect(roadmap.steps.map(\.candidate).sorted() == set)
    expectClose([roadmap.steps.last?.cumulativeMillionCNY ?? 0], [model.value(of: set)])
    var before: [Int] = []
    for (place, step) in roadmap.steps.enumerated() {
      let later = roadmap.steps[place...].map(\.candidate)
      let isReady = !pool.candidates[step.candidate].waits
      #expect(isReady == (place < roadmap.readyCount))
      for other in later where pool.candidates[other].waits != isReady {
        let gain = model.value(of: before + [other]) - model.value(of: before)
        #expect(gain <= step.gainMillionCNY + 2e-6)
      }
      before.append(step.candidate)
      expectClose([step.cumulativeMillionCNY], [model.value(of: before)])
    }
  }

  @Test(arguments: 1...20)
  func `where variants compete the curve still ends at the set's value`(seed: UInt64) {
    let model = randomModel(seed: seed, count: 9, contested: 3)
    let roadmap = Roadmap(of: TogetherWorld.pool(model, seed: seed), members: Array(0..<9))
    expectClose([roadmap.steps.last?.cumulativeMillionCNY ?? 0], [model.value(of: 0..<9)])
  }

  @Test func `a link that waits for a need comes after those that wait for none`() {
    let roadmap = Roadmap(of: TogetherWorld.pool, members: Array(0..<4))
    #expect(
      TogetherWorld.names(roadmap.steps.map(\.candidate)) == ["part", "plating", "ore", "alloy"])
    #expect(roadmap.readyCount == 3)
    #expect(Roadmap(of: TogetherWorld.pool, members: []).steps.isEmpty)
  }

  @Test func `equal steps come in the order of the links`() {
    let model = JointModel(
      ownSalesMillionCNY: [10, 10, 10], localContent: [0.5, 0.5, 0.5],
      earnedAnywhereMillionCNY: [0, 0, 0], responses: [[], [], []])
    let pool = RecruitmentPool(
      candidates: TogetherWorld.pool(model, seed: 1).candidates.map { candidate in
        RecruitmentPool.Candidate(
          index: 9 - candidate.index, link: candidate.link, chainValue: candidate.chainValue,
          readiness: Readiness(provided: [], lacking: [], unstated: []))
      }, model: model)
    #expect(Roadmap(of: pool, members: [0, 1, 2]).steps.map(\.candidate) == [2, 1, 0])
  }
}
