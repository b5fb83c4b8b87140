import Diagnostics
import Foundation
import IndustryChain
import Testing

@testable import ChainFiles

/// `Docs/Diagnostics.md`, whose examples are run.
@Suite struct DiagnosticsPageTests {
  /// A fenced block: a language, the path of a file, and what it holds.
  private struct Block {
    let language: String
    let path: String
    let text: String

    /// The file, `nil` where the block says that there is none.
    var file: SourceFile? {
      switch language {
      case "none": nil
      case "link":
        SourceFile(path: path, obstacle: LocalizedText(english: "it is a link", chinese: "它是链接"))
      case "hex":
        SourceFile(
          path: path,
          bytes: text.split { $0 == " " || $0 == "\n" }.compactMap { UInt8($0, radix: 16) })
      default: SourceFile(path: path, text: text)
      }
    }
  }

  /// The entry of a rule: its first paragraph, and its examples.
  private struct Entry {
    let prose: String
    let bad: [Block]
    let good: [Block]
  }

  private static func page() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Docs/Diagnostics.md"), encoding: .utf8)
  }

  private static func blocks(in text: Substring) -> [Block] {
    var blocks: [Block] = []
    var open: (language: String, path: String, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = open, line == "```" {
        blocks.append(
          Block(
            language: block.language, path: block.path,
            text: block.lines.joined(separator: "\n") + "\n"))
        open = nil
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("```") {
        let words = line.dropFirst(3).split(separator: " ")
        open = (String(words.first ?? ""), String(words.last ?? ""), [])
      }
    }
    return blocks
  }

  private static func entry(of rule: Rule) throws -> Entry {
    let page = try page()
    let heading = try #require(page.firstRange(of: "### `\(rule.rawValue)`\n\n"))
    let rest = page[heading.upperBound...]
    let text = rest.firstRange(of: "\n##").map { rest[..<$0.lowerBound] } ?? rest
    let bad = try #require(text.firstRange(of: "\nBad:\n"))
    let good = try #require(text.firstRange(of: "\nGood:\n"))
    return Entry(
      prose: text[..<bad.lowerBound].trimmingCharacters(in: .whitespacesAndNewlines),
      bad: blocks(in: text[bad.upperBound..<good.lowerBound]),
      good: blocks(in: text[good.upperBound...]))
  }

  /// The example's files, beside the page's own where it has no chain file or a table only.
  private static func sources(_ blocks: [Block]) throws -> WorkspaceSources {
    let page = try page()
    let start = page.firstRange(of: "\n## ").map { page[..<$0.lowerBound] }
    let usual = start.map { Self.blocks(in: $0) } ?? []
    let isChain = { (path: String) in
      path.hasSuffix(".yaml") && !path.contains("/regions/") && !path.hasSuffix("/workspace.yaml")
    }
    var all = blocks
    if !blocks.contains(where: { isChain($0.path) }) { all += usual.filter { isChain($0.path) } }
    let needsRegion = blocks.contains { $0.path.contains("/regions/") }
    if needsRegion, !blocks.contains(where: { $0.path.hasSuffix("/region.yaml") }) {
      all += usual.filter { $0.path.hasSuffix("/region.yaml") }
    }
    let folders = Set(
      all.map(\.path).filter { $0.contains("/regions/") }.map { path in
        path.split(separator: "/").dropLast().joined(separator: "/")
      })
    func file(_ path: String) -> SourceFile? { all.first { $0.path == path }?.file }
    return WorkspaceSources(
      chains: all.filter { isChain($0.path) }.compactMap(\.file),
      regions: folders.sorted().map { folder in
        RegionSources(
          folder: folder, region: file(folder + "/region.yaml"), firms: file(folder + "/firms.csv"),
          prospects: file(folder + "/prospects.csv"), peers: file(folder + "/peers.csv"))
      },
      settings: file("Chains/workspace.yaml"),
      unread: all.map(\.path).filter { path in
        let name = String(path.split(separator: "/").last ?? "")
        return path.contains("/regions/")
          ? RegionSources.looksForgotten(name) : WorkspaceSources.looksForgotten(name)
      })
  }

  @Test(arguments: Rule.allCases)
  func `the bad example gives its id and nothing else, the good one does not give it`(_ rule: Rule)
    throws
  {
    let entry = try Self.entry(of: rule)
    let bad = checkWorkspace(try Self.sources(entry.bad)).diagnostics
    #expect(Set(bad.map(\.id)) == [rule.id], "\(TerminalRenderer().render(bad))")
    #expect(bad.flatMap(\.texts).flatMap { $0.chinese?.slipsOfSetting ?? [] } == [])
    let good = checkWorkspace(try Self.sources(entry.good)).diagnostics
    #expect(!good.contains { $0.id == rule.id })
  }

  @Test(arguments: Rule.allCases)
  func `the entry says how grave the finding is and who mends it`(_ rule: Rule) throws {
    let entry = try Self.entry(of: rule)
    #expect(entry.prose.hasPrefix(rule.severity.rawValue.capitalized + ". "))
    // What is no UTF-8 has no text that could be changed; the command decodes the file.
    guard rule != .invalidUTF8 else { return }
    let fixes = checkWorkspace(try Self.sources(entry.bad)).diagnostics.compactMap(\.fix)
    let ending =
      fixes.isEmpty
      ? "Mended by hand."
      : fixes.allSatisfy { $0.applicability == .certain }
        ? "Mended by `--fix`." : "Offered as a change for a person to take."
    #expect(entry.prose.hasSuffix(ending))
  }

  @Test func `every rule has one entry, and every entry a rule`() throws {
    let headings = try Self.page().split(separator: "\n").filter { $0.hasPrefix("### `") }
      .map { String($0.dropFirst(5).dropLast()) }
    #expect(headings.sorted() == Rule.allCases.map(\.rawValue).sorted())
    let anchors = Rule.allCases.map(\.summary)
    #expect(Set(anchors).count == Rule.allCases.count)
  }
}
