import Foundation
import Testing

private let firms = """
  企业编号,企业名称,企业数,环节,招商队伍,签约,投产,合同投资额,到位资金,来源
  f1,一号厂,,part,,,2018,,,年报
  f2,二号厂,,alloy,驻深招商工作队,2023-08-01,2024-02-01,24.2亿元,8.28亿元,年报
  f3,其他项目,30,,,2023,2024-01-01,,,年报
  f4,未投产项目,6,,,2023,,,,年报

  """

private func workspace() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write(smallChain, to: "Chains/metal.yaml")
  try folder.write(
    "region: here\nname: {en: Here, zh: 此地}\ndate: 2024-06-30\nsurveyed: {metal: }\n"
      + "chief_firms: {metal: f1}\n", to: "Chains/regions/here/region.yaml")
  try folder.write(firms, to: "Chains/regions/here/firms.csv")
  return folder
}

private func object(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

@Suite struct TimeCommandTests {
  @Test func `timeline shows the years and the newspaper's rates`() throws {
    let folder = try workspace()
    #expect(try Command.run("check", in: folder.url).exitCode == 0)
    let table = try Command.run("timeline", in: folder.url)
    #expect(table.exitCode == 0)
    #expect(table.errors == "")
    for part in [
      "2017-12-31", "2023-12-31", "2024-06-30", "83.8%", "34.2%", "184 days (1 of 1)", "驻深招商工作队",
    ] {
      #expect(table.output.contains(part), "\(part)")
    }
    #expect(!table.output.contains("\u{1B}"))
    let chinese = try Command.run(
      "timeline", "--format", "markdown", "--language", "zh", in: folder.url)
    for part in ["# 此地项目推进情况", "投产率", "到位率", "产业契合度", "招商队伍：驻深招商工作队"] {
      #expect(chinese.output.contains(part), "\(part)")
    }
    let json = try object(try Command.run("timeline", "--format", "json", in: folder.url).output)
    let days = try #require(json["days"] as? [[String: Any]])
    let projects = try #require(days.last?["projects"] as? [[String: Any]])
    let newlySigned = try #require(projects.dropFirst().first?["progress"] as? [String: Any])
    #expect(newlySigned["introduced"] as? Int == 37)
    #expect(abs((newlySigned["productionRate"] as? Double ?? 0) - 31.0 / 37) < 1e-6)
  }

  @Test func `timeline takes days and their spacing, and refuses what makes no sense`() throws {
    let folder = try workspace()
    let quarters = try Command.run(
      "timeline", "--from", "2023-03-01", "--to", "2023-12-31", "--every", "quarter",
      "--format", "json", in: folder.url)
    let days = try #require(try object(quarters.output)["days"] as? [[String: Any]])
    #expect(
      days.compactMap { $0["date"] as? String }
        == ["2023-03-01", "2023-03-31", "2023-06-30", "2023-09-30", "2023-12-31"])
    for arguments in [
      ["--from", "2024-01-01", "--to", "2023-01-01"], ["--from", "2023-13-01"],
      ["--from", "2025-01-01"], ["--every", "week"], ["--from", "0100-01-01", "--every", "month"],
    ] {
      let outcome = try Command.run(["timeline"] + arguments, in: folder.url)
      #expect(outcome.exitCode == 2, "\(arguments)")
      #expect(!outcome.errors.isEmpty)
    }
    let late = try Command.run("timeline", "--to", "2025-01-01", in: folder.url)
    #expect(late.exitCode == 0)
    #expect(late.errors.contains("2024-06-30"))
  }

  @Test func `a month or a year counts from its last day, and what is no day is told how to write`()
    throws
  {
    let folder = try workspace()
    for (short, full) in [
      (
        ["timeline", "--from", "2022", "--to", "2023"],
        ["--from", "2022-12-31", "--to", "2023-12-31"]
      ),
      (
        ["backtest", "--from", "2020-02", "--to", "2023"],
        ["--from", "2020-02-29", "--to", "2023-12-31"]
      ),
      (["targets", "--as-of", "2023"], ["--as-of", "2023-12-31"]),
    ] {
      let outcome = try Command.run(short + ["--format", "json"], in: folder.url)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(
        outcome.output
          == (try Command.run([short[0]] + full + ["--format", "json"], in: folder.url).output))
    }
    for (command, option) in [
      ("timeline", "--from"), ("timeline", "--to"), ("backtest", "--from"), ("backtest", "--to"),
      ("targets", "--as-of"), ("risk", "--as-of"),
    ] {
      for text in ["2023-13", "2023-02-30", "23", "2023/01/01", "soon", ""] {
        let outcome = try Command.run(command, option, text, in: folder.url)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains("write a day, 2020-12-31"), "\(outcome.errors)")
      }
    }
  }

  @Test(arguments: ["timeline", "backtest"])
  func `two names for the last day are refused together`(command: String) throws {
    let folder = try workspace()
    let outcome = try Command.run(
      command, "--as-of", "2023-12-31", "--to", "2023", in: folder.url)
    #expect(outcome.exitCode == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("--as-of and --to both name the last day"))
  }

  @Test func `backtest ranks then and judges now`() throws {
    let folder = try workspace()
    let table = try Command.run("backtest", in: folder.url)
    #expect(table.exitCode == 0)
    for part in ["2023-06-30", "2024-06-30", "Alloy", "AUC", "p-value", "二号厂"] {
      #expect(table.output.contains(part), "\(part)")
    }
    let json = try object(
      try Command.run(
        "backtest", "--from", "2020-12-31", "--to", "2024-06-30", "--format", "json",
        in: folder.url
      ).output)
    #expect(json["outcome"] as? String == "comparable")
    #expect(json["events"] as? Int == 1)
    #expect((json["candidates"] as? [[String: Any]])?.count == 2)
    let chinese = try Command.run(
      "backtest", "--language", "zh", "--format", "markdown", in: folder.url)
    #expect(chinese.output.contains("方法回测"))
    let quiet = try Command.run(
      "backtest", "--from", "2019-12-31", "--to", "2020-12-31", in: folder.url)
    #expect(quiet.exitCode == 0)
    #expect(quiet.output.contains("nobody had signed"))
    #expect(try Command.run("backtest", "--from", "2024-06-30", in: folder.url).exitCode == 2)
    #expect(try Command.run("backtest", "--from", "last year", in: folder.url).exitCode == 2)
  }

  @Test func `both tell their own examples, and the report holds both`() throws {
    for command in ["timeline", "backtest"] {
      let help = try Command.run(command, "--help")
      #expect(help.exitCode == 0)
      #expect(help.output.contains("Examples:"))
      #expect(try Command.run("--help").output.contains(command))
    }
    let folder = try workspace()
    #expect(try Command.run("report", in: folder.url).exitCode == 0)
    let report = try folder.text(of: "Reports/here/report.md")
    #expect(report.contains("、项目推进情况") && report.contains("、方法回测"))
  }

  @Test func `Dalong's year has four signings among its missing links`() throws {
    let json = try object(
      try Command.run("backtest", "--region", "dalong", "--format", "json").output)
    #expect(json["from"] as? String == "2020-01-26")
    #expect(json["events"] as? Int == 4)
    let events = (json["candidates"] as? [[String: Any]] ?? [])
      .filter { $0["isEvent"] as? Bool == true }.compactMap { $0["link"] as? String }
    #expect(
      Set(events) == [
        "surface-treatment/electroplating", "lithium-battery/primary-battery-recycling",
        "pharmaceutical/c15-alcohol", "pharmaceutical/pharmaceutical-intermediate",
      ])
  }
}
