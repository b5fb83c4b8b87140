import Foundation

/// Measures load, analyse and encode on synthetic workspaces, and two peers on the same ones.
///
/// Arguments are numbers of links, multiples of 50; none stands for 100 to 100,000 by decades.
@main
enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let withPeers = !arguments.contains("--no-peers")
    let given = arguments.compactMap { Int($0) }.filter { $0 >= SyntheticWorkspace.linksPerChain }
    let sizes = given.isEmpty ? [100, 1_000, 10_000, 100_000] : given

    var table = TextTable(header: [
      "links", "runs", "load ms", "analyse ms", "encode ms", "total ms", "ns/link", "growth",
    ])
    var peers = TextTable(header: ["links", "peer", "ms", "ours ms", "peer/ours", "difference"])
    var last: Phases?
    for size in sizes {
      let workspace = SyntheticWorkspace(linkCount: size)
      let runCount = min(31, max(3, 200_000 / size))
      let phases = try Phases(workspace, runCount: runCount)
      // How much dearer one link is than in the row above: 1 is linear growth.
      let growth = last.map { last in
        (phases.total / Double(phases.linkCount) / (last.total / Double(last.linkCount))).fixed(2)
      }
      table.append([
        "\(phases.linkCount)", "\(runCount)", (phases.load * 1e3).fixed(2),
        (phases.analyse * 1e3).fixed(2), (phases.encode * 1e3).fixed(2),
        (phases.total * 1e3).fixed(2), (phases.total * 1e9 / Double(phases.linkCount)).fixed(0),
        growth ?? "",
      ])
      last = phases
      if withPeers {
        for row in try Peer.rows(for: workspace, phases: phases) { peers.append(row) }
      }
      FileHandle.standardError.write(Data("\(phases.linkCount) links measured\n".utf8))
    }
    print(table.markdown)
    if withPeers { print("\n" + peers.markdown) }
  }
}
