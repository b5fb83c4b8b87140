import ChainFiles
import Diagnostics
import Foundation
import Testing

/// Runs the examples of Docs/Exchange.md.
@Suite struct ExchangeDocumentationTests {
  /// A block of the page: what stands after its fence, and its text.
  private struct Block {
    let title: [String]
    let text: String
  }

  private func blocks() throws -> [Block] {
    let page = try String(
      contentsOf: Checkout.folder.appendingPathComponent("Docs/Exchange.md"), encoding: .utf8)
    return page.components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 1 }.map {
      let lines = $0.element.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return Block(
        title: lines[0].split(separator: " ").map(String.init), text: String(lines[1]) + "\n")
    }
  }

  @Test func `the examples do what the page says`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Checkout.folder.appendingPathComponent("Chains"),
      to: folder.url.appendingPathComponent("Chains"))
    try folder.write(smallChain, to: "Parks/metal.yaml")
    try folder.write(
      "region: park\nname: Park\ndate: 2024-01-01\n", to: "Parks/regions/park/region.yaml")
    let blocks = try blocks()
    let results = ["bread.yaml": "Trade/bread.yaml", "firms.csv": "Parks/regions/park/firms.csv"]
    for block in blocks where block.title.count == 2 && results[block.title[1]] == nil {
      try folder.write(block.text, to: block.title[1])
    }
    var commandCount = 0
    for block in blocks where block.title == ["console"] {
      for session in block.text.components(separatedBy: "$ chaingap ").dropFirst() {
        let lines = session.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let outcome = try Command.run(arguments(String(lines[0])), in: folder.url)
        let shown = String(lines[1])
        let said = shown.contains("no change") ? outcome.errors : outcome.output
        #expect(said == shown, "\(outcome.errors)")
        commandCount += 1
      }
    }
    #expect(commandCount == 5)
    for (title, path) in results {
      let block = try #require(blocks.first { $0.title.last == title })
      #expect(try folder.text(of: path).contains(block.text))
    }
  }

  @Test func `the page has every finding with its severity`() throws {
    let page = try String(
      contentsOf: Checkout.folder.appendingPathComponent("Docs/Exchange.md"), encoding: .utf8)
    for rule in ImportRule.allCases {
      #expect(page.contains("| `\(rule.rawValue)` | \(rule.severity.rawValue) |"))
    }
  }

  /// The words of a command line; quotation marks hold blanks together.
  private func arguments(_ line: String) -> [String] {
    line.components(separatedBy: "\"").enumerated().flatMap { place, part in
      place % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }
  }
}
