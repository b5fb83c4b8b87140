import Foundation
import Testing

private let chain = """
  chain: metal
  name: {en: Metal, zh: 金属}
  links:
    ore: {name: {en: Ore, zh: 矿石}, stage: upstream, plant: {output: 100}}
    alloy:
      name: {en: Alloy, zh: 合金}
      stage: midstream
      value_added: 0.3
      inputs: {ore: 0.5}
      plant: {output: 6000万元}
    part:
      name: {en: Part, zh: 零件}
      stage: downstream
      value_added: 0.4
      inputs: {alloy: 0.4}
      plant: {output: 1亿元}
  """

private let region = """
  region: here
  name: {en: Here, zh: 此地}
  date: 2024-06-30
  surveyed: {metal: }
  """

/// f1 makes 200 of part, of which nobody here buys any; f2 has signed for ore; f3 makes 40 of alloy.
private func workspace(with more: String = "") throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write(chain, to: "Chains/metal.yaml")
  try folder.write(region, to: "Chains/regions/here/region.yaml")
  try folder.write(
    """
    firm,name_zh,name_en,link,signed,operating,output,source
    f1,一号厂,First,part,,2020,200,年报 2021
    f2,二号厂,Second,ore,2022,,50,年报 2021
    f3,三号厂,Third,alloy,,2020,40,年报 2021

    """ + more, to: "Chains/regions/here/firms.csv")
  return folder
}

