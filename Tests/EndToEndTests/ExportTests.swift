import Foundation
import IndustryChain
import Testing

private let chain = """
  chain: metal
  name: {en: "Metal ]--> <script>", zh: 金属}
  links:
    ore: {name: {en: "=1+1", zh: 矿石}, stage: upstream}
    alloy:
      name: {en: 'Alloy "&amp;" </data>', zh: 合金}
      stage: midstream
      inputs: {ore: 0.5}
    part:
      name: {en: Part, zh: 零件}
      stage: downstream
      inputs: {alloy: 0.4, ore: 0.1}
  """

@Suite struct ExportTests {
  /// Writes every format that readers look at into a folder.
  private func export(_ arguments: [String], into folder: URL, from workspace: URL) throws {
    for format in ["graphml", "json", "dot", "csv"] {
      let place = format == "csv" ? folder : folder.appendingPathComponent("graph.\(format)")
      let outcome = try Command.run(
        ["export"] + arguments + ["--format", format, "-o", place.path], in: workspace)
      #expect(outcome.exitCode == 0 && outcome.errors == "", "\(format): \(outcome.errors)")
    }
    try FileManager.default.copyItem(
      at: Checkout.folder.appendingPathComponent("Docs/schema/graph.schema.json"),
      to: folder.appendingPathComponent("graph.schema.json"))
  }

  @Test(.needsReaders, arguments: [[], ["lithium-battery"], ["lighter", "luggage"]])
  func `networkx, pydot, jsonschema and csv read the same graph`(chains: [String]) throws {
    let folder = try TemporaryFolder()
    try export(chains, into: folder.url, from: Checkout.folder)
    let (exitCode, counts) = try Readers.read("exports.py", folder.url)
    #expect(exitCode == 0)
    #expect(counts["nodes"] == counts["drawn"])
    if chains.isEmpty {
      let links = try Checkout.workspace().chains.flatMap(\.links)
      #expect(counts["nodes"] == links.count)
      #expect(counts["edges"] == links.reduce(0) { $0 + $1.inputs.count })
    }
  }

  @Test(.needsReaders) func `names that are markup or formulas are read back as they are`() throws {
    let folder = try TemporaryFolder()
    try folder.write(chain, to: "Chains/metal.yaml")
    try folder.write(
      "region: here\nname: {en: Here, zh: 此地}\ndate: 2024-06-30\nsurveyed: {metal: }\n",
      to: "Chains/regions/here/region.yaml")
    try folder.write(
      """
      firm,name_zh,name_en,link,operating,output,source
      f1,,<script>alert(1)</script>,part,2020,200,年报 2021
      f2,,"]--> n0[""x""]",alloy,2020,50,年报 2021
      f3,,=cmd|'/c'!A1,ore,2020,40,年报 2021

      """, to: "Chains/regions/here/firms.csv")
    let exports = folder.url.appendingPathComponent("exports")
    try FileManager.default.createDirectory(at: exports, withIntermediateDirectories: true)
    try export([], into: exports, from: folder.url)
    let (exitCode, counts) = try Readers.read("exports.py", exports)
    #expect(exitCode == 0)
    #expect(counts == ["nodes": 3, "edges": 3, "drawn": 3])
    let mermaid = try Command.run("export", "--format", "mermaid", "-o", "-", in: folder.url)
    #expect(mermaid.output.hasPrefix("flowchart LR\n"))
    #expect(!mermaid.output.contains("<script") && !mermaid.output.contains("]--> n0"))
  }

  @Test(.needsReaders) func `readers tell a wrong figure and a wrong flag`() throws {
    for (old, new) in [
      ("<data key=\"node.localContent\">0.", "<data key=\"node.localContent\">1."),
      ("<data key=\"edge.critical\">true", "<data key=\"edge.critical\">false"),
    ] {
      let folder = try TemporaryFolder()
      try export(["lighter"], into: folder.url, from: Checkout.folder)
      let text = try folder.text(of: "graph.graphml")
      #expect(text.contains(old))
      try folder.write(text.replacingOccurrences(of: old, with: new), to: "graph.graphml")
      #expect(try Readers.read("exports.py", folder.url).exitCode != 0)
    }
  }

