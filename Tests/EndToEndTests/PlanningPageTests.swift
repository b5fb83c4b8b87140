import Foundation
import Testing

/// Runs the examples of `Docs/Planning.md`, one after the other in one folder.
///
/// A block of YAML with a path is a file to write, with `after` what the file holds by then; a block of
/// the console is commands with all that they print.
@Suite struct PlanningPageTests {
  private struct Block {
    let words: [Substring]
    let text: String
  }

  private func blocks() throws -> [Block] {
    let page = try String(
      contentsOf: Checkout.folder.appendingPathComponent("Docs/Planning.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "\n```")
    // Between two fences, the odd parts are inside.
    return stride(from: 1, to: parts.count, by: 2).map { index in
      let lines = parts[index].split(
        separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return Block(
        words: lines[0].split(separator: " "), text: lines.count > 1 ? lines[1] + "\n" : "")
    }
  }

  @Test func `the examples do what the page says`() throws {
    let folder = try TemporaryFolder()
    let blocks = try blocks()
    #expect(blocks.count > 8)
    for block in blocks {
      if block.words[0] == "console" {
        try run(block.text, in: folder)
      } else if block.words.last == "after" {
        #expect(try folder.text(of: String(block.words[1])) == block.text)
      } else {
        try folder.write(block.text, to: String(block.words[1]))
      }
    }
  }

  private func run(_ text: String, in folder: TemporaryFolder) throws {
    for part in ("\n" + text).components(separatedBy: "\n$ chaingap ").dropFirst() {
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let outcome = try Command.run(arguments(String(lines[0])), in: folder.url)
      let expected = lines.count > 1 ? lines[1] : ""
      let printed = outcome.output + outcome.errors
      #expect(
        printed.trimmingCharacters(in: .newlines)
          == expected.trimmingCharacters(in: .newlines), "chaingap \(lines[0])")
    }
  }

  /// The words of a command; a word in quotation marks may hold blanks.
  private func arguments(_ line: String) -> [String] {
    line.components(separatedBy: "\"").enumerated().flatMap { index, part in
      index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }
  }
}
