import ChainFiles
import Foundation
import Testing

/// Tables of our own that come back with rows deleted, wrong values and stray characters.
@Suite struct EditedTablesTests {
  private func exported(_ name: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder.smallWorkspace()
    try folder.write("region,link,firms\nthere,metal/ore,2\n", to: "Chains/regions/here/peers.csv")
    let outcome = try Command.run("export", name, "--format", "tables", "-o", "t", in: folder.url)
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
    return folder
  }

  @Test func `an emptied table empties its file, its rows listed and held back as others`() throws {
    let folder = try exported("here")
    let path = "Chains/regions/here/firms.csv"
    let old = try folder.text(of: path)
    let table = try folder.text(of: "t/firms.csv")
    let header = String(table.prefix { $0 != "\n" })
    try folder.write(header + "\n", to: "t/firms.csv")
    let seen = try Command.run("import", "t", in: folder.url)
    #expect(seen.exitCode == 1 && seen.errors.contains("firms.csv: rows -1"))
    #expect(seen.errors.contains("  - f1 part") && seen.errors.contains("--replace"))
    #expect(try folder.text(of: path) == old)
    let chinese = try Command.run("import", "t", "--language", "zh", in: folder.url)
    #expect(chinese.errors.contains("firms.csv：删除 1 行"))
    let done = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(done.exitCode == 0 && done.output == path + "\n", "\(done.errors)")
    let left = try folder.text(of: path)
    #expect(left.hasPrefix("firm,name_zh") && left.split(separator: "\n").count == 1)
    #expect(try Command.run("check", in: folder.url).exitCode == 0)
    // Tables that were empty before are not made.
    #expect(!folder.exists("Chains/regions/here/prospects.csv"))
    #expect(try Command.run("import", "t", in: folder.url).errors.contains("no change"))
  }

  @Test func `an emptied table of peers is one that check reads`() throws {
    let folder = try exported("here")
    let table = try folder.text(of: "t/peers.csv")
    try folder.write(table.prefix { $0 != "\n" } + "\n", to: "t/peers.csv")
    let done = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(done.output == "Chains/regions/here/peers.csv\n", "\(done.errors)")
    #expect(try Command.run("check", in: folder.url).exitCode == 0)
  }

  @Test func `a sheet without even its header is missing content`() throws {
    let folder = try exported("here")
    try folder.write("", to: "t/firms.csv")
    let held = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(held.exitCode == 1 && held.errors.contains("error[missing-content]"))
    #expect(held.output == "")
    let done = try Command.run("import", "t", "--replace", "--allow-missing", in: folder.url)
    #expect(done.output == "Chains/regions/here/firms.csv\n", "\(done.errors)")
  }

  @Test func `the summary is Chinese in Chinese`() throws {
    let folder = try exported("metal")
    let table = try folder.text(of: "t/inputs.csv")
    try folder.write(table.replacing("0.5", with: "0.6"), to: "t/inputs.csv")
    let links = try folder.text(of: "t/links.csv")
    try folder.write(links.replacing("矿石", with: "矿砂"), to: "t/links.csv")
    let seen = try Command.run("import", "t", "--language", "zh", in: folder.url)
    #expect(seen.errors.contains("metal.yaml：环节修改 2 项\n"), "\(seen.errors)")
    #expect(seen.errors.contains("  ~ 环节 > alloy > 投入 > ore：0.5 → 0.6\n"))
    #expect(seen.errors.contains("  ~ 环节 > ore > 名称：矿石 / Ore → 矿砂 / Ore\n"))
  }

  @Test func `a wrong value is told at its cell in a CSV file`() throws {
    let folder = try exported("metal")
    let table = try folder.text(of: "t/inputs.csv")
    try folder.write(table.replacing("0.5", with: "5.5"), to: "t/inputs.csv")
    let row = try #require(
      table.split(separator: "\n").firstIndex { $0.contains("0.5") }
    ).advanced(by: 1)
    let held = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(held.errors.contains("--> t/inputs.csv:\(row):"), "\(held.errors)")
    #expect(!held.errors.contains("--> Chains/metal.yaml"))
  }

  @Test func `a finding in another file stays there`() throws {
    let folder = try exported("metal")
    try folder.write(
      "chain: other\nname: Other\nlinks:\n  part: {name: P, stage: upstream, inputs: {metal/ore: 0.1}}\n",
      to: "Chains/other.yaml")
    for name in ["links", "inputs"] {
      let rows = try folder.text(of: "t/\(name).csv").split(separator: "\n")
      try folder.write(
        rows.filter { !$0.contains("ore") }.joined(separator: "\n") + "\n", to: "t/\(name).csv")
    }
    let held = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(held.exitCode == 1 && held.errors.contains("--> Chains/other.yaml:4"), "\(held.errors)")
  }

  @Test func `a wrong value of a firm is told at its row`() throws {
    let folder = try exported("here")
    let table = try folder.text(of: "t/firms.csv")
    try folder.write(
      table.replacing("2020", with: "soon") + ",,,,,,,,,\n", to: "t/firms.csv")
    let held = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(held.exitCode == 1 && held.errors.contains("--> t/firms.csv:2:"), "\(held.errors)")
  }

  @Test func `a control character is refused at its cell and written nowhere`() throws {
    let folder = try TemporaryFolder()
    try folder.write("key,value,en,zh\nchain,toy,,\nname,,Toys,玩具\n", to: "t/chain.csv")
    try folder.write(
      "link,name_zh,stage\nball,球\u{0},downstream\nrope,绳,upstream\n", to: "t/links.csv")
    let outcome = try Command.run("import", "t", "--into", "W", in: folder.url)
    #expect(outcome.errors.contains("t/links.csv:2:6"), "\(outcome.errors)")
    #expect(outcome.errors.contains("control character U+0000"))
    #expect(try !folder.text(of: "W/toy.yaml").contains("\\0"))
  }

  @Test func `two versions of a table are merged by firm and link`() throws {
    let folder = try TemporaryFolder()
    try folder.write("firm,link,jobs\na,x/p,5\n", to: "a.csv")
    try folder.write("firm,link,jobs\na,x/p,6\nb,x/p,1\n", to: "b.csv")
    let held = try Command.run("merge", "a.csv", "b.csv", "--into", "c.csv", in: folder.url)
    #expect(held.exitCode == 1 && !folder.exists("c.csv"))
    #expect(held.errors.contains("\"a x/p → jobs\" is \"5\" here and \"6\" in b.csv"))
    #expect(held.errors.contains("--> a.csv:2:7") && held.errors.contains("--> b.csv:2:7"))
    let done = try Command.run(
      "merge", "a.csv", "b.csv", "--into", "c.csv", "--prefer", "b", in: folder.url)
    #expect(done.output == "c.csv\n")
    #expect(try folder.text(of: "c.csv") == "firm,link,jobs\na,x/p,6\nb,x/p,1\n")
    try folder.write("region,link,firms\nr,x/p,1\n", to: "p.csv")
    try folder.write("chain: x\n", to: "x.yaml")
    for other in ["p.csv", "x.yaml", "none.csv"] {
      let refused = try Command.run("merge", "a.csv", other, "--into", "-", in: folder.url)
      #expect(refused.exitCode == 2 && refused.output == "")
    }
  }
}