  @Test func `DOT is what the diagram command writes`() throws {
    let export = try Command.run("export", "lighter", "--format", "dot", "-o", "-")
    let diagram = try Command.run("diagram", "lighter", "--format", "dot", "-o", "-")
    #expect(export.exitCode == 0 && export.output == diagram.output && !export.output.isEmpty)
  }

  @Test(.enabled("dot is not installed") { FileManager.default.fileExists(atPath: "/usr/bin/dot") })
  func `dot draws the DOT and has nothing to say about it`() throws {
    let folder = try TemporaryFolder()
    try folder.write(chain, to: "Chains/metal.yaml")
    try folder.write(
      "region: here\nname: {en: Here, zh: 此地}\ndate: 2024-06-30\n",
      to: "Chains/regions/here/region.yaml")
    for workspace in [Checkout.folder, folder.url] {
      let file = folder.url.appendingPathComponent("graph.dot")
      let outcome = try Command.run(
        "export", "--format", "dot", "-o", file.path, in: workspace)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/dot")
      process.arguments = ["-Tsvg", "-o", file.path + ".svg", file.path]
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let words = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(String(decoding: words, as: UTF8.self) == "")
      #expect(try folder.text(of: "graph.dot.svg").contains("</svg>"))
    }
  }

  @Test func `an export is of the day and the chains that were asked for`() throws {
    struct Graph: Decodable {
      struct Node: Decodable {
        let id: String
        let chain: String
        let selected: Bool
        let coverage: String
      }

      let date: String
      let nodes: [Node]
    }
    func graph(_ arguments: String...) throws -> Graph {
      let outcome = try Command.run(["export", "--format", "json", "-o", "-"] + arguments)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      return try JSONDecoder().decode(Graph.self, from: Data(outcome.output.utf8))
    }
    let now = try graph("lithium-battery")
    let earlier = try graph("lithium-battery", "--as-of", "2019-12-31")
    #expect(now.date == "2021-01-26" && earlier.date == "2019-12-31")
    #expect(now.nodes.map(\.id) == earlier.nodes.map(\.id))
    #expect(now.nodes.map(\.coverage) != earlier.nodes.map(\.coverage))
    #expect(now.nodes.allSatisfy { $0.selected == ($0.chain == "lithium-battery") })
    #expect(try graph().nodes.count > now.nodes.count)
  }

  @Test func `the format follows the file's name and the same input gives the same bytes`() throws {
    let folder = try TemporaryFolder()
    let workspace = Checkout.folder.appendingPathComponent("Chains").path
    for name in ["a.graphml", "b.graphml", "a.json", "a.gv", "a.mmd"] {
      let outcome = try Command.run("export", "-w", workspace, "-o", name, in: folder.url)
      #expect(outcome.exitCode == 0 && outcome.output == "\(name)\n")
    }
    #expect(try folder.text(of: "a.graphml") == folder.text(of: "b.graphml"))
    #expect(try folder.text(of: "a.graphml").hasPrefix("<?xml"))
    #expect(try folder.text(of: "a.json").contains("\"chaingap.graph/1\""))
    #expect(try folder.text(of: "a.gv").contains("digraph"))
    #expect(try folder.text(of: "a.mmd").hasPrefix("flowchart LR\n"))
    let unnamed = try Command.run(
      "export", "lighter", "-w", workspace, "--format", "csv", in: folder.url)
    #expect(unnamed.output == "dalong-lighter/inputs.csv\ndalong-lighter/links.csv\n")
  }

  @Test func `what cannot be written is said and leaves nothing`() throws {
    let folder = try TemporaryFolder()
    let workspace = Checkout.folder.appendingPathComponent("Chains").path
    let cases: [([String], String)] = [
      (["--format", "csv", "-o", "-"], "csv is two files"),
      (["-o", "links.csv"], "csv is two files"),
      (["no-such-chain"], "there is no chain"),
      (["-o", "no/such/folder/a.json"], "cannot write"),
      (["--format", "gexf"], "gexf"),
    ]
    for (arguments, words) in cases {
      let outcome = try Command.run(["export", "-w", workspace] + arguments, in: folder.url)
      #expect(outcome.exitCode == 2 && outcome.output == "", "\(arguments)")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    #expect(try folder.files() == [])
  }
}
