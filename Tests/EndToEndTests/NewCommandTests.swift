import Foundation
import Testing

@Suite struct NewCommandTests {
  @Test(arguments: ["zh", "en"])
  func `a new chain and a new region pass check and format`(_ language: String) throws {
    let folder = try TemporaryFolder()
    let chain = try Command.run(
      "new", "chain", "solar-glass", "--name-zh", "光伏玻璃", "--language", language,
      in: folder.url)
    #expect(
      chain.exitCode == 0
        && chain.output == "Chains/schema/chain.schema.json\nChains/solar-glass.yaml\n")
    let region = try Command.run(
      "new", "region", "guian", "--language", language, "--into", "Chains/", in: folder.url)
    #expect(region.exitCode == 0)
    #expect(
      region.output == """
        Chains/schema/region.schema.json
        Chains/regions/guian/firms.csv
        Chains/regions/guian/prospects.csv
        Chains/regions/guian/region.yaml

        """)
    let check = try Command.run("check", in: folder.url)
    #expect(check.exitCode == 0, "\(check.output)")
    #expect(try Command.run("format", "--check", in: folder.url).exitCode == 0)
    let text = try folder.text(of: "Chains/solar-glass.yaml")
    #expect(text.contains("name: {en: Solar glass, zh: 光伏玻璃}"))
    #expect(text.contains(language == "zh" ? "# 产业链编号" : "# the id, unique in the workspace"))
    #expect(try Command.run("targets", in: folder.url).exitCode == 0)
  }

  @Test func `nothing that is there is overwritten`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let before = try folder.bytes(of: "Chains/metal.yaml")
    let outcome = try Command.run("new", "chain", "metal", in: folder.url)
    #expect(outcome.exitCode == 2 && outcome.errors.contains("is there already"))
    #expect(try folder.bytes(of: "Chains/metal.yaml") == before)
    #expect(try Command.run("new", "region", "here", in: folder.url).exitCode == 2)
    #expect(!folder.exists("Chains/regions/here/prospects.csv"))
  }

  @Test func `a region whose tables came first gets the files that it lacks`() throws {
    let folder = try TemporaryFolder()
    try folder.write("firm,name_zh\na,甲\n", to: "Chains/regions/park/firms.csv")
    let outcome = try Command.run("new", "region", "park", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output
        == """
        Chains/schema/region.schema.json
        Chains/regions/park/prospects.csv
        Chains/regions/park/region.yaml

        """)
    #expect(try folder.text(of: "Chains/regions/park/firms.csv") == "firm,name_zh\na,甲\n")
  }

  @Test func `no chain takes the file of the settings`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run("new", "chain", "workspace", in: folder.url)
    #expect(outcome.exitCode != 0)
    #expect(outcome.errors.contains("a chain cannot be named \"workspace\""))
    #expect(try folder.files() == [])
    try folder.write(
      smallChain.replacingOccurrences(of: "chain: metal", with: "chain: workspace"),
      to: "Chains/metal.yaml")
    let check = try Command.run("check", "--language", "en", in: folder.url)
    #expect(check.exitCode == 1)
    #expect(check.output.contains("error[bad-id]") || check.errors.contains("error[bad-id]"))
  }

  @Test func `a name that is no id is refused with the id to write`() throws {
    let folder = try TemporaryFolder()
    let latin = try Command.run("new", "chain", "Solar Glass", in: folder.url)
    #expect(latin.exitCode == 2)
    #expect(latin.errors.contains("chaingap new chain solar-glass --name-en \"Solar Glass\""))
    let path = try Command.run("new", "chain", "../x", in: folder.url)
    #expect(path.exitCode == 2 && path.errors.contains("is a path"))
    #expect(!path.errors.contains("--name-en \""))
    let chinese = try Command.run("new", "chain", "光伏玻璃", in: folder.url)
    #expect(chinese.exitCode == 2 && chinese.errors.contains("some-id --name-zh 光伏玻璃"))
    #expect(try folder.files().isEmpty)
  }

  @Test func `the schema is that of the project around, else the workspace's own`() throws {
    let folder = try TemporaryFolder()
    _ = try Command.run("new", "region", "a", in: folder.url)
    #expect(
      try folder.text(of: "Chains/regions/a/region.yaml")
        .hasPrefix("# yaml-language-server: $schema=../../schema/region.schema.json\n"))
    #expect(
      try folder.text(of: "Chains/schema/region.schema.json")
        == Command.run("schema", "region", in: folder.url).output)
    try folder.write("mine", to: "Chains/schema/chain.schema.json")
    #expect(try Command.run("new", "chain", "a", in: folder.url).output == "Chains/a.yaml\n")
    #expect(try folder.text(of: "Chains/schema/chain.schema.json") == "mine")
    try folder.write("{}", to: "Docs/schema/chain.schema.json")
    try folder.write("{}", to: "Docs/schema/region.schema.json")
    _ = try Command.run("new", "region", "b", in: folder.url)
    #expect(
      try folder.text(of: "Chains/regions/b/region.yaml")
        .hasPrefix("# yaml-language-server: $schema=../../../Docs/schema/region.schema.json\n"))
  }
}
