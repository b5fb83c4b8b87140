import Diagnostics
import IndustryChain
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

/// What is wrong with a text as YAML.
func yamlFindings(_ text: String) -> [Diagnostic] {
  YAMLDocument(SourceFile(path: "x.yaml", text: text)).diagnostics
}

/// A region file that has what it needs.
func region(_ rest: String) -> String { "region: here\nname: Here\ndate: 2021-01-26\n" + rest }

/// Every fixture of a single finding.
let everyFixture = chainFixtures + peerFixtures

extension Diagnostic {
  /// Everything that it says, in both languages.
  var texts: [LocalizedText] {
    [message] + notes.map(\.message) + [help, fix?.title].compactMap { $0 }
  }
}

extension String {
  /// Where Chinese is set as English is: quotation marks or a comma of ASCII beside a Chinese
  /// character, or code in backticks without a blank between.
  var slipsOfSetting: [String] {
    let scalars = Array(unicodeScalars)
    func isChinese(_ place: Int) -> Bool {
      scalars.indices.contains(place) && ("\u{4E00}"..."\u{9FFF}").contains(scalars[place])
    }
    var isCode = false
    return scalars.indices.compactMap { place in
      let beside: Bool
      switch scalars[place] {
      case "`":
        isCode.toggle()
        beside = isChinese(isCode ? place - 1 : place + 1)
      case "\"", ",": beside = !isCode && (isChinese(place - 1) || isChinese(place + 1))
      default: return nil
      }
      guard beside else { return nil }
      let around = scalars[max(0, place - 4)..<min(scalars.count, place + 5)]
      return String(String.UnicodeScalarView(around))
    }
  }
}
