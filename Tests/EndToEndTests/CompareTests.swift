import Foundation
import Testing

@Suite struct CompareTests {
  private let chain = """
    chain: metal
    name: {en: Metal, zh: 金属}
    links:
      ore: {name: {en: Ore, zh: 矿石}, stage: upstream}
      alloy: {name: {en: Alloy, zh: 合金}, stage: midstream, inputs: {ore: 0.5}}
      part: {name: {en: Part, zh: 零件}, stage: downstream, inputs: {alloy: 0.4}}
      tool: {name: {en: Tool, zh: 工具}, stage: supporting}
    """

  private func region(_ id: String, _ english: String, _ chinese: String) -> String {
    """
    region: \(id)
    name: {en: \(english), zh: \(chinese)}
    date: 2024-06-30
    surveyed: {metal: }
    """
  }

  /// Here makes parts; there makes alloy since 2023; a table says that ore is dug far away.
  private func workspace(peers: String? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let header = "firm,name_zh,name_en,link,operating,output\n"
    try folder.write(chain, to: "Chains/metal.yaml")
    try folder.write(region("here", "Here", "此地"), to: "Chains/regions/here/region.yaml")
    try folder.write(
      header + "f,一号厂,Works one,part,2020,200\n", to: "Chains/regions/here/firms.csv")
    try folder.write(region("there", "There", "彼地"), to: "Chains/regions/there/region.yaml")
    try folder.write(
      header + "g,二号厂,Works two,alloy,2023,200\n", to: "Chains/regions/there/firms.csv")
    try folder.write(
      peers ?? "地区,地区名称,英文名称,环节,企业数,来源\nfar,远市,Far,ore,若干,名录 2023\nfar,,,part,2,名录 2023\n",
      to: "Chains/regions/here/peers.csv")
    return folder
  }

  @Test func `who has what the first region lacks is named with its firms`() throws {
    let folder = try workspace()
    let all = try Command.run("compare", in: folder.url)
    #expect(all.exitCode == 0)
    #expect(all.errors == "")
    for part in ["Here beside Far, There", "There (1 firm: Works two)", "Far (several firms)"] {
      #expect(all.output.contains(part), "\(part)")
    }
    let turned = try Command.run("compare", "there", "here", in: folder.url)
    #expect(turned.output.contains("Here (1 firm: Works one)"))
    #expect(!turned.output.contains("Far"))
    let chinese = try Command.run(
      "compare", "here", "far", "--language", "zh", "--format", "markdown", in: folder.url)
    #expect(chinese.output.contains("# 此地与远市产业链对比"))
    #expect(chinese.output.contains("未列出"))
    let earlier = try Command.run(
      "compare", "here", "there", "--as-of", "2022-12-31", in: folder.url)
    #expect(!earlier.output.contains("Works two"))
  }

  @Test func `json and csv have every region, and what a table cannot tell is null`() throws {
    let folder = try workspace()
    let json = try Command.run("compare", "--format", "json", in: folder.url)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let regions = try #require(object["regions"] as? [[String: Any]])
    #expect(regions.compactMap { $0["id"] as? String } == ["here", "far", "there"])
    #expect(regions[1]["supportRate"] is NSNull)
    let counts = try #require(regions[1]["linkCounts"] as? [String: Any])
    #expect(counts["missing"] is NSNull)
    #expect(counts["notListed"] as? Int == 2)
    let csv = try Command.run("compare", "--format", "csv", in: folder.url)
    #expect(csv.output.hasPrefix("\u{FEFF}"))
    #expect(csv.output.contains("远市 Far"))
  }

  @Test func `the report names the regions to visit`() throws {
    let folder = try workspace()
    #expect(try Command.run("report", "--region", "here", in: folder.url).exitCode == 0)
    #expect(try folder.text(of: "Reports/here/report.md").contains("建议考察的地区"))
    let english = try folder.text(of: "Reports/here/report.en.md")
    #expect(english.contains("Which regions to visit"))
    #expect(english.contains("Works two"))
  }

  @Test func `regions that cannot be compared are told with the nearest name`() throws {
    let folder = try workspace()
    for (arguments, part) in [
      (["compare", "her"], "\"here\""), (["compare", "far"], "peers.csv"),
      (["compare", "here", "ther"], "\"there\""), (["compare", "here", "here"], "twice"),
      (["compare", "here", "--chain", "mettle"], "metal"),
      (["compare", "here", "--region", "there"], "once"),
    ] {
      let outcome = try Command.run(arguments, in: folder.url)
      #expect(outcome.exitCode == 2, "\(arguments)")
      #expect(outcome.errors.contains(part), "\(arguments)")
    }
    let broken = try workspace(peers: "region,link,firms\nfar,oar,1\n")
    let outcome = try Command.run(["compare"], in: broken.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("peers.csv:2:5"))
    #expect(try Command.run("check", "Chains/regions/here/peers.csv", in: broken.url).exitCode == 1)
  }

  @Test func `the shipped region has no peers, and says so`() throws {
    let outcome = try Command.run("compare", "--region", "dalong")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("No other region is given"))
  }
}
