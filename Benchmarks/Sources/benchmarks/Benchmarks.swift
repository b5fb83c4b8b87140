import Foundation

/// Runs jobs, ours beside the peers; all of them, or those that the arguments name.
///
/// `benchmarks [job…] [--no-peers]`. Ends with 1 where a peer failed or its values differ from ours,
/// 2 where a job is unknown or could not run.
@main
enum Benchmarks {
  static let jobs: [any Job] = [
    WorkspaceJob(), LoadJob(), ExactPassJob(), LargeExactPassJob(), ComponentsJob(), BridgingJob(),
    DensityJob(), PortfolioJob(), SubsetsJob(), RankAcceptabilityJob(),
    LayoutJob(), WatchJob(),
  ]

  static func main() {
    do {
      exit(try run(Array(CommandLine.arguments.dropFirst())))
    } catch {
      FileHandle.standardError.write(Data("benchmarks: \(error)\n".utf8))
      exit(2)
    }
  }

  private static func run(_ arguments: [String]) throws -> Int32 {
    if arguments.count == 3, arguments[0] == "--alone" {
      let folder = JobFolder(url: URL(fileURLWithPath: arguments[2]))
      var result = try job(named: arguments[1]).measureAlone(in: folder)
      result.peakMegabytes = PeakMemory.megabytes
      print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
      return 0
    }
    let names = arguments.filter { $0 != "--no-peers" }
    let chosen = try names.isEmpty ? jobs : names.map(job(named:))
    let bench = names.count == arguments.count ? Bench.withPeers() : Bench.withoutPeers()
    var status: Int32 = 0
    for job in chosen {
      let report = try job.measure(with: bench)
      print("## \(job.name): \(job.title)\n")
      for table in report.tables { print(table.markdown + "\n") }
      var table = TextTable(header: Comparison.header)
      for row in report.comparisons.flatMap(\.rows) { table.append(row) }
      if !report.comparisons.isEmpty { print(table.markdown + "\n") }
      for note in report.notes { print(note + "\n") }
      if report.hasFailure { status = 1 }
      fflush(nil)
    }
    return status
  }

  private static func job(named name: String) throws -> any Job {
    guard let job = jobs.first(where: { $0.name == name }) else {
      throw BenchmarkError(
        "no job is called \(name); there are " + jobs.map(\.name).joined(separator: ", "))
    }
    return job
  }
}
