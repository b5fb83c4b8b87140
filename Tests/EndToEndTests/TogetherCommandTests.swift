import Foundation
import Testing

@Suite struct TogetherCommandTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a portfolio says what to recruit, how sure that is and what the limits cost`() throws
  {
    let english = try Command.run("portfolio", "--count", "3", "--land", "600")
    #expect(english.exitCode == 0)
    #expect(english.errors == "")
    for part in [
      "at most 3 links", "land at most 600 mu", "Proven to be the best",
      "The best set of each size", "What each limit is worth", "Value against land",
      "keeps its sales outside",
    ] {
      #expect(english.output.contains(part), "\(part)")
    }
    let chinese = try Command.run(
      "portfolio", "--count", "3", "--investment", "20亿元", "--language", "zh")
    for part in ["招商组合", "投资不超过20亿元", "已证明最优", "约束的边际价值", "联合价值"] {
      #expect(chinese.output.contains(part), "\(part)")
    }
  }

  @Test func `a portfolio is the same from run to run and its JSON adds up`() throws {
    let first = try Command.run("portfolio", "--count", "4", "--format", "json")
    #expect(first.exitCode == 0)
    #expect(
      try Command.run("portfolio", "--count", "4", "--format", "json").output == first.output)
    let json = try object(first.output)
    #expect(json["schema"] as? String == "chaingap.portfolio/1")
    let best = try #require(json["best"] as? [String: Any])
    #expect(best["proven"] as? Bool == true)
    let value = try #require(best["valueMillionCNY"] as? Double)
    let members = try #require(json["members"] as? [[String: Any]])
    let shares = members.compactMap { $0["shareMillionCNY"] as? Double }
    #expect(members.count == 4 && shares.count == 4)
    #expect(abs(shares.reduce(0, +) - value) < 1e-3 * value)
    #expect((json["bySize"] as? [Any])?.count == 4)
  }

  @Test func `a choice among named links is by looking at every subset`() throws {
    let outcome = try Command.run(
      "portfolio", "--among", "separator", "--among", "电镀药剂", "--among", "anodizing",
      "--format", "json")
    #expect(outcome.exitCode == 0)
    let json = try object(outcome.output)
    #expect(json["method"] as? String == "enumeration")
    #expect((json["members"] as? [Any])?.count ?? 9 <= 3)
  }

  @Test func `a roadmap's curve ends at the portfolio's value`() throws {
    let roadmap = try object(
      try Command.run("roadmap", "--count", "5", "--format", "json").output)
    let portfolio = try object(
      try Command.run("portfolio", "--count", "5", "--format", "json").output)
    let steps = try #require(roadmap["steps"] as? [[String: Any]])
    let best = try #require(portfolio["best"] as? [String: Any])
    #expect(steps.count == 5)
    #expect(
      steps.last?["cumulativeMillionCNY"] as? Double == best["valueMillionCNY"] as? Double)
    let table = try Command.run("roadmap", "--count", "5", "--language", "zh")
    #expect(table.output.contains("招商路线图"))
    let markdown = try Command.run("roadmap", "--format", "markdown")
    #expect(markdown.output.contains("| Step |") || markdown.output.contains("| ---:"))
  }

  @Test func `limits that are no amounts and links that are no targets are refused`() throws {
    for arguments in [
      ["--count", "-1"], ["--land", "much"], ["--investment", "12 apples"], ["--power", "-3"],
      ["--time-limit", "0"], ["--among", "no-such-link"], ["--among", "electroplating"],
    ] {
      for command in ["portfolio", "roadmap"] {
        let outcome = try Command.run(command, arguments[0], arguments[1])
        #expect(outcome.exitCode == 2, "\(command) \(arguments)")
        #expect(outcome.errors.contains("error") || outcome.errors.contains("Error"))
      }
    }
  }

  @Test func `no time at all still gives a plain answer`() throws {
    let outcome = try Command.run("portfolio", "--time-limit", "0.000001", "--count", "10")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("a gap of at most") || outcome.output.contains("Proven"))
  }

  @Test func `limits of nothing choose nothing`() throws {
    let outcome = try Command.run("portfolio", "--land", "0", "--count", "0")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("No link fits the limits"))
  }
}
