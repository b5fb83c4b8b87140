import Foundation
import Testing

/// Where an import writes, and what it may not replace.
@Suite struct ImportPlaceTests {
  /// A small workspace with the tables of its chain in `t`.
  private func exported(_ name: String = "metal") throws -> TemporaryFolder {
    let folder = try TemporaryFolder.smallWorkspace()
    let outcome = try Command.run("export", name, "--format", "tables", "-o", "t", in: folder.url)
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
    return folder
  }

  private func edit(
    _ file: String, _ old: String, to new: String, in folder: TemporaryFolder
  ) throws {
    let text = try folder.text(of: file)
    let edited = text.replacing(old, with: new)
    try #require(edited != text)
    try folder.write(edited, to: file)
  }

  @Test func `a chain never goes into the file of the settings`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let settings = "severities: {lone-link: off}\n"
    try folder.write(settings, to: "Chains/workspace.yaml")
    try folder.write("supplier,buyer\na,b\n", to: "e.csv")
    let refused = try Command.run(
      "import", "e.csv", "--chain", "workspace", "--replace", in: folder.url)
    #expect(refused.exitCode == 2 && refused.errors.contains("the id \"workspace\""))
    #expect(try folder.text(of: "Chains/workspace.yaml") == settings)
  }

  @Test(arguments: ["./Chains", "Chains/", "Chains/.", "./Chains//"])
  func `a workspace is the same however its path is spelled`(_ path: String) throws {
    let folder = try exported()
    try edit("t/inputs.csv", "0.5", to: "0.6", in: folder)
    let done = try Command.run("import", "t", "--into", path, "--replace", in: folder.url)
    #expect(done.exitCode == 0 && done.output == "Chains/metal.yaml\n", "\(done.errors)")
  }

  @Test func `an import goes into the file that defines the chain`() throws {
    let folder = try exported()
    let old = folder.url.appendingPathComponent("Chains/metal.yaml")
    try FileManager.default.moveItem(
      at: old, to: folder.url.appendingPathComponent("Chains/first.yml"))
    try edit("t/inputs.csv", "0.5", to: "0.6", in: folder)
    let done = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(done.exitCode == 0 && done.output == "Chains/first.yml\n", "\(done.errors)")
    #expect(!folder.exists("Chains/metal.yaml"))
  }

  @Test func `an import goes into the folder of the region`() throws {
    let folder = try exported("here")
    try FileManager.default.moveItem(
      at: folder.url.appendingPathComponent("Chains/regions/here"),
      to: folder.url.appendingPathComponent("Chains/regions/there"))
    try edit("t/firms.csv", "200", to: "300", in: folder)
    let done = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(done.output == "Chains/regions/there/firms.csv\n", "\(done.errors)")
    #expect(!folder.exists("Chains/regions/here"))
  }

  @Test func `a new file that breaks another is held back`() throws {
    let folder = try exported()
    try folder.write(
      "region: there\nname: There\ndate: 2024-06-30\nfinal_demand: {ore: 3}\n",
      to: "Chains/regions/there/region.yaml")
    try #require(try Command.run("check", in: folder.url).exitCode == 0)
    try edit("t/chain.csv", "metal", to: "metals", in: folder)
    let held = try Command.run("import", "t", in: folder.url)
    #expect(held.exitCode == 1 && held.errors.contains("--force"), "\(held.errors)")
    #expect(held.output == "" && !folder.exists("Chains/metals.yaml"))
    let done = try Command.run("import", "t", "--force", in: folder.url)
    #expect(done.output == "Chains/metals.yaml\n")
  }

  @Test func `one changed cell changes one line of a table`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let path = "Chains/regions/here/firms.csv"
    let table = """
      link,企业编号,name_zh,jobs,operating,output,source
      part,f1,"一号厂",,2020-03,200,年报 2021
      ore,f2,二号厂,,2021,10.0,年报 2021

      """
    try folder.write(table, to: path)
    _ = try Command.run("export", "here", "--format", "tables", "-o", "t", in: folder.url)
    #expect(try Command.run("import", "t", in: folder.url).errors.contains("firms.csv: no change"))
    try edit("t/firms.csv", "10.0", to: "5000", in: folder)
    let seen = try Command.run("import", "t", "--language", "zh", in: folder.url)
    #expect(seen.errors.contains("firms.csv：修改 1 行\n"), "\(seen.errors)")
    #expect(seen.errors.contains("年产值（百万元）：10.0 → 5000"))
    let done = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(done.output == "\(path)\n", "\(done.errors)")
    #expect(try folder.text(of: path) == table.replacing("10.0", with: "5000"))
  }

  @Test func `tables of the graph do not replace a definition that was edited`() throws {
    let folder = try exported()
    let table = try folder.text(of: "t/links.csv")
    let graph = ["export", "--format", "csv", "-r", "here", "-o", "t"]
    let refused = try Command.run(graph, in: folder.url)
    #expect(refused.exitCode == 2 && refused.errors.contains("--replace"), "\(refused.errors)")
    #expect(try folder.text(of: "t/links.csv") == table)
    #expect(try Command.run(graph + ["--replace"], in: folder.url).exitCode == 0)
  }

  @Test(arguments: [
    ["export", "metal", "--format", "json", "-o", "Chains/metal.yaml"],
    ["export", "here", "--format", "tables", "--replace", "-o", "Chains/regions/here"],
    ["targets", "--format", "csv", "-o", "Chains/regions/here/firms.csv"],
    ["diagram", "--format", "dot", "-o", "Chains/regions/here/region.yaml"],
  ])
  func `a result never replaces a file of the workspace`(_ arguments: [String]) throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let before = try folder.files().map { try folder.bytes(of: $0) }
    let refused = try Command.run(arguments, in: folder.url)
    #expect(
      refused.exitCode == 2 && refused.errors.contains("file of a workspace"), "\(refused.errors)")
    #expect(try folder.files().map { try folder.bytes(of: $0) } == before)
  }

  @Test func `a file of another kind is refused with the kinds that are read`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    try folder.write("table: firms\n", to: "park.yaml")
    let refused = try Command.run("import", "park.yaml", in: folder.url)
    #expect(refused.exitCode == 2 && refused.errors.contains(".graphml"), "\(refused.errors)")
  }

  @Test func `advice to force does not ask for what was given`() throws {
    let folder = try exported()
    try edit("t/inputs.csv", "purchase", to: "buying", in: folder)
    let held = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(held.errors.contains("or add --force\n"), "\(held.errors)")
  }
}
