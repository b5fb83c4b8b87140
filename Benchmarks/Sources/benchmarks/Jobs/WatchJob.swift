import ChainFiles
import Diagnostics
import Foundation

/// What a change of one share costs `chaingap watch`, from the save to the first layout and to the last
/// file, beside a whole `chaingap report` of the same workspace.
///
/// The times are the ones that the command prints; the pause in which it waits for a burst to end is
/// in them. A round counts only where the command says that one share has changed.
struct WatchJob: Job {
  let name = "watch"
  let title = "a share is edited while chaingap watch looks on, beside chaingap report"

  /// As many inputs a link as the shipped chains have, 1.6.
  private static let inputCounts = [1, 2, 2, 1, 2]
  private static let runCount = 7

  private static let command = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../.build/release/chaingap").standardizedFileURL

  func measure(with bench: Bench) throws -> JobReport {
    guard FileManager.default.isExecutableFile(atPath: Self.command.path) else {
      throw BenchmarkError("there is no .build/release/chaingap: make build")
    }
    var comparisons: [Comparison] = []
    for size in [100, 500] {
      try JobFolder.temporary { folder in
        let workspace = SyntheticWorkspace(linkCount: size, inputCounts: Self.inputCounts)
        try workspace.write(to: folder.url.appendingPathComponent("Chains"))
        let whole = try Self.reportSeconds(in: folder)
        let rounds = try Self.rounds(of: workspace, in: folder)
        comparisons.append(
          Comparison(
            size: "\(size) links, to the first layout",
            ours: OwnRun(seconds: Self.median(rounds.map(\.beforeLayout))),
            secondsGoal: size == 500 ? 0.15 : nil, peers: []))
        comparisons.append(
          Comparison(
            size: "\(size) links, all files",
            ours: OwnRun(seconds: Self.median(rounds.map(\.whole))),
            peers: [
              PeerOutcome(
                peer: Peer(name: "chaingap report", script: "", modules: []),
                result: .measured(seconds: whole, peakMegabytes: 0, difference: 0))
            ]))
      }
    }
    return JobReport(comparisons: comparisons)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func process(_ arguments: [String], in folder: JobFolder) -> Process {
    let process = Process()
    process.executableURL = command
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.standardError = FileHandle.nullDevice
    return process
  }

  private static func reportSeconds(in folder: JobFolder) throws -> Double {
    let report = process(["report", "--output", "Whole"], in: folder)
    report.standardOutput = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    report.terminationHandler = { _ in ended.signal() }
    let start = ContinuousClock.now
    try report.run()
    ended.wait()
    guard report.terminationStatus == 0 else { throw BenchmarkError("chaingap report failed") }
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// The times of each round, in seconds.
  private static func rounds(
    of workspace: SyntheticWorkspace, in folder: JobFolder
  ) throws -> [(beforeLayout: Double, whole: Double)] {
    let watch = process(["watch", "--language", "en"], in: folder)
    let pipe = Pipe()
    watch.standardOutput = pipe
    try watch.run()
    defer { watch.terminate() }
    var buffer = ""
    /// Reads until a line ends with the time before layout.
    func round() throws -> (said: String, beforeLayout: Double, whole: Double) {
      while true {
        if let end = buffer.firstRange(of: " ms before layout)\n") {
          let said = String(buffer[..<end.upperBound])
          buffer.removeSubrange(..<end.upperBound)
          let numbers = said.split(separator: "\n").last?.split(separator: " ")
            .compactMap { Double($0.drop { $0 == "(" }) }
          guard let times = numbers?.suffix(2), times.count == 2 else {
            throw BenchmarkError("chaingap watch says \(said)")
          }
          return (said, times[times.endIndex - 1] / 1e3, times[times.startIndex] / 1e3)
        }
        let piece = pipe.fileHandleForReading.availableData
        guard !piece.isEmpty else { throw BenchmarkError("chaingap watch has ended") }
        buffer += String(decoding: piece, as: UTF8.self)
      }
    }
    _ = try round()
    let file = workspace.sources.chains[0]
    return try (1...runCount).map { run in
      // The first input from there with a plain share: "link-0: 0.123".
      guard let place = file.text.firstRange(of: "link-0: 0."),
        let end = file.text[place.upperBound...].firstIndex(where: { !$0.isNumber })
      else { throw BenchmarkError("the workspace has no share to edit") }
      let text = file.text.replacingCharacters(in: place.upperBound..<end, with: "0\(run + 10)")
      try Data(text.utf8).write(
        to: folder.url.appendingPathComponent("Chains/" + file.path))
      let (said, beforeLayout, whole) = try round()
      guard said.contains("1 share changed") else {
        throw BenchmarkError("chaingap watch says \(said)")
      }
      return (beforeLayout, whole)
    }
  }
}
