// How to add a job:
// 1. Write one file Jobs/<Name>Job.swift with a struct that is a `Job`, and list it in
//    `Benchmarks.jobs`. `measure` times our side with `Measurement.median(ofRuns:)`, writes the
//    inputs into a `JobFolder` and hands the peers to `bench.outcomes(of:in:)`.
// 2. Write one script a peer in Benchmarks/Peers that begins with `import peer`, reads its inputs
//    with `peer.doubles("name")` or `peer.integers("name")`, times its work with
//    `peer.median_seconds` and ends with `peer.report(seconds, name=values)`.
// 3. Name in `Peer.expected` the values that the script must give back; a peer whose values differ
//    has failed and its time does not count. New packages go into Peers/requirements.txt.
// Where peak memory is part of the goal, measure in `measureAlone` and start it with
// `bench.runAlone(_:in:)`: it runs in a process of its own.

/// One thing that is measured, beside the peers that do the same.
protocol Job: Sendable {
  /// The name on the command line.
  var name: String { get }
  /// What is measured, in a few words.
  var title: String { get }

  /// Measures our side and the peers.
  func measure(with bench: Bench) throws -> JobReport

  /// Measures our side in a process of its own, the inputs lying in a folder.
  func measureAlone(in folder: JobFolder) throws -> OwnRun
}

extension Job {
  func measureAlone(in folder: JobFolder) throws -> OwnRun {
    throw BenchmarkError("the job \(name) does not run alone")
  }
}

/// What a job found.
struct JobReport {
  /// Our side beside the peers, a size each.
  var comparisons: [Comparison]
  /// Tables of the job's own, printed before the comparison.
  var tables: [TextTable] = []
  /// What a reader must know of how it was measured.
  var notes: [String] = []

  /// Whether a peer failed.
  var hasFailure: Bool { comparisons.contains { $0.peers.contains { $0.hasFailed } } }
}

/// Why something could not be measured.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
