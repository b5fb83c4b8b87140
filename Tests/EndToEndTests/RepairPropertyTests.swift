import ChainFiles
import Diagnostics
import Testing

@testable import chaingap

@Suite struct RepairPropertyTests {
  private static let chain = """
    # a comment
    chain: x
    name: {en: X, zh: 甲}
    figures: {grade: estimate, source: {en: books 2020, zh: 2020年资料}}  # its basis
    needs: {steam: {en: Steam, zh: 蒸汽}}
    links:
      ore: {name: {en: Ore, zh: 矿石}, stage: upstrem, value_aded: 18%}
      # about the alloy
      alloy:
        name: {en: Alloy, zh: 合金}
        stage: midstream
        inputs: {ore: 30%}
        processed_by: {plating: {share: 0.1, return: true}}
        needs: [steam]
      plating: {name: {en: Plating, zh: 电镀}, stage: supporting, kind: proces}
      Final_Part: {name: {en: Part, zh: 零件}, stage: downstream, inputs: {alloy: 0.5}}
    """
  private static let table = """
    firm,企业名称,name_en,link,signd,投产,output,source
    F_1,一号厂,One,ore,2020/6/1,2021年,200,年报 2021
    f2,二号厂,Two,aloy,2021.3,
    """

  private static func sources(_ chain: String, _ table: String) -> WorkspaceSources {
    WorkspaceSources(
      chains: [SourceFile(path: "x.yaml", text: chain)],
      regions: [
        RegionSources(
          folder: "here",
          region: SourceFile(
            path: "region.yaml", text: "region: here\nname: {en: H, zh: 此}\ndate: 2021年1月26日\n"),
          firms: SourceFile(path: "firms.csv", text: table))
      ])
  }

  private static func errorCount(_ sources: WorkspaceSources) -> Int {
    checkWorkspace(sources).diagnostics.count { $0.severity == .error }
  }

  /// A text with a few letters gone, doubled or swapped.
  private static func mutated(_ text: String, using generator: inout SeededNumbers) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 0...4, using: &generator) where scalars.count > 2 {
      let place = Int.random(in: 0..<(scalars.count - 1), using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(scalars[place], at: place)
      case 2: scalars.swapAt(place, place + 1)
      default:
        scalars[place] =
          Array("%:,{}[]\"'#- _９年/\r\n\u{1}".unicodeScalars)
          .randomElement(using: &generator) ?? " "
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test func `mending never adds errors, comes to an end, and then finds nothing more to do`() {
    var generator = SeededNumbers(state: 7)
    for _ in 0..<400 {
      let sources = Self.sources(
        Self.mutated(Self.chain, using: &generator), Self.mutated(Self.table, using: &generator))
      let repair = WorkspaceRepair(sources, in: .all)
      #expect(Self.errorCount(repair.sources) <= Self.errorCount(sources))
      let again = WorkspaceRepair(repair.sources, in: .all)
      #expect(again.changes.isEmpty)
      #expect(again.sources == repair.sources)
    }
  }

  @Test func `comments, blank lines and their order outlive every mending`() {
    func comments(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
        line.isEmpty ? line : line.firstIndex(of: "#").map { line[$0...] }
      }
    }
    let repair = WorkspaceRepair(Self.sources(Self.chain, Self.table), in: .all)
    let mended = repair.sources.chains[0].text
    #expect(comments(mended) == comments(Self.chain))
    #expect(mended.split(separator: "\n").count == Self.chain.split(separator: "\n").count)
    #expect(repair.changes.keys.sorted() == ["firms.csv", "region.yaml", "x.yaml"])
    #expect(
      checkWorkspace(repair.sources).diagnostics.filter { $0.severity == .error }.map(\.id.rawValue)
        == ["too-few-cells", "unknown-link"])
  }
}

/// A generator that gives the same numbers in every run.
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  /// Source: SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
