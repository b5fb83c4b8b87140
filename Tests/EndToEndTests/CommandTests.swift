import Foundation
import Testing

/// A chain of three links that the suites of the commands share.
@Suite struct CommandTests {
  @Test func `report writes every file, twice the same, and prints the top of the list`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let first = try Command.run("report", in: folder.url)
    #expect(first.exitCode == 0)
    #expect(first.errors == "")
    #expect(first.output.contains("Alloy"))
    let expected = [
      "chains/metal.dot", "chains/metal.svg", "portfolio.json", "project-book.en.html",
      "project-book.html", "report.en.md", "report.html", "report.md", "risk.json", "roadmap.json",
      "targets.csv", "targets.json", "targets.xlsx", "timeline.json",
      "workspace.dot", "workspace.svg",
    ]
    let files = try folder.files().filter { $0.hasPrefix("Reports/") }
    #expect(files == expected.map { "Reports/here/\($0)" })
    for file in files { #expect(first.output.contains(file)) }
    let contents = try files.map { try folder.bytes(of: $0) }
    #expect(try Command.run("report", in: folder.url).exitCode == 0)
    #expect(try files.map { try folder.bytes(of: $0) } == contents)
    #expect(
      try folder.files().filter { $0.hasPrefix("Reports/") }
        == expected.map { "Reports/here/\($0)" })
  }

  @Test func `the shipped report is the same from run to run, diagrams included`() throws {
    let folder = try TemporaryFolder()
    for run in ["1", "2", "3"] {
      let output = folder.url.appendingPathComponent(run).path
      #expect(try Command.run("report", "--region", "dalong", "--output", output).exitCode == 0)
    }
    let files = try folder.files().filter { $0.hasPrefix("1/") }.map { $0.dropFirst(2) }
    #expect(files.count == 25)
    for file in files {
      let contents = try ["1/", "2/", "3/"].map { try folder.bytes(of: $0 + file) }
      #expect(Set(contents).count == 1, "\(file)")
    }
  }

  @Test func `a file with an error stops the report and leaves the old one whole`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    #expect(try Command.run("report", in: folder.url).exitCode == 0)
    let old = try folder.text(of: "Reports/here/targets.csv")
    try folder.write(
      smallChain.replacingOccurrences(of: "inputs: {alloy: 0.4}", with: "inputs: {aloy: 0.4}"),
      to: "Chains/metal.yaml")
    let outcome = try Command.run("report", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("Chains/metal.yaml:12:"))
    #expect(outcome.errors.contains("unknown-link"))
    #expect(outcome.errors.contains("\"alloy\""))
    #expect(try folder.text(of: "Reports/here/targets.csv") == old)
  }

  @Test func `an output that cannot be written is an error and leaves nothing behind`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    try folder.write("in the way", to: "out/chains")
    let outcome = try Command.run("report", "--output", "out", in: folder.url)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("out/chains"))
    #expect(try folder.files().filter { $0.hasPrefix("out/") } == ["out/chains"])
  }

  @Test func `a place that cannot be replaced stops the report before anything is`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    #expect(try Command.run("report", "--output", "out", in: folder.url).exitCode == 0)
    let old = try folder.text(of: "out/report.md")
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("out/workspace.svg"))
    try folder.write("in the way", to: "out/workspace.svg/file")
    try folder.write(
      smallRegion.replacingOccurrences(of: "此地", with: "别处"),
      to: "Chains/regions/here/region.yaml")
    let outcome = try Command.run("report", "--output", "out", in: folder.url)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("workspace.svg"))
    #expect(try folder.text(of: "out/report.md") == old)
    #expect(try Command.run("report", "--output", "Chains/out", in: folder.url).exitCode == 2)
  }

  @Test func `a full disk on standard output is no success`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\"$0\" targets >/dev/full 2>/dev/null", Command.binary.path]
    process.currentDirectoryURL = folder.url
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }

  @Test func `check tells all problems at once, with place, excerpt and help`() throws {
    let folder = try TemporaryFolder.smallWorkspace(
      firms: "f1,甲,prt,2020-13,200,\nf2,乙,part,2021,1e3x,\n")
    try folder.write(
      smallChain.replacingOccurrences(of: "{ore: 0.5}", with: "{ore: 1.5}"),
      to: "Chains/metal.yaml")
    let outcome = try Command.run("check", in: folder.url)
    #expect(outcome.exitCode == 1)
    for part in [
      "Chains/metal.yaml:8:", "firms.csv:2:", "firms.csv:3:", "^", "help", "errors",
    ] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    let json = try Command.run("check", "--format", "json", in: folder.url)
    #expect(json.exitCode == 1)
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
  }

  @Test func `check is clean, or has findings, or could not run`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    #expect(try Command.run("check", in: folder.url).exitCode == 0)
    #expect(try Command.run("check", "Chains/metal.yaml", in: folder.url).exitCode == 0)
    #expect(try Command.run("check", "nowhere", in: folder.url).exitCode == 2)
    #expect(try Command.run("check", "--no-such-option", in: folder.url).exitCode == 2)
    let empty = try TemporaryFolder()
    let outcome = try Command.run("check", ".", in: empty.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("nothing-to-read"))
  }

  @Test func `targets come as table, csv, json and markdown, filtered as asked`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let table = try Command.run("targets", in: folder.url)
    #expect(table.exitCode == 0)
    #expect(table.output.contains("Recruitment targets"))
    #expect(!table.output.contains("\u{1B}"))
    let chinese = try Command.run(
      "targets", in: folder.url, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chinese.output.contains("招商目标清单"))
    let csv = try Command.run("targets", "--format", "csv", in: folder.url)
    #expect(csv.output.hasPrefix("\u{FEFF}"))
    let json = try Command.run("targets", "--format", "json", "--limit", "1", in: folder.url)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((object["targets"] as? [Any])?.count == 1)
    let filled = try Command.run(
      "targets", "--kind", "extend-upstream", "--chain", "metal", "--format", "markdown",
      in: folder.url)
    #expect(filled.exitCode == 0)
    #expect(filled.output.contains("Ore"))
    #expect(!filled.output.contains("strengthen"))
    #expect(try Command.run("targets", "--chain", "mettle", in: folder.url).exitCode == 2)
    #expect(try Command.run("targets", "--limit", "0", in: folder.url).exitCode == 2)
  }

  @Test func `explain goes down to the firms and the source lines`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let outcome = try Command.run("explain", "alloy", in: folder.url)
    #expect(outcome.exitCode == 0)
    for part in ["80 million CNY", "Part", "一号厂", "firms.csv:2", "0.4"] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    #expect(try Command.run("explain", "合金", "--language", "zh", in: folder.url).exitCode == 0)
    let misspelt = try Command.run("explain", "aloy", in: folder.url)
    #expect(misspelt.exitCode == 2)
    #expect(misspelt.errors.contains("alloy"))
  }

  @Test(arguments: [("svg", "<svg"), ("pdf", "%PDF"), ("png", "PNG"), ("dot", "digraph")])
  func `a diagram is drawn in each format`(format: String, mark: String) throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let outcome = try Command.run(
      "diagram", "metal", "--format", format, "--output", "d", in: folder.url)
    #expect(outcome.exitCode == 0)
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent("d"))
    #expect(String(decoding: bytes.prefix(600), as: UTF8.self).contains(mark))
  }

  @Test func `a diagram around one link shows that and no more`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let outcome = try Command.run(
      "diagram", "--focus", "ore", "--depth", "1", "--format", "dot", "-o", "-", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("metal/alloy"))
    #expect(!outcome.output.contains("metal/part"))
    #expect(try Command.run("diagram", "--depth", "1", in: folder.url).exitCode == 2)
  }

  @Test func `a path is drawn from supplier to buyer, and refused the other way round`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let there = try Command.run(
      "diagram", "--path", "ore", "part", "--format", "dot", "-o", "-", in: folder.url)
    #expect(there.exitCode == 0)
    #expect(there.output.contains("metal/alloy"))
    let back = try Command.run("diagram", "--path", "part", "ore", "-o", "-", in: folder.url)
    #expect(back.exitCode == 2)
    #expect(back.errors.contains("no material comes from part to ore"))
    #expect(try Command.run("diagram", "--path", "ore", in: folder.url).exitCode == 2)
  }

  @Test func `an overview folds links into boxes and says so, a fold by stage does too`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let dot = ["--format", "dot", "-o", "-"]
    let all = try Command.run(["diagram", "--overview"] + dot, in: folder.url)
    #expect(all.exitCode == 0)
    #expect(all.output.contains("folded by chain"))
    #expect(!all.output.contains("metal/ore"))
    let one = try Command.run(["diagram", "metal", "--overview"] + dot, in: folder.url)
    let stages = try Command.run(["diagram", "metal", "--fold", "stage"] + dot, in: folder.url)
    #expect(one.output == stages.output)
    #expect(one.output.contains("metal upstream"))
    let gaps = try Command.run(
      ["diagram", "--focus", "ore", "--gaps-only", "--fold", "chain"] + dot, in: folder.url)
    #expect(gaps.exitCode == 0)
    #expect(
      try Command.run("diagram", "metal", "--overview", in: folder.url).output
        == "here-metal-by-stage.svg\n")
    #expect(
      try Command.run("diagram", "--overview", "--fold", "chain", in: folder.url).exitCode == 2)
    #expect(try Command.run("diagram", "--fold", "sideways", in: folder.url).exitCode == 2)
  }

  @Test func `names from files are never markup, script or formula`() throws {
    let folder = try TemporaryFolder.smallWorkspace(
      firms: "f1,=1+1,part,2020,200,s\nf2,<script>alert(1)</script>,part,2020,100,s\n")
    #expect(try Command.run("report", in: folder.url).exitCode == 0)
    let files = try folder.files().filter { $0.hasPrefix("Reports/") }
    for file in files where [".md", ".svg", ".html"].contains(where: file.hasSuffix) {
      // The page has a script, its own.
      let ours = file.hasSuffix("report.html") ? 1 : 0
      #expect(try folder.text(of: file).ranges(of: "<script").count == ours, "\(file)")
      #expect(try !folder.text(of: file).contains("<script>alert"), "\(file)")
    }
    let csv = try folder.text(of: "Reports/here/targets.csv")
    #expect(!csv.contains(",=1") && !csv.contains("\n=1"))
  }

  @Test func `help has examples and every command tells its own`() throws {
    let help = try Command.run("--help")
    #expect(help.exitCode == 0)
    for command in [
      "report", "targets", "explain", "portfolio", "roadmap", "what-if", "risk", "compare",
      "timeline", "backtest", "diagram", "check", "diff", "watch",
    ] {
      #expect(help.output.contains(command))
      let own = try Command.run(command, "--help")
      #expect(own.exitCode == 0)
      #expect(own.output.contains("Examples:"))
    }
    // An example that is too wide for 80 columns is broken, and its rest begins at the margin.
    for output in try [
      [], ["compare"], ["timeline"], ["portfolio"], ["backtest"], ["check"],
      ["diagram"], ["diff"], ["watch"],
    ].map({
      try Command.run($0 + ["--help"]).output
    }) {
      let examples = output.split(separator: "\n", omittingEmptySubsequences: false)
        .drop { !$0.hasPrefix("  chaingap ") }.prefix { !$0.isEmpty }
      #expect(!examples.isEmpty)
      #expect(examples.allSatisfy { $0.hasPrefix("  chaingap ") }, "\(examples)")
    }
    for command in ["targets", "risk"] {
      for limit in ["0", "-1"] {
        let refused = try Command.run(command, "--limit=\(limit)")
        #expect(refused.exitCode == 2)
        #expect(refused.errors.contains("--limit takes 1 or more"))
      }
    }
    #expect(try Command.run("--version").output == "0.1.0\n")
  }
}
