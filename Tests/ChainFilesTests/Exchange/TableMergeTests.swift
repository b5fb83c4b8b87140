import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct TableMergeTests {
  private func version(_ text: String, _ path: String = "a.csv") throws -> TableVersion {
    try #require(TableVersion(SourceFile(path: path, text: text)))
  }

  private func merged(
    _ a: String, _ b: String, base: String? = nil, _ side: TreeMerge.Side = .a
  ) throws -> TableMerge {
    TableMerge(
      try version(a), try version(b, "b.csv"), base: try base.map { try version($0) },
      preferring: side)
  }

  @Test func `rows of both are kept, new ones after the row that they follow`() throws {
    let merge = try merged(
      "firm,name_zh,link\na,甲,x/p\nc,丙,x/p\n", "firm,name_zh,link,jobs\na,甲,x/p,5\nb,乙,x/q,\n")
    #expect(merge.conflicts.isEmpty)
    #expect(
      merge.text == "firm,name_zh,link,jobs\na,甲,x/p,5\nb,乙,x/q,\nc,丙,x/p,\n")
  }

  @Test func `rows that follow none of both stand after the first's own`() throws {
    #expect(
      try merged("firm,link\na,x/p\n", "firm,link\nb,x/q\n").text == "firm,link\na,x/p\nb,x/q\n")
    let merge = try merged("firm,link\na,x/p\nc,x/r\n", "firm,link\nb,x/q\nc,x/r\n")
    #expect(merge.text == "firm,link\na,x/p\nb,x/q\nc,x/r\n")
  }

  @Test func `headings in Chinese are the columns that they stand for`() throws {
    let merge = try merged("企业编号,环节,就业\na,x/p,5\n", "firm,link,jobs\na,x/p,5.0\nb,x/p,1\n")
    #expect(merge.conflicts.isEmpty)
    #expect(merge.text == "企业编号,环节,就业\na,x/p,5\nb,x/p,1\n")
  }

  @Test func `what both say differently is shown at both cells`() throws {
    let (a, b) = ("firm,link,jobs\na,x/p,5\n", "firm,jobs,link\nb,1,x/p\na,6,x/p\n")
    let merge = try merged(a, b)
    let finding = try #require(merge.findings.first)
    #expect(merge.conflicts.count == 1)
    #expect(finding.message.english == "\"a x/p → jobs\" is \"5\" here and \"6\" in b.csv")
    #expect(finding.message.chinese == "“a x/p → jobs”此处为“5”，“b.csv”中为“6”")
    #expect(finding.location?.range?.start == SourcePosition(line: 2, column: 7))
    #expect(finding.notes.first?.location?.range?.start == SourcePosition(line: 3, column: 3))
    #expect(merge.text == "firm,link,jobs\nb,x/p,1\na,x/p,5\n")
    #expect(try merged(a, b, .b).text == "firm,link,jobs\nb,x/p,1\na,x/p,6\n")
  }

  @Test func `with an ancestor only what both changed is a conflict`() throws {
    let old = "firm,link,jobs,source\na,x/p,5,s\nb,x/p,5,s\nc,x/p,5,s\n"
    let a = "firm,link,jobs,source\na,x/p,6,s\nc,x/p,7,s\n"
    let b = "firm,link,jobs,source\na,x/p,5,t\nb,x/p,5,s\nc,x/p,8,s\n"
    let merge = try merged(a, b, base: old)
    #expect(merge.text == "firm,link,jobs,source\na,x/p,6,t\nc,x/p,7,s\n")
    #expect(merge.conflicts.map { "\($0.row) \($0.column ?? "")" } == ["c x/p jobs"])
  }

  @Test func `a row that one has removed and the other changed is a conflict`() throws {
    let (old, gone) = ("firm,link,jobs\na,x/p,5\n", "firm,link,jobs\n")
    let changed = "firm,link,jobs\na,x/p,6\n"
    let merge = try merged(gone, changed, base: old)
    #expect(merge.conflicts.count == 1 && merge.text == gone)
    #expect(merge.findings.first?.message.english?.contains("is removed here") == true)
    #expect(try merged(gone, changed, base: old, .b).text == changed)
  }

  @Test func `several projects of a firm in one link are matched by what they say`() throws {
    let merge = try merged(
      "firm,link,capacity\na,x/p,phase 1\na,x/p,phase 2\n",
      "firm,link,capacity\na,x/p,phase 2\na,x/p,phase 1\na,x/p,phase 3\n")
    #expect(merge.conflicts.isEmpty)
    #expect(merge.text == "firm,link,capacity\na,x/p,phase 1\na,x/p,phase 3\na,x/p,phase 2\n")
  }

  @Test func `codes that differ in their last digit are no equal numbers`() throws {
    let merge = try merged(
      "firm,credit_code\na,915201000000000001\n", "firm,credit_code\na,915201000000000002\n")
    #expect(merge.conflicts.count == 1)
  }

  @Test func `tables of peers are joined by region and link`() throws {
    let merge = try merged(
      "region,link,firms\nr,x/p,1\n", "region,link,firms\nr,x/q,2\nr,x/p,1\n")
    #expect(merge.text == "region,link,firms\nr,x/q,2\nr,x/p,1\n" && merge.conflicts.isEmpty)
  }

  @Test func `a new column comes behind what stands in a row`() throws {
    let old = try version(
      "firm,name_zh,link\r\na, 甲 ,x/p\r\n\r\n\"b\",乙\r\nc,\"丙\n厂\",x/q")
    let new = try version(
      "firm,name_zh,link,jobs\na,甲,x/p,\nb,乙,,5\nc,\"丙\n厂\",x/q,\"1,000\"\nd,丁,x/q,\n")
    #expect(
      old.text(withRowsOf: new)
        == "firm,name_zh,link,jobs\r\na, 甲 ,x/p,\r\n\r\n\"b\",乙,,5\r\nc,\"丙\n厂\",x/q,\"1,000\"\nd,丁,x/q,\r\n"
    )
  }

  @Test func `what is no such table is none, and rows that do not fit are told`() throws {
    #expect(TableVersion(SourceFile(path: "a.csv", text: "a,b\n1,2\n")) == nil)
    #expect(try version("firm,link\na,x,y,z\n").diagnostics.count == 1)
    #expect(try version("firm,firm\na,b\n").diagnostics.count == 1)
  }
}
