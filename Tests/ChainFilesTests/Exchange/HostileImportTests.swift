import Diagnostics
import Testing

@testable import ChainFiles

/// Files that no importer should crash or hang on: seeds, mutated, and what somebody made to harm.
@Suite struct HostileImportTests {
  /// What every importer makes of a text.
  private func importAll(_ text: String) -> [ImportOutcome?] {
    let file = SourceFile(path: "x", text: text)
    let sheet = ExchangeSheet(file)
    let settings = ImportSettings(chain: "x")
    let mapping = FacilityMapping(
      SourceFile(path: "m", text: "columns: {name_en: firm, link: link}\nseparators: {link: \";\"}")
    )
    let tables = ["chain", "links", "inputs", "comments", "region"].map { name in
      ExchangeSheet(SourceFile(path: "\(name).csv", text: text))
    }
    return [
      ForeignGraph(edgeList: sheet).map { ImportOutcome($0, settings) },
      ImportOutcome(ForeignGraph(inputOutputTable: sheet, as: nil), settings),
      ImportOutcome(ForeignGraph(graphML: file), settings),
      ImportOutcome(facilities: sheet, mapping, region: "x"),
      ImportOutcome(facilities: sheet, FacilityMapping(file), region: "x"),
      ImportOutcome(definition: tables), ImportOutcome(definition: Array(tables.dropFirst(4))),
    ]
  }

  private static let seeds = [
    "supplier,buyer,share\na,b,0.1\n铜,b,20%\n",
    ",a,b,output\na,1,2,10\nb,3,4,20\nva,1,1,\n",
    "<graphml><key id=\"k\" for=\"edge\" attr.name=\"share\"/><graph><node id=\"a\"/><node id=\"b\">"
      + "</node><edge source=\"a\" target=\"b\"><data key=\"k\">0.1</data></edge></graph></graphml>",
    "firm,link\nA,\"x;y\"\nB,z\n",
    "link,supplier,route,share\na,b,purchase,0.1\n",
    "path,place,comment\nlinks > a,above,# x\n",
    "columns: {name_en: firm}\nvalues: {link: {a: b}}\n",
    "key,value,en,zh\nchain,a,,\nregion,b,,\nname,,A,甲\n",
  ]

  @Test(arguments: seeds.indices)
  func `mutated files are read or refused`(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed) + 1)
    let pieces = [
      ",", "\"", "\n", "\r", ";", "\t", "<", ">", "&", ":", "{", "[", "\0", "\u{FEFF}", "é", "铜",
      "1e999", "-", "%", "#", " > ",
    ]
    for _ in 0..<120 {
      var text = Array(Self.seeds[seed].unicodeScalars)
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let place = Int.random(in: 0...text.count, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0:
          text.insert(
            contentsOf: pieces.randomElement(using: &generator)?.unicodeScalars
              ?? "".unicodeScalars, at: place)
        case 1: text.removeSubrange(place..<min(text.count, place + 4))
        case 2: text.insert(contentsOf: text[place..<min(text.count, place + 20)], at: place)
        default: text.removeSubrange(place...)
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      for outcome in importAll(String(view)) {
        for case .tree(let tree)? in outcome.map({ Array($0.files.values) }) ?? [] {
          // What is written can be read.
          let again = TreeDocument(SourceFile(path: "y", text: canonicalText(of: tree)))
          #expect(again.tree.map(FileValues.init) == FileValues(of: tree))
        }
      }
    }
  }

  @Test func `a million columns are one finding`() {
    let count = 1_000_000
    let row = String(repeating: ",a", count: count)
    let sheet = ExchangeSheet(SourceFile(path: "x", text: "supplier,buyer\(row)\nx,y\(row)\n"))
    let outcome = ForeignGraph(edgeList: sheet).map {
      ImportOutcome($0, ImportSettings(chain: "x"))
    }
    #expect(outcome?.diagnostics.filter { $0.id.rawValue == "unmapped-column" }.count == 1)
  }

  @Test func `a file of rows that mean nothing is given up`() {
    let text = "supplier,buyer\n" + String(repeating: "a,\n", count: 100_000)
    let sheet = ExchangeSheet(SourceFile(path: "x", text: text))
    let outcome = ForeignGraph(edgeList: sheet).map {
      ImportOutcome($0, ImportSettings(chain: "x"))
    }
    #expect(outcome?.files.isEmpty == true)
    #expect(outcome?.diagnostics.count == 10_001)
    #expect(outcome?.diagnostics.last?.severity == .error)
  }

  @Test func `a graph of more nodes than any chain is one finding`() {
    let nodes = (0...GraphImport.nodeLimit).map { ForeignGraph.Node(id: "n\($0)") }
    var graph = ForeignGraph(SourceFile(path: "x", text: ""))
    graph.nodes = nodes
    let refused = ImportOutcome(graph, ImportSettings(chain: "x"))
    #expect(refused.files.isEmpty && refused.diagnostics.map(\.severity) == [.error])
    graph.nodes.removeLast()
    #expect(ImportOutcome(graph, ImportSettings(chain: "x")).files.count == 1)
  }

  @Test func `a graph of more inputs than any chain is one finding`() {
    let side = 501
    var graph = ForeignGraph(SourceFile(path: "x", text: ""))
    graph.nodes = (0..<side).map { ForeignGraph.Node(id: "n\($0)") }
    graph.edges = (0...GraphImport.inputLimit).map {
      ForeignGraph.Edge(source: "n\($0 % side)", target: "n\($0 / side)")
    }
    let refused = ImportOutcome(graph, ImportSettings(chain: "x"))
    #expect(refused.files.isEmpty && refused.diagnostics.map(\.severity) == [.error])
    graph.edges.removeLast()
    #expect(ImportOutcome(graph, ImportSettings(chain: "x")).files.count == 1)
  }
}
