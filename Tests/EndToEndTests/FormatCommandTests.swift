import Foundation
import Testing

@Suite struct FormatCommandTests {
  @Test func `format lays out a workspace once and names what it changed`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let first = try Command.run("format", in: folder.url)
    #expect(first.exitCode == 0)
    #expect(first.output == "Chains/metal.yaml\nChains/regions/here/region.yaml\n")
    #expect(
      try folder.text(of: "Chains/metal.yaml") == """
        chain: metal
        name: {en: Metal, zh: 金属}
        links:
          ore:
            name: {en: Ore, zh: 矿石}
            stage: upstream
          alloy:
            name: {en: Alloy, zh: 合金}
            stage: midstream
            inputs:
              ore: 0.5
          part:
            name: {en: Part, zh: 零件}
            stage: downstream
            inputs:
              alloy: 0.4

        """)
    let second = try Command.run("format", in: folder.url)
    #expect(second.exitCode == 0 && second.output.isEmpty && second.errors.isEmpty)
    #expect(try Command.run("format", "--check", in: folder.url).exitCode == 0)
  }

  @Test func `format --check changes nothing and shows where the layout differs`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let before = try folder.bytes(of: "Chains/metal.yaml")
    let outcome = try Command.run("format", "--check", "Chains/metal.yaml", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("warning[not-canonical]"))
    #expect(outcome.output.contains("--> Chains/metal.yaml:4:1"))
    #expect(outcome.output.contains("laid out, the line is `  ore:`"))
    #expect(try folder.bytes(of: "Chains/metal.yaml") == before)
    let chinese = try Command.run(
      "format", "--check", "Chains/metal.yaml", "--language", "zh", in: folder.url)
    #expect(chinese.output.contains("文件的排版不是统一格式"))
  }

  @Test func `a file that cannot be kept is left alone byte for byte, with a message`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let text = "\u{FEFF}chain: &a metal\r\nname: *a\r\n"
    try folder.write(text, to: "Chains/metal.yaml")
    let before = try folder.bytes(of: "Chains/metal.yaml")
    let outcome = try Command.run("format", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("yaml-alias"))
    #expect(outcome.output == "Chains/regions/here/region.yaml\n")
    #expect(try folder.bytes(of: "Chains/metal.yaml") == before)
  }

  @Test func `a byte order mark and CRLF are differences, and go`() throws {
    let folder = try TemporaryFolder()
    try folder.write("\u{FEFF}chain: x\r\n# end\r\n", to: "x.yaml")
    let check = try Command.run("format", "--check", "x.yaml", in: folder.url)
    #expect(check.exitCode == 1)
    #expect(check.output.contains("only line ends or the byte order mark differ"))
    #expect(try Command.run("format", "x.yaml", in: folder.url).exitCode == 0)
    #expect(try folder.bytes(of: "x.yaml") == Data("chain: x\n# end\n".utf8))
  }

  @Test func `what is not there or is a table cannot be formatted`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    #expect(try Command.run("format", "nowhere", in: folder.url).exitCode == 2)
    let table = try Command.run("format", "Chains/regions/here/firms.csv", in: folder.url)
    #expect(table.exitCode == 2 && table.errors.contains("name a file that ends in .yaml"))
  }

  @Test func `format - goes from standard input to standard output`() throws {
    let folder = try TemporaryFolder()
    try folder.write("name: X\nchain: x\n", to: "in.yaml")
    let outcome = try Command.run(
      "format", "-", in: folder.url, input: folder.url.appendingPathComponent("in.yaml"))
    #expect(outcome.exitCode == 0 && outcome.output == "chain: x\nname: X\n")
    try folder.write("name: [\n", to: "in.yaml")
    let broken = try Command.run(
      "format", "-", in: folder.url, input: folder.url.appendingPathComponent("in.yaml"))
    #expect(broken.exitCode == 1 && broken.output == "name: [\n")
    #expect(broken.errors.contains("<standard input>"))
  }

  @Test func `the shipped files stand in the canonical layout`() throws {
    let outcome = try Command.run("format", "--check")
    #expect(outcome.exitCode == 0, "\(outcome.output)")
  }
}