private func object(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

@Suite struct WhatIfTests {
  @Test func `a plant, a firm that leaves and a stage are told in both languages`() throws {
    let folder = try workspace()
    let before = try folder.files()
    let english = try Command.run(
      "what-if", "--add", "alloy=5000万元", "--stage", "f2=operating", in: folder.url)
    #expect(english.exitCode == 0 && english.errors == "")
    for part in [
      "a what-if plant is no real firm", "50 million CNY", "Second is operating", "assumed",
      "gains a supplier of Ore",
    ] { #expect(english.output.lowercased().contains(part.lowercased()), "\(part)") }
    let chinese = try Command.run(
      "what-if", "--remove", "三号厂", "--language", "zh", "--format", "markdown", in: folder.url)
    #expect(chinese.exitCode == 0)
    for part in ["# 此地假设情景", "退出：三号厂", "失去已知的本地供应商：合金", "缺失"] {
      #expect(chinese.output.contains(part), "\(part)")
    }
    #expect(try folder.files() == before)
  }

  @Test func `the figures are those worked out by hand`() throws {
    let folder = try workspace()
    let outcome = try Command.run(
      "what-if", "--add", "ore", "--remove", "link:part", "--format", "json", in: folder.url)
    let value = try #require(try object(outcome.output)["valueAdded"] as? [String: Double])
    // Before 0.4 × 200 + 0.3 × 40 = 92. Part goes: content 0.4 + 0.5 × 0.4 × 0.3 = 0.46, and 0.4 of
    // it anywhere; ore comes, 0.25 × 100, and no alloy plant is left with a buyer here.
    #expect(value["beforeMillionCNY"] == 92)
    #expect(value["firmsAsTheyAreMillionCNY"] == -55)
    #expect(value["suppliersKeepingPaceMillionCNY"] == -67)
    // Alloy falls by 40, so ore's market by 20, to nothing: all of ore's 25 is earned anywhere.
    #expect(value["earnedAnywhereMillionCNY"] == -55)
    #expect(value["chainValueMillionCNY"] == -12)
  }

  @Test func `a firm named like a link is asked about`() throws {
    let folder = try workspace(with: "alloy,,Alloy,part,,2021,10,年报 2021\n")
    let both = try Command.run("what-if", "--remove", "alloy", in: folder.url)
    #expect(both.exitCode == 2)
    #expect(both.errors.contains("firm:alloy or link:alloy"))
    #expect(try Command.run("what-if", "--remove", "firm:alloy", in: folder.url).exitCode == 0)
    #expect(try Command.run("what-if", "--remove", "link:alloy", in: folder.url).exitCode == 0)
  }

  @Test(arguments: [
    (["--add", "aloy"], "alloy"), (["--add", "alloy=3美元"], "亿元"),
    (["--add", "alloy=-3"], "below zero"),
    (["--add", "alloy=1e300"], "more than 100 trillion CNY"),
    (["--add", "alloy=1e9"], "more than 100 trillion CNY"),
    (["--add", "alloy=0"], "more than nothing"), (["--add", "ore="], "amount"),
    (["--remove", "f9x"], "no firm and no link"), (["--remove", "Thrid"], "Third"),
    (["--remove", "ore"], "no firm operates"), (["--stage", "f1"], "--stage f1=operating"),
    (["--stage", "f2=operatin"], "write operating"), (["--stage", "f22=operating"], "f2"),
    (["--stage", "f1=operating"], "operating already"),
    (["--stage", "f2@alloy=operating"], "f2@metal/ore=…"),
    (["--stage", "f2@metall/ore=operating"], "there is no link"),
    (["--add", "alloy", "--remove", "alloy"], "at once"),
    (["--remove", "f3", "--stage", "f3=building"], "at once"), ([], "--add LINK"),
    (["--format", "csv", "--add", "alloy"], "format"), (["--add"], "add"),
  ])
  func `a mistake is told with what to write, and nothing else`(
    arguments: [String], help: String
  ) throws {
    let folder = try workspace()
    let outcome = try Command.run(["what-if"] + arguments, in: folder.url)
    #expect(outcome.exitCode == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(help), "\(outcome.errors)")
  }

  @Test func `risk ranks links and firms and names the single points of failure`() throws {
    let folder = try workspace()
    let table = try Command.run("risk", in: folder.url)
    #expect(table.exitCode == 0 && table.errors == "")
    #expect(table.output.contains("Third: Part would find no Alloy here."))
    let chinese = try Command.run("risk", "--language", "zh", "--limit", "1", in: folder.url)
    #expect(chinese.output.contains("断链风险") && chinese.output.contains("另有1项未列出"))
    let json = try object(
      try Command.run("risk", "--format", "json", in: folder.url).output)
    let links = try #require(json["links"] as? [[String: Any]])
    #expect(links.compactMap { $0["link"] as? String } == ["metal/part", "metal/alloy"])
    #expect(links.compactMap { $0["valueAddedLostMillionCNY"] as? Double } == [92, 12])
    #expect(links.compactMap { $0["isSinglePointOfFailure"] as? Bool } == [false, true])
    #expect(links[0]["linksWithoutBuyer"] as? [String] == ["metal/alloy"])
    #expect(try Command.run("risk", "--limit", "0", in: folder.url).exitCode == 2)
    #expect(
      try Command.run("risk", "--as-of", "2019-01-01", in: folder.url).output
        .contains("No firm operates here yet"))
    let report = try Command.run("report", in: folder.url)
    #expect(report.exitCode == 0)
    #expect(try folder.text(of: "Reports/here/report.md").contains("断链风险"))
    #expect(try folder.text(of: "Reports/here/report.en.md").contains("would find no Alloy here"))
  }

  @Test func `Dalong would lose no local supplier with its leading firm, and gains with plating`()
    throws
  {
    let gone = try object(
      try Command.run(
        "what-if", "--region", "dalong", "--remove", "zhongwei", "--format", "json"
      ).output)
    #expect((gone["firms"] as? [Any])?.isEmpty == true)
    let plating = try object(
      try Command.run(
        "what-if", "--region", "dalong", "--add", "电镀", "--format", "json"
      ).output)
    let firms = try #require(plating["firms"] as? [[String: Any]])
    #expect(firms.count == 4)
    #expect(
      firms.allSatisfy {
        ($0["gainedSuppliers"] as? [String]) == ["surface-treatment/electroplating"]
      })
  }
}
