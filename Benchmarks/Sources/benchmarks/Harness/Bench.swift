import Foundation

/// Runs peers and lonely measurements in processes of their own.
struct Bench {
  private let python: URL?
  private let modules: Set<String>
  /// A process that takes longer has failed.
  private let secondsLimit = 300.0

  /// What a process prints, the last line of its output.
  private struct Reply: Codable {
    let seconds: Double
    let peakMegabytes: Double?
    let note: String?
  }

  /// The folder of this package.
  private static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A bench with the peers of the environment `.venv` of this package, or without any.
  static func withPeers() -> Bench {
    let python = package.appendingPathComponent(".venv/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      return Bench(python: python, modules: [])
    }
    // Only whether a module is there: one that is there and does not load is a failure.
    let known = [
      "ecomplexity", "highspy", "networkx", "numpy", "pandas", "polars", "scipy", "yaml",
    ]
    let answer = try? Self.run(
      python, ["Peers/modules.py"] + known, in: package, secondsLimit: 60)
    return Bench(
      python: python,
      modules: Set(answer?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []))
  }

  static func withoutPeers() -> Bench { Bench(python: nil, modules: []) }

  private init(python: URL?, modules: Set<String>) {
    self.python = python
    self.modules = modules
  }

  /// What became of each peer; nothing where the benchmark runs without peers.
  func outcomes(of peers: [Peer], in folder: JobFolder) -> [PeerOutcome] {
    guard let python else { return [] }
    return peers.map { peer in
      let missing = peer.modules.filter { !modules.contains($0) }
      guard missing.isEmpty else {
        return PeerOutcome(peer: peer, result: .notInstalled(missing.joined(separator: ", ")))
      }
      do {
        for name in peer.expected.keys {
          try? FileManager.default.removeItem(
            at: folder.url.appendingPathComponent("\(name).peer.f64"))
        }
        let script = Self.package.appendingPathComponent("Peers/\(peer.script)").path
        let reply = try reply(of: python, [script] + peer.arguments, in: folder)
        return PeerOutcome(
          peer: peer,
          result: .measured(
            seconds: reply.seconds, peakMegabytes: reply.peakMegabytes ?? 0,
            difference: try peer.difference(in: folder)),
          note: reply.note ?? "")
      } catch {
        return PeerOutcome(peer: peer, result: .failed("\(error)"))
      }
    }
  }

  /// Measures our side of a job in a process of its own, so that its peak memory is its own.
  func runAlone(_ job: some Job, in folder: JobFolder) throws -> OwnRun {
    let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    let reply = try reply(of: own, ["--alone", job.name, folder.url.path], in: folder)
    return OwnRun(seconds: reply.seconds, peakMegabytes: reply.peakMegabytes)
  }

  private func reply(
    of program: URL, _ arguments: [String], in folder: JobFolder
  ) throws -> Reply {
    let output = try Self.run(program, arguments, in: folder.url, secondsLimit: secondsLimit)
    let last = output.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    guard let reply = try? JSONDecoder().decode(Reply.self, from: Data(last.utf8)) else {
      throw BenchmarkError("printed no result: \(last.prefix(200))")
    }
    return reply
  }

  /// What a process prints.
  ///
  /// - Throws: `BenchmarkError` with the last line of its errors where it fails or takes too long.
  private static func run(
    _ program: URL, _ arguments: [String], in folder: URL, secondsLimit: Double
  ) throws -> String {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Settings that hold numpy's BLAS back from what the processor can do.
    process.environment = ProcessInfo.processInfo.environment.filter { name, _ in
      name != "OPENBLAS_CORETYPE" && name != "OPENBLAS_L2_SIZE"
    }
    let errors = FileManager.default.temporaryDirectory
      .appendingPathComponent("chaingap-benchmark-\(UUID().uuidString).txt")
    guard FileManager.default.createFile(atPath: errors.path, contents: nil) else {
      throw BenchmarkError("cannot write \(errors.path)")
    }
    defer { try? FileManager.default.removeItem(at: errors) }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let limit = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + secondsLimit, execute: limit)
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    limit.cancel()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let said = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
      let last = said.split(whereSeparator: \.isNewline).last.map(String.init) ?? "no message"
      throw BenchmarkError("ended with \(process.terminationStatus): \(last)")
    }
    return String(decoding: text, as: UTF8.self)
  }
}
