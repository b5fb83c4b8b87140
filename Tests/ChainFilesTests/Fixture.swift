import Diagnostics
import Testing

@testable import ChainFiles

/// Files of a workspace, with the place of the expected finding marked by `1️⃣`.
struct Fixture: Sendable, CustomTestStringConvertible {
  let rule: Rule
  let message: String
  var files: [(path: String, text: String)]

  init(_ rule: Rule, _ message: String, _ files: (path: String, text: String)...) {
    self.rule = rule
    self.message = message
    self.files = files
  }

  var testDescription: String { rule.rawValue }

  /// The path of the marked file and the place of the mark.
  var expected: (path: String, position: SourcePosition)? {
    for file in files {
      guard let mark = file.text.firstRange(of: "1️⃣") else { continue }
      let before = file.text[..<mark.lowerBound].unicodeScalars
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      return (file.path, SourcePosition(line: lines.count, column: (lines.last?.count ?? 0) + 1))
    }
    return nil
  }

  func load() -> LoadResult {
    func source(_ path: String) -> SourceFile? {
      files.first { $0.path == path }.map {
        SourceFile(path: path, text: $0.text.replacing("1️⃣", with: ""))
      }
    }
    let tables = ["region.yaml", "firms.csv", "prospects.csv", "peers.csv"]
    let chains = files.map(\.path).filter { !tables.contains($0) }.compactMap(source)
    let hasRegion = files.contains { tables.contains($0.path) }
    let region = RegionSources(
      folder: "regions/here",
      region: source("region.yaml")
        ?? SourceFile(path: "region.yaml", text: "region: here\nname: Here\ndate: 2021-01-26\n"),
      firms: source("firms.csv"), prospects: source("prospects.csv"), peers: source("peers.csv"))
    return loadWorkspace(WorkspaceSources(chains: chains, regions: hasRegion ? [region] : []))
  }
}

/// A chain file whose links have a name and a stage already.
func chain(_ id: String, _ links: (id: String, rest: String)...) -> String {
  "chain: \(id)\nname: X\nlinks:\n"
    + links.map { "  \($0.id):\n    name: X\n    stage: upstream\n\($0.rest)" }.joined()
}

/// A region file that has what it needs.
func region(_ rest: String) -> String { "region: here\nname: Here\ndate: 2021-01-26\n" + rest }

/// Every fixture of a single finding.
let everyFixture = chainFixtures + peerFixtures
