/// A widely used program that does the same work, as a script in Benchmarks/Peers.
struct Peer {
  let name: String
  let script: String
  /// The Python modules that it imports.
  let modules: [String]
  var arguments: [String] = []
  /// How many times our time the peer must take, where that is a goal.
  var ratioGoal: Double?
  /// The values that the peer must give back, by the names that its script reports them under.
  var expected: [String: [Double]] = [:]
  /// The largest difference that still counts as equal, relative for values above 1.
  var tolerance = 1e-9

  /// The largest difference of a peer's values from ours, relative for values above 1.
  ///
  /// - Throws: `BenchmarkError` where values are absent, too many, or too far away.
  func difference(in folder: JobFolder) throws -> Double {
    var largest = 0.0
    for (name, values) in expected.sorted(by: { $0.key < $1.key }) {
      let given: [Double] = try folder.array("\(name).peer.f64")
      guard given.count == values.count else {
        throw BenchmarkError("\(given.count) values of \(name) instead of \(values.count)")
      }
      for (place, (own, other)) in zip(values, given).enumerated() {
        let difference = abs(own - other) / max(1, abs(own))
        // A comparison that a value that is no number also fails.
        guard difference <= tolerance else {
          throw BenchmarkError("\(name)[\(place)] is \(other), ours \(own)")
        }
        largest = max(largest, difference)
      }
    }
    return largest
  }
}
