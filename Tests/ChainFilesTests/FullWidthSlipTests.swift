import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct FullWidthSlipTests {
  @Test(arguments: [
    ("name：人造板", "name: 人造板"), ("  stage：", "  stage:"), ("　　name: 甲", "    name: 甲"),
    ("name: ｛zh：甲，en：A｝", "name: {zh: 甲, en: A}"),
    ("name: {zh: 甲，en: A}", "name: {zh: 甲, en: A}"),
    ("inputs: {电镀：0.3，阀门: 0.2}", "inputs: {电镀: 0.3, 阀门: 0.2}"),
    ("needs: ［a, b］", "needs: [a, b]"), ("－ name: 甲", "- name: 甲"),
    ("name: “甲: 乙”", "name: \"甲: 乙\""), ("{zh: “甲”，en: A}", "{zh: \"甲\", en: A}"),
  ])
  func `signs of the structure are mended`(_ line: String, _ mended: String) {
    let slips = FullWidthSlip.all(in: line, number: 1)
    let fix = Fix(
      LocalizedText("", ""), .likely, edits: slips.map { TextEdit($0.range, with: $0.replacement) })
    #expect(line.applying([fix]).text == mended)
  }

  @Test(
    arguments: [
      "note: 第一：甲，乙", "name: {zh: 甲，乙, en: A}", "name: '甲：{乙，丙}'", "# name：人造板",
      "  - 甲方：说明", "note: \"a \\\" ，b：c\"", "note: 见“甲”一节", "", "　", "key: a # b：c",
    ].filter { $0 != "　" })
  func `signs in texts stay`(_ line: String) {
    #expect(FullWidthSlip.all(in: line, number: 1).isEmpty)
  }

  @Test(arguments: [
    ("chain: x\nname：人造板\nlinks: {}\n", 2, 5, "`:`"),
    ("chain：x\n\nname: X\n", 1, 6, "`:`"),
    ("chain: x\nname: {zh: 甲，en: A}\n", 2, 13, "`,`"),
    ("chain: x\nname: {\n  zh: 甲｝\nlinks: {}\n", 3, 8, "`}`"),
  ])
  func `the finding points at the sign and names the one to write`(
    _ text: String, _ line: Int, _ column: Int, _ sign: String
  ) throws {
    let finding = try #require(yamlFindings(text).first)
    #expect(finding.id == Rule.yamlSyntax.id)
    #expect(
      finding.location?.range?.start == SourcePosition(line: line, column: column), "\(finding)")
    #expect(finding.help?.english?.contains(sign) == true)
    #expect(finding.help?.chinese?.contains("改为半角 \(sign)") == true)
    #expect(finding.fix?.applicability == .likely && finding.notes.count == 1)
  }

  @Test func `other mistakes beside Chinese texts are told as before`() throws {
    let finding = try #require(yamlFindings("name: 甲，乙：丙\nlinks: [a\nx: y\n").first)
    #expect(finding.fix == nil)
  }
}
