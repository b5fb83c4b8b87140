import Foundation
import Testing

/// Files that somebody sends to be imported, made to break their readers.
@Suite struct HostileForeignFileTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The name of the file, whose ending says what it is.
    let name: String
    /// A text in what the command says, in English.
    let finding: String
    let bytes: Data

    init(_ description: String, _ name: String, finding: String, _ text: String) {
      self.init(description, name, finding: finding, bytes: Data(text.utf8))
    }

    init(_ description: String, _ name: String, finding: String, bytes: Data) {
      testDescription = description
      self.name = name
      self.finding = finding
      self.bytes = bytes
    }
  }

  private static func names(_ letter: String, _ count: Int) -> [String] {
    (0..<count).map { "\(letter)\($0)" }
  }

  static var attacks: [Attack] {
    let seed = Checkout.folder.appendingPathComponent("Tests/Seeds/xlsx/bomb-of-blanks.xlsx")
    let attributes = names("k", 20_000).map { "\($0)=1" }.joined(separator: ",")
    let nodes = names("n", 20_000).joined(separator: ";")
    let keys = names("k", 20_000).map {
      "<key id=\"\($0)\" for=\"node\" attr.name=\"\($0)\"><default>x</default></key>"
    }.joined()
    let elements = names("n", 20_000).map { "<node id=\"\($0)\"/>" }.joined()
    let wide = String(repeating: ",x", count: HostileSize.columns)
    let sectors = names("s", 6000)
    let rows = (1...2000).map { row in
      "a" + String(repeating: "!", count: row % 90) + String(repeating: "?", count: row / 90)
        + ",b,0.1\n"
    }.joined()
    let sums = (0..<3000).map { "a,b\($0),0.6\nc,b\($0),0.6\n" }.joined()
    let entities = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]>"
    return [
      Attack(
        "a workbook of nothing but blanks", "x.xlsx", finding: "far larger than packed",
        bytes: (try? Data(contentsOf: seed)) ?? Data()),
      Attack(
        "attributes at every node", "x.dot", finding: "stand for far more",
        "digraph { a [\(attributes)]; \(nodes) }"),
      Attack(
        "groups within groups", "x.dot", finding: "stand for far more",
        "digraph {" + String(repeating: "{", count: 5000) + nodes),
      Attack(
        "defaults at every node", "x.graphml", finding: "stand for far more",
        "<graphml>\(keys)<graph>\(elements)</graph></graphml>"),
      Attack(
        "a bomb of entities", "x.graphml", finding: "declares an entity",
        "\(entities)<graphml>&y;</graphml>"),
      Attack(
        "elements 100,000 deep", "x.graphml", finding: "nested more than 256 deep",
        String(repeating: "<a>", count: 100_000)),
      Attack(
        "a table of a million columns", "x.csv", finding: "columns",
        "supplier,buyer\(wide)\na,b\(wide)\n"),
      Attack(
        "a wide table of short rows", "x.csv", finding: "guessed-stage",
        "," + sectors.joined(separator: ",") + "\n" + sectors.map { $0 + "\n" }.joined()),
      Attack(
        "a graph of more nodes than any chain", "x.graphml", finding: "at most 25000 are imported",
        "<graphml><graph>"
          + names("n", 30_000).map { "<node id=\"\($0)\"/>" }.joined() + "</graph></graphml>"),
      Attack(
        "names that give one id", "x.csv", finding: "guessed-stage",
        "supplier,buyer,share\n" + rows),
      Attack(
        "rows without meaning", "x.csv", finding: "more than 10000 things",
        "supplier,buyer\n" + String(repeating: "a,\n", count: 200_000)),
      Attack(
        "an error at each of many links", "x.csv", finding: "share-sum-over-one",
        "supplier,buyer,share\n" + sums),
      Attack(
        "NUL bytes", "x.dot", finding: "NUL", "digraph { a -> \u{0} }"),
    ]
  }

  @Test(arguments: attacks)
  func `a hostile file is told for what it is, and costs no more than its size`(
    _ attack: Attack
  ) throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let data = attack.bytes
    try data.write(to: folder.url.appendingPathComponent(attack.name))
    let run = try MeasuredRun(["import", attack.name, "--language", "en"], in: folder)
    #expect((0...2).contains(run.exitCode))
    #expect(run.output.contains(attack.finding), "\(run.output.prefix(500))")
    #expect(run.isBounded(by: data.count), "\(run.peakBytes) bytes of \(data.count)")
  }
}
