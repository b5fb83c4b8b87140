import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct MissingColonTests {
  @Test(arguments: [
    ("chain: x\nname 打火机\nlinks: {}\n", 2, 1, "`name: 打火机`"),
    ("# a comment\nchain x\nname: X\n", 2, 1, "`chain: x`"),
    ("links:\n  a:\n    name: A\n    stage\n    kind: material\n", 4, 5, "`stage:`"),
    ("links:\n  a\n    name: A\n", 2, 3, "`a:`"),
    ("links:\n\n  a:\n    - b\n    name A\n", 5, 5, "`name: A`"),
  ])
  func `a missing colon is told at its key`(
    _ text: String, _ line: Int, _ column: Int, _ entry: String
  ) throws {
    let finding = try #require(yamlFindings(text).first)
    #expect(finding.id == Rule.yamlSyntax.id)
    #expect(
      finding.location?.range?.start == SourcePosition(line: line, column: column), "\(finding)")
    #expect(finding.message.chinese?.hasSuffix("后面缺冒号") == true, "\(finding)")
    #expect(finding.help?.english?.contains(entry) == true && finding.fix == nil)
  }

  @Test(arguments: [
    (
      "links:\n  a:\n    name: A\n    stage:midstream # why\n    kind: material\n",
      "links:\n  a:\n    name: A\n    stage: midstream # why\n    kind: material\n"
    ),
    ("chain:x\nname: X\n", "chain: x\nname: X\n"),
  ])
  func `a colon without a blank is told as such, and the blank offered`(
    _ text: String, _ mended: String
  ) throws {
    let finding = try #require(yamlFindings(text).first)
    #expect(finding.message.chinese?.hasSuffix("的冒号后缺空格") == true, "\(finding)")
    let fix = try #require(finding.fix)
    #expect(fix.applicability == .likely && text.applying([fix]).text == mended)
  }

  @Test func `between braces, too`() throws {
    let found = Fixture(
      .unknownKey, "", ("x.yaml", "chain: x\nname: X\nlinks: {a: {name: A, stage:upstream}}\n")
    ).load().diagnostics
    let finding = try #require(found.first { $0.id == Rule.unknownKey.id })
    #expect(finding.fix?.edits.map(\.replacement) == ["stage: upstream"])
    #expect(finding.help?.chinese == "改为 `stage: upstream`")
  }

  @Test(arguments: [
    "note: some\n  words\n  more: x\n", "name: a: b\n", "http://a\nname: X\n", "\"name\" X\na: b\n",
  ])
  func `other mistakes are told as the parser does`(_ text: String) throws {
    let finding = try #require(yamlFindings(text).first)
    #expect(finding.message.chinese?.contains("后面缺冒号") == false, "\(finding)")
    #expect(finding.message.chinese?.contains("缺空格") == false, "\(finding)")
  }
}
