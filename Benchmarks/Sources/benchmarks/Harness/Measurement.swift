/// The middle of several timings, which one interruption by another process does not move.
struct Measurement {
  private let seconds: [Double]

  var medianSeconds: Double { seconds.sorted()[seconds.count / 2] }

  /// All timings of two measurements of the same work.
  func joined(with other: Self) -> Self { Self(seconds: seconds + other.seconds) }

  /// Times some work, each run made anew, and gives what the last run made.
  static func median<Result>(
    ofRuns count: Int, _ work: () throws -> Result
  ) rethrows -> (measurement: Measurement, result: Result) {
    let clock = ContinuousClock()
    var seconds: [Double] = []
    while true {
      let start = clock.now
      let result = try work()
      seconds.append((clock.now - start) / .seconds(1))
      if seconds.count >= count {
        return (Measurement(seconds: seconds), result)
      }
    }
  }
}
