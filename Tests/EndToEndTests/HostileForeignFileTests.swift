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
    let make: @Sendable () -> Data

    init(
      _ description: String, _ name: String, finding: String,
      _ make: @escaping @Sendable () -> String
    ) {
      self.init(description, name, finding: finding, data: { Data(make().utf8) })
    }

    init(
      _ description: String, _ name: String, finding: String, data: @escaping @Sendable () -> Data
    ) {
      testDescription = description
      self.name = name
      self.finding = finding
      self.make = data
    }
  }

  private static func names(_ letter: String, _ count: Int) -> [String] {
    (0..<count).map { "\(letter)\($0)" }
  }

  static let attacks: [Attack] = [
    Attack("a workbook of nothing but blanks", "x.xlsx", finding: "far larger than packed") {
      let seed = Checkout.folder.appendingPathComponent("Tests/Seeds/xlsx/bomb-of-blanks.xlsx")
      return (try? Data(contentsOf: seed)) ?? Data()
    },
    Attack("attributes at every node", "x.dot", finding: "stand for far more") {
      let attributes = names("k", 20_000).map { "\($0)=1" }.joined(separator: ",")
      return "digraph { a [\(attributes)]; \(names("n", 20_000).joined(separator: ";")) }"
    },
    Attack("groups within groups", "x.dot", finding: "stand for far more") {
      "digraph {" + String(repeating: "{", count: 5000)
        + names("n", 20_000).joined(separator: ";")
    },
    Attack("defaults at every node", "x.graphml", finding: "stand for far more") {
      let keys = names("k", 20_000).map {
        "<key id=\"\($0)\" for=\"node\" attr.name=\"\($0)\"><default>x</default></key>"
      }
      let nodes = names("n", 20_000).map { "<node id=\"\($0)\"/>" }
      return "<graphml>\(keys.joined())<graph>\(nodes.joined())</graph></graphml>"
    },
    Attack("a bomb of entities", "x.graphml", finding: "declares an entity") {
      "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]><graphml>&y;</graphml>"
    },
    Attack("elements 100,000 deep", "x.graphml", finding: "nested more than 256 deep") {
      String(repeating: "<a>", count: 100_000)
    },
    Attack("a table of a million columns", "x.csv", finding: "columns (\"x\", ") {
      let row = String(repeating: ",x", count: HostileSize.columns)
      return "supplier,buyer\(row)\na,b\(row)\n"
    },
    Attack("a wide input–output table of short rows", "x.csv", finding: "no outputs") {
      let names = names("s", 6_000)
      return "," + names.joined(separator: ",") + "\n" + names.map { $0 + "\n" }.joined()
    },
    Attack("names that give one id", "x.csv", finding: "Chains/x.yaml") {
      let rows = (1...2000).map { row in
        "a" + String(repeating: "!", count: row % 90) + String(repeating: "?", count: row / 90)
          + ",b,0.1\n"
      }
      return "supplier,buyer,share\n" + rows.joined()
    },
    Attack("rows without meaning", "x.csv", finding: "given up|too many|more than") {
      "supplier,buyer\n" + String(repeating: "a,\n", count: 200_000)
    },
    Attack("broken UTF-8", "x.csv", finding: "in no encoding that is known") {
      Data("supplier,buyer\n".utf8) + Data([0xFF, 0xFE, 0xC3])
    },
    Attack("NUL bytes", "x.dot", finding: "NUL") { "digraph { a -> \u{0} }" },
  ]

  @Test(arguments: attacks)
  func `a hostile file is told for what it is, and costs no more than its size`(
    _ attack: Attack
  ) throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let data = attack.make()
    try data.write(to: folder.url.appendingPathComponent(attack.name))
    let run = try MeasuredRun(["import", attack.name, "--language", "en"], in: folder)
    #expect((0...2).contains(run.exitCode))
    let isFound = attack.finding.split(separator: "|").contains { run.output.contains($0) }
    #expect(isFound, "\(run.output.prefix(500))")
    #expect(run.isBounded(by: data.count), "\(run.peakBytes) bytes of \(data.count)")
  }
}
