import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct RobustnessTests {
  private let validChain =
    "figures: {grade: estimate, source: \"基础\"}\nneeds: {steam: 蒸汽}\n"
    + chain(
      "x", ("a", "    plant: {output: 24.2亿元, jobs: \"1,200\"}\n    needs: [steam]\n"),
      ("b", "    inputs:\n      a: {share: 0.3, critical: true}\n    processed_by: {c: 0.1}\n"),
      ("c", "    note: |\n      *text*\n    variant_of: a\n"))
  private let validTable =
    "企业编号,企业名称,环节,签约,年产值,原文\r\n"
    + "f,\"甲 \"\"乙\"\"\",a,2020-06,2401.83万元,\"一行\r\n两行\"\r\n"
  private let validPeers =
    "地区,地区名称,环节,企业数,来源\r\np,甲市,a,若干,s\r\np,,x/b,0,\r\nq,,a,,\r\n"
  private let validRegion = region("surveyed: {x: , a: {grade: reported, source: s}}\n")

  private func load(_ chain: [UInt8], _ region: [UInt8], _ table: [UInt8], _ peers: [UInt8])
    -> LoadResult
  {
    loadWorkspace(
      WorkspaceSources(
        chains: [SourceFile(path: "x.yaml", bytes: chain)],
        regions: [
          RegionSources(
            folder: "here", region: SourceFile(path: "region.yaml", bytes: region),
            firms: SourceFile(path: "firms.csv", bytes: table),
            peers: SourceFile(path: "peers.csv", bytes: peers))
        ]))
  }

  @Test func `the files that are mutated below are valid`() {
    let result = load(
      Array(validChain.utf8), Array(validRegion.utf8), Array(validTable.utf8),
      Array(validPeers.utf8))
    #expect(result.diagnostics.isEmpty)
    #expect(result.workspace?.regions.first?.firms.first?.name.chinese == "甲 \"乙\"")
  }

  @Test func `mutated and cut files never crash and are rendered`() {
    var generator = SeededGenerator(state: 1)
    let pieces = Array("&*[]{}:,\"'\n-?|>#%@`\u{1B}\u{7F}é锂\t\0~".utf8) + [0xFF, 0xC0, 0x80, 0xED]
    func mutated(_ text: String) -> [UInt8] {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let place = Int.random(in: 0..<max(1, bytes.count), using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes.insert(pieces.randomElement(using: &generator) ?? 0, at: place)
        case 2 where place < bytes.count:
          bytes[place] = pieces.randomElement(using: &generator) ?? 0
        default:
          let end = min(bytes.count, place + 12)
          bytes.insert(contentsOf: bytes[place..<end], at: place)
        }
        if bytes.isEmpty { break }
      }
      return bytes
    }
    for _ in 0..<1500 {
      let result = load(
        mutated(validChain), mutated(validRegion), mutated(validTable), mutated(validPeers))
      let text = TerminalRenderer().render(result.diagnostics)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect((result.workspace == nil) == result.diagnostics.contains { $0.severity == .error })
    }
  }

  @Test(arguments: [
    "a: &a [x]\nb: &b [*a, *a]\n? *b\n: 1\n", String(repeating: "- ", count: 50_000),
    String(repeating: "[", count: 50_000), String(repeating: "? ", count: 50_000),
    "? [a]\n: 1\n? [a]\n: 2\n", ": 1\n: 2\n", "%YAML 9.9\n---\na: 1\n", "---\na\n---\nb\n",
    "!!binary x", "\"\\ud800\"", "<<: {a: 1}", "", "\n\n", "---", "#",
  ])
  func `hostile YAML gives findings`(_ text: String) {
    let sources = WorkspaceSources(chains: [SourceFile(path: "x.yaml", text: text)])
    #expect(loadWorkspace(sources).diagnostics.contains { $0.severity == .error })
  }

  @Test func `three duplicates of one key are two findings and the text is unharmed`() {
    let text = "chain: x\nname: X\n\"name\": &amp\nlinks: {}\n"
    #expect(
      loadWorkspace(WorkspaceSources(chains: [SourceFile(path: "x", text: text)]))
        .diagnostics.map(\.id) == [Rule.yamlAlias.id])
    let three = "chain: x\nname: A\nname: B & C *d\nname: C\nlinks: {}\n"
    #expect(
      loadWorkspace(WorkspaceSources(chains: [SourceFile(path: "x", text: three)]))
        .diagnostics.map(\.message.english) == [
          "the key \"name\" stands twice", "the key \"name\" stands twice",
        ])
  }
}
