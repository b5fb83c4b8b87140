import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct CompletionPlaceTests {
  /// The text without its mark `|`, and the position of the mark.
  private func unmarked(_ text: String) -> (text: String, position: SourcePosition) {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    return (
      parts.joined(),
      SourcePosition(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
    )
  }

  private func place(_ text: String) -> YAMLPlace? {
    let (text, position) = unmarked(text)
    return YAMLPlace(at: position, in: text)
  }

  @Test(
    arguments: [
      ("|", [], nil), ("cha|", [], nil), ("chain: |", [], "chain"),
      ("links:\n  |", ["links"], nil), ("links:\n  ore:\n    st|", ["links", "ore"], nil),
      ("links:\n  ore:\n    stage: up|", ["links", "ore"], "stage"),
      ("links:\n  ore:\n    inputs:\n      a: 0.1\n      |", ["links", "ore", "inputs"], nil),
      ("links:\n  ore:\n    inputs:\n      a: 0.1\n    |", ["links", "ore"], nil),
      ("links:\n  ore:\n    inputs:\n      a: 0.1\n  |", ["links"], nil),
      (
        "links:\n  ore:\n    inputs:\n      a: 0.1\n\n  \n      |", ["links", "ore", "inputs"], nil
      ),
      ("inputs: {|", ["inputs"], nil), ("inputs: {a: |", ["inputs"], "a"),
      ("inputs: {a: 0.1, b|", ["inputs"], nil),
      ("inputs: {a: {share: 0.1, |", ["inputs", "a"], nil),
      ("inputs: {a: {share: |", ["inputs", "a"], "share"),
      ("inputs: {a: {share: 0.1}, |", ["inputs"], nil),
      ("inputs: {a: 0.1}\n|", [], nil), ("inputs: {\n  a: 0.1,\n  |", ["inputs"], nil),
      ("needs: [a, |", ["needs"], nil), ("needs:\n  - |", ["needs"], nil),
      ("needs:\n- a\n- |", ["needs"], nil), ("needs:\n- a\nlinks:\n  |", ["links"], nil),
      ("note: it's {here\nx: |", [], "x"), ("\"inputs\": {'a': |", ["inputs"], "a"),
      ("note: |-\nx: |", [], "x"),
      ("a: \"{\"\nb: |", [], "b"), ("# links:\n  |", [], nil),
    ] as [(String, [String], String?)])
  func `a place is known by the keys around it`(text: String, path: [String], key: String?) {
    let isFirst = text.hasPrefix("note: |-")
    // The sign of a text of several lines is no mark.
    let found: YAMLPlace? =
      isFirst
      ? YAMLPlace(at: SourcePosition(line: 2, column: 4), in: "note: |-\nx: ") : self.place(text)
    #expect(found?.path == path)
    #expect(found?.key == key)
  }

  @Test(arguments: ["# a |", "x: 1 # |"]) func `comments have no place`(text: String) {
    #expect(place(text) == nil)
  }

  @Test func `texts of several lines have no place`() {
    let text = "note: |\n  first\n  second"
    #expect(YAMLPlace(at: SourcePosition(line: 3, column: 5), in: text) == nil)
    #expect(YAMLPlace(at: SourcePosition(line: 1, column: 9), in: text) == nil)
  }

  @Test func `the word runs from its beginning to its end`() {
    #expect(
      place("inputs:\n  电镀|加工: 0.1")?.word == SourceRange(line: 2, column: 3, length: 4))
  }

  @Test func `any position of any beginning of a file has an answer`() {
    let text = """
      links:
        ore: {name: {en: "Ore, {", zh: 'it''s'}, needs: [a, b]}
        # nothing: [
        part:
          note: >
            several: lines

          inputs:
          - {x}
      }]: x
      """
    let lines = LineTable(text)
    var found = 0
    for line in 1...lines.count {
      for column in 1...80 {
        let place = YAMLPlace(at: SourcePosition(line: line, column: column), in: text)
        found += place == nil ? 0 : 1
      }
    }
    #expect(found > 500)
  }

  private func candidates(_ text: String, _ file: FileSchema) -> CompletionPlace.Candidates? {
    let (text, position) = unmarked(text)
    return CompletionPlace(at: position, in: text, of: file)?.candidates
  }

  @Test(arguments: [
    ("links: {a: {inputs: {|", FileSchema.chain, NameKind.link),
    ("links: {a: {processed_by: {|", .chain, .link), ("links: {a: {variant_of: |", .chain, .link),
    ("links: {a: {needs: [|", .chain, .need), ("surveyed:\n  |", .region, .scope),
    ("supply_ratio: {|", .region, .link), ("chief_firms: {|", .region, .chain),
    ("chief_firms: {a: |", .region, .firm), ("chain_leads:\n  |", .region, .chain),
    ("provides: [|", .region, .need), ("lacks:\n  |", .region, .need),
    ("priorities:\n  |", .region, .scope),
  ])
  func `names are expected where the schema says`(
    text: String, file: FileSchema, kind: NameKind
  ) throws {
    guard case .names(let found) = try #require(candidates(text, file)) else {
      Issue.record("no names")
      return
    }
    #expect(found == kind)
  }

  @Test(arguments: [
    ("links: {a: {inputs: {b: {|", FileSchema.chain, "critical"),
    ("links: {a: {processed_by: {b: {|", .chain, "share"),
    ("links: {a: {plant: {|", .chain, "jobs"),
    ("links: {a: {plant: {output: {|", .chain, "value"), ("name: {|", .chain, "zh"),
    ("ranking: {weights: {|", .region, "reach"), ("lacks: {x: {|", .region, "veto"),
    ("|", .region, "date"),
  ])
  func `keys are those of the map`(text: String, file: FileSchema, key: String) throws {
    guard case .keys(let keys) = try #require(candidates(text, file)) else {
      Issue.record("no keys")
      return
    }
    #expect(keys.map(\.name).contains(key))
    #expect(keys.allSatisfy { $0.meaning.english != nil && $0.meaning.chinese != nil })
  }

  @Test func `names that authors choose and free texts have no candidates`() {
    #expect(candidates("links: {|", .chain) == nil)
    #expect(candidates("name: |", .chain) == nil)
    #expect(candidates("links: {a: {codes: {|", .chain) == nil)
    #expect(candidates("nonsense: {x: {|", .chain) == nil)
  }

  @Test func `cells are those of their columns, quoted or not`() throws {
    let table = "企业编号,link,partners\nf1,\"me|tal/ore\",\nf2,,\"f1; f|\"\n"
    let (text, position) = unmarked(table)
    let file = SourceFile(path: "firms.csv", text: text.replacing("|", with: ""))
    let link = try #require(CompletionPlace(at: position, inFirmTable: file))
    #expect(link.word == SourceRange(line: 2, column: 5, length: 9))
    let partner = try #require(
      CompletionPlace(at: SourcePosition(line: 3, column: 10), inFirmTable: file))
    #expect(partner.word == SourceRange(line: 3, column: 10, length: 1))
    guard case .names(.firm) = partner.candidates, case .names(.link) = link.candidates else {
      Issue.record("wrong names")
      return
    }
  }
}
