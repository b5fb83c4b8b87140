import ChainFiles
import Foundation
import Spreadsheet
import Testing

/// What an import lists of graphs and workbooks that others have made.
@Suite struct ForeignGraphTests {
  private func outcome(
    _ text: String, _ name: String, _ arguments: String..., language: String = "en"
  ) throws -> (outcome: Command.Outcome, file: String) {
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    let outcome = try Command.run(
      ["import", name, "--into", "W", "--language", language] + arguments, in: folder.url)
    let files = try folder.files().filter { $0.hasPrefix("W/") }
    return (outcome, try files.map { try folder.text(of: $0) }.joined())
  }

  @Test func `labels of a graph, escapes and markup become names`() throws {
    let (outcome, file) = try outcome(
      """
      digraph G { label="锂电池"; a [label="Cathode\\nfoil"]; b [label=<<b>Cell</b> &amp; pack>];
        a -> b [label=0.2] }
      """, "g.dot")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(file.contains("name: 锂电池\n") && file.contains("name: Cathode foil"))
    #expect(file.contains("name: Cell & pack") && file.contains("a: 0.2"))
  }

  @Test func `whatever a DOT file says beside is listed by node and edge`() throws {
    let (outcome, file) = try outcome(
      """
      digraph G { author=X; subgraph cluster_x { label=Chemistry; tone=loud; a [kind=gadget] }
        b [label=<<table><tr><td>B</td></tr></table>>, valueAdded=7]; c [style=invis];
        a -> b [label="sells to", route=pipeline, weight=3]; a -> b -> c [comment=x] }
      digraph H { z }
      """, "g.dot")
    #expect(outcome.exitCode == 1)
    for words in [
      "the file holds 2 graphs", "\"author\", \"comment\", \"tone\"", "\"Chemistry\"",
      "\"gadget\" cannot be the kind of the node \"a\"", "\"b\": label",
      "\"7\" cannot be the valueAdded of the node \"b\"", "\"pipeline\" cannot be the route",
      "\"a\" → \"b\": \"sells to\"", "left out: weight", "2 invisible nodes and edges",
    ] {
      #expect(outcome.errors.contains(words), "\(words)\n\(outcome.errors)")
    }
    #expect(!file.contains("  z:"))
  }

  @Test func `clusters by the name of a stage need no label`() throws {
    let (outcome, file) = try outcome("digraph { subgraph cluster_upstream { a } a -> b }", "g.gv")
    #expect(outcome.exitCode == 0 && file.contains("  a:\n    name: a\n    stage: upstream"))
  }

  @Test func `text behind a graph is no graph`() throws {
    let (outcome, file) = try outcome("digraph { a }\nnonsense\n", "g.dot")
    #expect(outcome.exitCode == 1 && file.isEmpty)
    #expect(outcome.errors.contains("unreadable-file"))
  }

  @Test func `more than twenty chains of one graph are asked for first`() throws {
    let nodes = (1...30).map { "\"c\($0)/l\"" }.joined(separator: "; ")
    let held = try outcome("digraph { \(nodes) }", "g.dot")
    #expect(held.outcome.exitCode == 1 && held.file.isEmpty)
    #expect(held.outcome.errors.contains("--every-chain"))
    let all = try outcome("digraph { \(nodes) }", "g.dot", "--every-chain")
    #expect(all.outcome.output.split(separator: "\n").count == 30)
    let one = try outcome("digraph { \(nodes) }", "g.dot", "--chain", "one")
    #expect(one.outcome.output.hasSuffix("\nW/one.yaml\n"))
  }

  @Test func `the sheet of a foreign workbook can be chosen, and the others are named`() throws {
    let folder = try TemporaryFolder()
    func sheet(_ name: String, _ supplier: String) -> Sheet {
      Sheet(
        name: name, columns: ["supplier", "buyer"],
        rows: [[.literal(supplier), .literal("can")]])
    }
    let book = Workbook(
      title: "x", day: .init(daysSince1970: 1),
      sheets: [sheet("2022", "ore"), sheet("2023", "tin")])
    try Data(book.xlsx()).write(to: folder.url.appendingPathComponent("trade.xlsx"))
    let first = try Command.run("import", "trade.xlsx", "--into", "A", in: folder.url)
    #expect(first.errors.contains("only the first table is read, not \"2023\""))
    #expect(first.errors.contains("--sheet") && first.exitCode == 1)
    #expect(try folder.text(of: "A/trade.yaml").contains("  ore:"))
    let chosen = try Command.run(
      "import", "trade.xlsx", "--into", "B", "--sheet", "2023", in: folder.url)
    #expect(chosen.exitCode == 0, "\(chosen.errors)")
    #expect(chosen.errors.contains("the table \"2022\" is not read"))
    #expect(try folder.text(of: "B/trade.yaml").contains("  tin:"))
    let wrong = try Command.run(
      "import", "trade.xlsx", "--into", "C", "--sheet", "2024", in: folder.url)
    #expect(
      wrong.exitCode == 1 && !folder.exists("C")
        && wrong.errors.contains("name one of \"2022\", \"2023\""))
  }
}
