import GapAnalysis

/// The joint values of all subsets of 20 links, beside numpy solving a subset at a time.
struct SubsetsJob: Job {
  let name = "subsets"
  let title = "the joint values of all subsets of 20 links"

  private static let count = 20

  func measure(with bench: Bench) throws -> JobReport {
    var generator = SeededGenerator(seed: 1)
    let count = Self.count
    // Every link brings every other one something: no zeros to pass over.
    let responses = (0..<count).map { _ in
      (0..<count).map { other in
        JointModel.Response(
          candidate: other, perUnit: Double.random(in: 0...0.06, using: &generator))
      }
    }
    let model = JointModel(
      ownSalesMillionCNY: (0..<count).map { _ in Double.random(in: 0...100, using: &generator) },
      localContent: (0..<count).map { _ in Double.random(in: 0.1...0.6, using: &generator) },
      earnedAnywhereMillionCNY: [Double](repeating: 0, count: count), responses: responses)
    let (ours, values) = Measurement.median(ofRuns: 11) { model.subsetValues() }
    // Evenly spread over all subsets.
    let sample = (0..<2_000).map { $0 * ((1 << count) / 2_000) + 1 }
    let peers = try JobFolder.temporary { folder in
      try folder.write(model.ownSalesMillionCNY, to: "sales")
      try folder.write(model.localContent, to: "content")
      try folder.write(responses.flatMap { $0.map(\.perUnit) }, to: "responses")
      try folder.write(sample.map { Int32($0) }, to: "subsets")
      return bench.outcomes(
        of: [
          Peer(
            name: "numpy, one solve a subset", script: "subsets.py", modules: ["numpy"],
            arguments: ["\(1 << count)"], expected: ["value": sample.map { values[$0] }])
        ], in: folder)
    }
    return JobReport(
      comparisons: [
        Comparison(
          size: "\(values.count.grouped) subsets", ours: OwnRun(seconds: ours.medianSeconds),
          secondsGoal: 0.15, peers: peers)
      ],
      notes: ["numpy solves for a sample of 2,000 subsets, its time being scaled to all of them."])
  }
}
