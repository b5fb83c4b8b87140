import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct UnreadableChainsTests {
  private static let sound =
    "chain: x\nname: X\nlinks:\n  a: {name: A, stage: upstream, inputs: {valve: 0.1, y/flint: 0.1}}\n"
  private static let broken =
    "chain: y\nname: Y\nneeds: {steam: S}\nlinks:\n  valve: {name: V\n  flint: {name: F, stage: upstream}\n"

  private func found(_ broken: String, firms: String = "firm,name_zh\n") -> [Diagnostic] {
    loadWorkspace(
      WorkspaceSources(
        chains: [
          SourceFile(path: "x.yaml", text: Self.sound), SourceFile(path: "y.yaml", text: broken),
        ],
        regions: [
          RegionSources(
            folder: "here",
            region: SourceFile(
              path: "region.yaml",
              text: "region: here\nname: H\ndate: 2021-01-26\nprovides: [steam]\nsurveyed: {y: }\n"),
            firms: SourceFile(path: "firms.csv", text: firms))
        ])
    ).diagnostics
  }

  @Test func `names that may stand in a file that cannot be read are counted there, once`() throws {
    let result = found(
      Self.broken, firms: "firm,name_zh,link\nf,甲,valve\ng,乙,y/valve\nh,丙,\"flint\"\n")
    let finding = try #require(result.first)
    #expect(result.count == 1 && finding.location?.file.path == "y.yaml")
    #expect(
      finding.notes.last?.message.english
        == "7 names that may be defined in this file are not looked up until it can be read;"
        + " this is the first")
    #expect(finding.notes.last?.location?.file.path == "firms.csv")
  }

  @Test func `what the file does not mention is unknown all the same`() {
    let result = found(Self.broken, firms: "firm,name_zh,link\nf,甲,valvee\ng,乙,x/valve\n")
    #expect(
      result.map(\.id.rawValue) == ["unknown-link", "unknown-link", "yaml-syntax"])
  }

  @Test func `once the file can be read every name is looked up`() {
    let readable = Self.broken.replacing("name: V", with: "name: V, stage: upstream}")
    let result = found(readable, firms: "firm,name_zh,link\nf,甲,vlave\n")
    #expect(result.map(\.id.rawValue) == ["unknown-link"])
  }

  @Test func `a file in another encoding is looked through for its ids`() throws {
    let bytes = Array("chain: y\nname: ".utf8) + [0xC1, 0xB4] + Array("\nlinks: {valve: }\n".utf8)
    let result = loadWorkspace(
      WorkspaceSources(chains: [
        SourceFile(
          path: "x.yaml",
          text: "chain: x\nname: X\nlinks: {a: {name: A, stage: upstream, inputs: {valve: }}}\n"),
        SourceFile(path: "y.yaml", bytes: bytes),
      ])
    ).diagnostics
    #expect(result.map(\.id.rawValue) == ["invalid-utf8"])
    #expect(result.first?.notes.last?.message.chinese?.hasPrefix("有 1 处引用的名称") == true)
  }
}
