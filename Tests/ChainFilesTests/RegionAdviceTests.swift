import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

private let chainText = """
  chain: x
  name: {en: X, zh: 链}
  figures: {source: {en: books, zh: 书}}
  links:
    a: {name: {en: A, zh: 甲}, stage: upstream}
    b: {name: {en: B, zh: 乙}, stage: downstream, inputs: {a: 0.3}}

  """

private func found(
  region: String? = "region: here\nname: {en: Here, zh: 此地}\ndate: 2021-01-26\n",
  in folder: String = "Chains/regions/here", firms: String? = nil, prospects: String? = nil,
  peers: String? = nil
) -> [Diagnostic] {
  func file(_ name: String, _ text: String?) -> SourceFile? {
    text.map { SourceFile(path: folder + "/" + name, text: $0) }
  }
  return checkWorkspace(
    WorkspaceSources(
      chains: [SourceFile(path: "Chains/x.yaml", text: chainText)],
      regions: [
        RegionSources(
          folder: folder, region: file("region.yaml", region), firms: file("firms.csv", firms),
          prospects: file("prospects.csv", prospects), peers: file("peers.csv", peers))
      ])
  ).diagnostics
}

private func ids(_ found: [Diagnostic]) -> [String] { found.map(\.id.rawValue) }

@Suite struct RegionAdviceTests {
  @Test func `an id other than the folder's name is told, and the name offered where it is an id`()
    throws
  {
    #expect(found().isEmpty)
    let other = try #require(found(in: "Chains/regions/there").first)
    #expect(other.id == Rule.regionUnlikeFolder.id)
    #expect(other.message.chinese == "区域编号是“here”，所在文件夹却叫“there”")
    let fix = try #require(other.fix)
    #expect(fix.applicability == .likely && fix.edits.map(\.replacement) == ["there"])
    let chinese = try #require(found(in: "Chains/regions/此地").first)
    #expect(chinese.fix == nil && chinese.help?.english == "rename the folder `here`")
  }

  @Test(arguments: [".", "..", "Chains/regions/here"])
  func `a folder that is named by no word of its own says nothing`(_ folder: String) {
    #expect(found(in: folder).isEmpty)
  }

  @Test func `a folder without a region file has no id to compare`() {
    let result = found(region: nil, in: "Chains/regions/there", firms: "firm,name_zh,name_en\n")
    #expect(ids(result) == ["missing-region-file"])
  }

  @Test func `two firms of one name are told in one table and across both`() throws {
    let result = found(
      firms: "firm,name_zh,name_en\nf1,贵州（大龙）厂,Plant\nf2, 贵州(大龙) 厂,Works\n",
      prospects: "firm,name_zh,name_en\nf3,三厂,PLANT\nf4,四厂,Fourth\n")
    #expect(ids(result) == ["duplicate-firm-name", "duplicate-firm-name"])
    #expect(result.map { $0.location?.file.name } == ["firms.csv", "prospects.csv"])
    #expect(result.first?.message.english == "\"f2\" has the same name as \"f1\": 贵州(大龙) 厂")
    #expect(result.last?.notes.first?.location?.file.name == "firms.csv")
  }

  @Test func `one firm in several links and groups of unnamed firms have one name rightly`() {
    #expect(
      found(
        firms: """
          firm,name_zh,name_en,count,link,operating
          f1,一号厂,Plant One,,a,2020
          f1,,,,b,2020
          g1,其他企业,Others,several,a,2020
          g2,其他企业,Others,3,b,2020

          """
      ).isEmpty)
  }

  @Test func `the same credit code under two ids is said to be one firm`() throws {
    let code = "91350100M000100Y43"
    let result = found(
      firms: "firm,name_zh,name_en,credit_code\nf1,一号厂,One,\(code)\nf2,一号厂,One,\(code)\n")
    #expect(ids(result) == ["duplicate-firm-name"])
    #expect(result.first?.message.chinese?.contains("信用代码也相同") == true)
  }

  @Test(arguments: [
    ("signed", "2021-01-26", false), ("signed", "2021-01-27", true), ("signed", "2021-01", false),
    ("signed", "2021", false), ("signed", "2021-02", true), ("signed", "2022", true),
    ("negotiating", "2022", true), ("building", "2022", false), ("operating", "2022", false),
    ("signed", "yes", false),
  ])
  func `talks and contracts after the region's day are told, plans are not`(
    _ stage: String, _ date: String, _ isTold: Bool
  ) {
    let result = found(
      firms: "firm,name_zh,name_en,link,\(stage)\nf1,一号厂,One,a,\(date)\n"
    ).filter { $0.id != Rule.projectWithoutDate.id }
    #expect(ids(result) == (isTold ? ["date-after-region"] : []))
  }

  @Test func `every late row of a table is in its one finding`() throws {
    let result = found(
      firms: "firm,name_zh,name_en,link,signed\n"
        + (1...30).map { "f\($0),企\($0),F\($0),a,2021-0\($0 % 2 + 1)-26\n" }.joined())
    let finding = try #require(result.first)
    #expect(ids(result) == ["date-after-region"] && finding.notes.count == 14)
    #expect(finding.message.chinese == "有 15 个项目的在谈或签约日期晚于区域的数据日期 2021-01-26，这是第一个")
    #expect(finding.location?.range?.start.line == 2)
  }
}
