import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Test(arguments: ["team", "招商队伍"])
func `a project's recruiting team is read, one for each row, blanks around it dropped`(
  column: String
) throws {
  let table = """
    firm,name_zh,link,signed,\(column)
    a,甲,x,2020,\u{3000}驻深招商工作队\u{20}
    a,,y,2021,
    b,乙,,,二队
    c,丙,,,

    """
  let fixture = Fixture(
    .unknownColumn, "", ("a.yaml", chain("a", ("x", ""), ("y", ""))), ("firms.csv", table))
  let result = fixture.load()
  let region = try #require(result.workspace?.regions.first)
  #expect(
    region.firms.map { $0.projects.map(\.team) } == [["驻深招商工作队", nil], ["二队"], []])
}
