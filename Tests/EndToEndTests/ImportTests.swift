import ChainFiles
import Diagnostics
import Foundation
import IndustryChain
import Testing

@testable import chaingap

/// A copy of the shipped workspace, to be changed.
private func workspaceCopy() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try FileManager.default.copyItem(
    at: Checkout.folder.appendingPathComponent("Chains"),
    to: folder.url.appendingPathComponent("Chains"))
  return folder
}

/// What a program sees of the sheets of a workbook that it saves again.
private struct SheetLook: Decodable {
  let frozen: String
  let choices: [String]
  let noteCount: Int
  let formats: [String]
}

@Suite struct DefinitionExchangeTests {
  private static let names = [
    "lighter", "lithium-battery", "luggage", "pharmaceutical", "surface-treatment", "dalong",
  ]

  @Test func `every shipped definition comes back from workbook and tables unchanged`() throws {
    let folder = try workspaceCopy()
    let before = try folder.files().map { try folder.bytes(of: $0) }
    for (format, form) in [("workbook", ".xlsx"), ("tables", "")] {
      let outcome = try Command.run(
        "export", "--format", format, "-o", "out", in: folder.url)
      #expect(outcome.exitCode == 0)
      for name in Self.names {
        let back = try Command.run("import", "out/\(name)\(form)", "--replace", in: folder.url)
        #expect(back.exitCode == 0 && back.output == "")
        #expect(back.errors.contains("no change") && !back.errors.contains("~"))
      }
    }
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("out"))
    #expect(try folder.files().map { try folder.bytes(of: $0) } == before)
  }

  @Test(.needsOfficeReaders, arguments: ["openpyxl", "LibreOffice"])
  func `workbooks that another program has saved come back unchanged`(_ program: String) throws {
    let folder = try workspaceCopy()
    for name in ["lithium-battery", "dalong"] {
      let file = folder.url.appendingPathComponent("\(name).xlsx").path
      let again = folder.url.appendingPathComponent("again.xlsx").path
      #expect(try Command.run("export", name, "-o", file, in: folder.url).exitCode == 0)
      _ = try OfficeEnvironment.output(
        of: "resave.py",
        on: [
          "file": file, "to": again,
          "office": program == "LibreOffice" ? OfficeEnvironment.office : nil,
        ],
        as: [String: SheetLook].self)
      let back = try Command.run("import", "again.xlsx", in: folder.url)
      #expect(back.exitCode == 0, "\(back.errors)")
      #expect(back.errors.contains("no change"))
    }
  }

  @Test(.needsOfficeReaders) func `templates have drop-downs, notes and cells of text`() throws {
    let folder = try TemporaryFolder()
    for (kind, sheet) in [("chain", "links 环节"), ("region", "firms 本地企业")] {
      let file = folder.url.appendingPathComponent("\(kind).xlsx").path
      let outcome = try Command.run("export", "--template", kind, "-o", file, in: folder.url)
      #expect(outcome.exitCode == 0)
      let look = try OfficeEnvironment.output(
        of: "resave.py",
        on: ["file": file, "to": file + ".again.xlsx", "office": nil],
        as: [String: SheetLook].self)
      let seen = try #require(look[sheet])
      #expect(seen.frozen == "B2" && seen.noteCount >= 20)
      #expect(seen.choices.contains { $0.contains("estimate") })
      #expect(look["guide 说明"] != nil)
    }
  }

  @Test func `an edit is shown first, then put in place with comments and spelling kept`() throws {
    let folder = try workspaceCopy()
    _ = try Command.run("export", "lighter", "--format", "tables", "-o", "t", in: folder.url)
    let old = try folder.text(of: "Chains/lighter.yaml")
    let table = try folder.text(of: "t/inputs.csv")
    let edited = table.replacing(
      "plastic-parts,lighter-resin,purchase,0.55", with: "plastic-parts,lighter-resin,purchase,0.56"
    )
    try #require(edited != table)
    try folder.write(edited, to: "t/inputs.csv")
    let seen = try Command.run("import", "t", in: folder.url)
    #expect(seen.exitCode == 1 && seen.output == "")
    #expect(seen.errors.contains("lighter.yaml: links ~1 (") && seen.errors.contains("--replace"))
    #expect(try folder.text(of: "Chains/lighter.yaml") == old)
    let done = try Command.run("import", "t", "--replace", "--language", "zh", in: folder.url)
    #expect(done.exitCode == 0 && done.output == "Chains/lighter.yaml\n")
    #expect(done.errors.contains("lighter.yaml：环节修改 1 项\n"))
    let new = try folder.text(of: "Chains/lighter.yaml")
    let changed = zip(old.split(separator: "\n"), new.split(separator: "\n")).filter { $0 != $1 }
    #expect(changed.map { String($0.1) }.allSatisfy { $0.contains("0.56") } && changed.count == 1)
  }

  @Test func `what has no place is listed by row, and with --strict nothing is written`() throws {
    let folder = try TemporaryFolder()
    try folder.write("key,value,en,zh\nchain,toy,,\nname,,Toys,玩具\n", to: "t/chain.csv")
    try folder.write(
      "link,name_zh,stage,size\nball,球,downstream,7\n,绳,upstream,\n", to: "t/links.csv")
    let strict = try Command.run("import", "t", "--into", "W", "--strict", in: folder.url)
    #expect(strict.exitCode == 1 && !folder.exists("W"))
    let outcome = try Command.run("import", "t", "--into", "W", in: folder.url)
    #expect(outcome.exitCode == 1 && outcome.output == "W/toy.yaml\n")
    #expect(outcome.errors.contains("t/links.csv:3:1"))
    #expect(outcome.errors.contains("the column \"size\""))
    #expect(try folder.text(of: "W/toy.yaml").contains("name: 球"))
  }

  @Test(arguments: ["nothing.xlsx", "text.xlsx", "cut.xlsx", "old.xls"])
  func `what is no workbook is refused with its name`(_ name: String) throws {
    let folder = try workspaceCopy()
    _ = try Command.run("export", "lighter", "-o", "whole.xlsx", in: folder.url)
    try folder.write("no workbook", to: "text.xlsx")
    try folder.write("x", to: "old.xls")
    try folder.bytes(of: "whole.xlsx").prefix(4000)
      .write(to: folder.url.appendingPathComponent("cut.xlsx"))
    let outcome = try Command.run("import", name, in: folder.url)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("\"\(name)\"") && outcome.errors.contains("help: "))
  }

  @Test func `a chain or region that is not there is named`() throws {
    let outcome = try Command.run("export", "lightr", "--format", "workbook")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("lighter") && outcome.errors.contains("dalong"))
  }

  @Test func `definitions with errors are not written out`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    try folder.write(
      smallChain.replacing("stage: midstream", with: "stage: middle"), to: "Chains/metal.yaml")
    let outcome = try Command.run("export", "metal", "-o", "m.xlsx", in: folder.url)
    #expect(outcome.exitCode == 1 && !folder.exists("m.xlsx"))
    #expect(outcome.errors.contains("unknown-value"))
  }
}

@Suite struct HeldBackImportTests {
  /// A workspace with the tables of one chain in `t`.
  private func exported() throws -> TemporaryFolder {
    let folder = try workspaceCopy()
    _ = try Command.run("export", "lighter", "--format", "tables", "-o", "t", in: folder.url)
    return folder
  }

  @Test func `a missing table deletes nothing unless that is asked for`() throws {
    let folder = try exported()
    let old = try folder.text(of: "Chains/lighter.yaml")
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("t/codes.csv"))
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("t/comments.csv"))
    let held = try Command.run("import", "t", "--replace", in: folder.url)
    #expect(held.exitCode == 1 && held.errors.contains("error[missing-content]"))
    #expect(try folder.text(of: "Chains/lighter.yaml") == old)
    let done = try Command.run("import", "t", "--replace", "--allow-missing", in: folder.url)
    #expect(done.output == "Chains/lighter.yaml\n", "\(done.errors)")
  }

  @Test func `a row that is not imported keeps the old file, and --force does not`() throws {
    let folder = try exported()
    let old = try folder.text(of: "Chains/lighter.yaml")
    let table = try folder.text(of: "t/inputs.csv")
    try folder.write(
      table.replacing("lighter-resin,purchase,", with: "lighter-resin,buying,"), to: "t/inputs.csv")
    let held = try Command.run("import", "t", "--replace", "--language", "zh", in: folder.url)
    #expect(held.exitCode == 1 && held.output == "" && held.errors.contains("此行未导入"))
    #expect(held.errors.contains("  - 环节 > plastic-parts > 投入 > lighter-resin：0.55"))
    #expect(try folder.text(of: "Chains/lighter.yaml") == old)
    let done = try Command.run("import", "t", "--replace", "--force", in: folder.url)
    #expect(done.exitCode == 1 && done.output == "Chains/lighter.yaml\n")
  }

  @Test func `what check would call an error is shown first and keeps the old file`() throws {
    let folder = try exported()
    let table = try folder.text(of: "t/inputs.csv")
    try folder.write(
      table.replacing("lighter-resin,purchase,0.55", with: "lighter-resin,purchase,5.5"),
      to: "t/inputs.csv")
    let old = try folder.text(of: "Chains/lighter.yaml")
    for arguments in [[], ["--replace"]] {
      let held = try Command.run(["import", "t"] + arguments, in: folder.url)
      #expect(held.exitCode == 1 && held.output == "")
      #expect(held.errors.contains("error[") && held.errors.contains("--force"))
      #expect(held.errors.contains("lighter-resin: 0.55 → 5.5"))
    }
    #expect(try folder.text(of: "Chains/lighter.yaml") == old)
    let done = try Command.run("import", "t", "--replace", "--force", in: folder.url)
    #expect(done.exitCode == 1 && done.output == "Chains/lighter.yaml\n")
  }

  @Test func `an edited export is not overwritten unless that is asked for`() throws {
    let folder = try exported()
    let again = ["export", "lighter", "--format", "tables", "-o", "t"]
    #expect(try Command.run(again, in: folder.url).exitCode == 0)
    try folder.write("edited", to: "t/links.csv")
    let refused = try Command.run(again, in: folder.url)
    #expect(refused.exitCode == 2 && refused.errors.contains("t/links.csv"))
    #expect(try folder.text(of: "t/links.csv") == "edited")
    #expect(try Command.run(again + ["--replace"], in: folder.url).exitCode == 0)
    _ = try Command.run("export", "lighter", "-o", "a.xlsx", in: folder.url)
    #expect(try Command.run("export", "lighter", "-o", "a.xlsx", in: folder.url).exitCode == 0)
    let other = try Command.run("export", "luggage", "-o", "a.xlsx", in: folder.url)
    #expect(other.exitCode == 2 && other.errors.contains("--replace"))
  }

  @Test func `a list of firms is seen first, keeps ids, and is added or replaces`() throws {
    let folder = try workspaceCopy()
    try folder.write("columns: {name_zh: 企业, link: 产品, operating: 投产}\n", to: "m.yaml")
    try folder.write("企业,产品,投产\n甲,lighter/flint,2019年3月\n", to: "one.csv")
    try folder.write("企业,产品,投产\n乙,lighter/flint,2018/3/5\n", to: "two.csv")
    func bring(_ file: String, _ arguments: String...) throws -> (code: Int32, errors: String) {
      let outcome = try Command.run(
        ["import", file, "--mapping", "m.yaml", "--region", "new"] + arguments, in: folder.url)
      return (outcome.exitCode, outcome.errors)
    }
    let path = "Chains/regions/new/firms.csv"
    #expect(try bring("one.csv").errors.contains("chaingap new region new"))
    let first = "firm,name_zh,link,operating\nfirm-1,甲,lighter/flint,2019-03\n"
    #expect(try folder.text(of: path) == first)
    let seen = try bring("two.csv")
    #expect(seen.code == 1 && seen.errors.contains("the whole table"))
    #expect(seen.errors.contains("--add"))
    #expect(try folder.text(of: path) == first)
    #expect(try bring("two.csv", "--add").code == 0)
    let second = first + "firm-2,乙,lighter/flint,2018-03-05\n"
    #expect(try folder.text(of: path) == second)
    #expect(try bring("two.csv", "--replace").code == 0)
    #expect(try folder.text(of: path).hasSuffix("operating\nfirm-2,乙,lighter/flint,2018-03-05\n"))
  }
}

@Suite struct AddedFirmTests {
  @Test func `a column that the table lacks is added to every row`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let path = "Chains/regions/here/firms.csv"
    let old = try folder.text(of: path)
    try folder.write("columns: {name_zh: 企业, link: 产品, jobs: 就业}\n", to: "m.yaml")
    try folder.write("企业,产品,就业\n二号厂,part,60\n", to: "list.csv")
    let outcome = try Command.run(
      ["import", "list.csv", "--mapping", "m.yaml", "--region", "here", "--add"], in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let lines = try folder.text(of: path).split(separator: "\n")
    let before = old.split(separator: "\n")
    #expect(lines.prefix(2) == [before[0] + ",jobs", before[1] + ","])
    #expect(lines.count == 3 && lines[2].hasSuffix(",60"))
  }
}

@Suite struct TitledListTests {
  @Test(arguments: [",", ";", "\t"])
  func `a list of firms may have a title above its header`(_ separator: String) throws {
    let folder = try TemporaryFolder.smallWorkspace()
    try folder.write("columns: {name_zh: 企业, link: 产品}\n", to: "m.yaml")
    let rows = [["企业", "产品"], ["甲", "metal/ore"]].map { $0.joined(separator: separator) }
    try folder.write("园区企业名单（2024）\n" + rows.joined(separator: "\n"), to: "list.csv")
    let arguments = ["import", "list.csv", "--mapping", "m.yaml", "--region", "new"]
    let outcome = try Command.run(arguments + ["--language", "zh"], in: folder.url)
    #expect(outcome.errors.contains("表头上方的“园区企业名单（2024）”一行未读取"))
    #expect(
      try folder.text(of: "Chains/regions/new/firms.csv")
        == "firm,name_zh,link\nfirm-1,甲,metal/ore\n")
  }
}

@Suite struct ForeignFileTests {
  @Test(arguments: [
    (String.Encoding.utf8, "\n", ","), (.utf8, "\r\n", ";"), (.utf16, "\r\n", "\t"),
    (.utf8, "\r", ","),
  ])
  func `lists of edges are read with any line end and separator`(
    _ encoding: String.Encoding, _ end: String, _ separator: String
  ) throws {
    let rows = [["供应方", "采购方", "投入系数"], ["铜箔", "负极", "0.12"], ["石墨", "负极", ""]]
    let text = rows.map { $0.joined(separator: separator) + end }.joined()
    try expectEdges(of: try #require(text.data(using: encoding)))
  }

  @Test func `lists of edges are read in GBK, as Chinese spreadsheets save them`() throws {
    // 供应方,采购方,投入系数 and two rows, from iconv.
    let text =
      "uanTpre9LLLJubq3vSzNtsjrz7XK/Q0Kza2yrSy4uryrLDAuMTINCsqvxKssuLq8qywNCg=="
    try expectEdges(of: try #require(Data(base64Encoded: text)))
  }

  private func expectEdges(of data: Data) throws {
    let folder = try TemporaryFolder()
    try data.write(to: folder.url.appendingPathComponent("边.csv"))
    let outcome = try Command.run("import", "边.csv", "--into", "W", in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output == "link-1\t铜箔\nlink-2\t负极\nlink-3\t石墨\nW/chain.yaml\n")
    let file = try folder.text(of: "W/chain.yaml")
    #expect(file.contains("name: 负极\n    stage: downstream\n    inputs:\n      link-1: 0.12"))
  }

  @Test func `our own GraphML comes back as the chains that it shows`() throws {
    let folder = try workspaceCopy()
    _ = try Command.run("export", "-o", "all.graphml", in: folder.url)
    let outcome = try Command.run("import", "all.graphml", "--into", "W", in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("note[left-out]"))
    let result = loadWorkspace(
      try WorkspaceFolder(path: folder.url.appendingPathComponent("W").path).sources())
    let workspace = try #require(result.workspace)
    #expect(try contents(of: workspace) == contents(of: Checkout.workspace()))
  }

  /// What a graph can say of the links of a workspace, a line each.
  private func contents(of workspace: Workspace) -> [String] {
    var lines: [String] = []
    for chain in workspace.chains {
      for link in chain.links {
        let name = "\(link.name.english ?? "") \(link.name.chinese ?? "")"
        let kind = link.kind?.rawValue ?? ""
        let umbrella = link.variantOf?.description ?? ""
        lines.append("\(link.id) \(name) \(link.stage.rawValue) \(kind) \(umbrella)")
        for input in link.inputs {
          let share = input.share.map { "\($0.value)" } ?? ""
          lines.append("\(link.id) ← \(input.supplier) \(share) \(input.route.rawValue)")
        }
      }
    }
    return lines.sorted()
  }

  @Test func `our own pictures come back as their links and inputs`() throws {
    let folder = try workspaceCopy()
    _ = try Command.run("export", "lighter", "-o", "lighter.dot", in: folder.url)
    let outcome = try Command.run("import", "lighter.dot", "--into", "W", in: folder.url)
    #expect(outcome.exitCode == 0 || outcome.exitCode == 1)
    let file = try folder.text(of: "W/lighter.yaml")
    #expect(file.contains("  flint:\n") && !file.contains("band"))
  }

  @Test func `graphs of Graphviz are read with labels and clusters as stages`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      digraph { subgraph cluster_1 { label="上游"; ore [label="矿石"] }
        ore -> plate [label="30%"]; plate -> can [weight=0.2, color=red]; }
      """, to: "metal.gv")
    let outcome = try Command.run("import", "metal.gv", "--into", "W", in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let file = try folder.text(of: "W/metal.yaml")
    #expect(file.contains("name: 矿石\n    stage: upstream"))
    #expect(file.contains("ore: 0.3") && file.contains("plate: 0.2"))
    for text in ["graph { a -- b }", "digraph {", ""] {
      try folder.write(text, to: "bad.dot")
      let refused = try Command.run("import", "bad.dot", "--into", "V", in: folder.url)
      #expect(refused.exitCode == 1 && !folder.exists("V"))
      #expect(refused.errors.contains("unreadable-file"))
    }
  }
}

@Suite struct PublishedDataImportTests {
  private static let folder = Checkout.folder.deletingLastPathComponent()
    .appendingPathComponent("shared/data")

  /// The path of a file that nobody on this project wrote.
  private static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  @Test(.enabled("../shared/data is not there") { isThere })
  func `the table of Germany 1995 gives its published backward linkages`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "import", Self.path("germany_1995/transactions.csv"), "--into", "W", "--chain", "germany",
      "--source", "Eurostat 2008, table 15.4", in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let result = loadWorkspace(
      try WorkspaceFolder(path: folder.url.appendingPathComponent("W").path).sources())
    let links = try #require(result.workspace?.chains.first).links
    // Backward linkages b solve b = 1 + Aᵀ b.
    var linkages = Dictionary(uniqueKeysWithValues: links.map { ($0.id, 1.0) })
    for _ in 0..<200 {
      linkages = Dictionary(
        uniqueKeysWithValues: links.map { link in
          (
            link.id,
            link.inputs.reduce(1) {
              $0 + ($1.share?.value ?? 0) * linkages[$1.supplier, default: 0]
            }
          )
        })
    }
    let published = [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782]
    for (link, expected) in zip(links, published) {
      #expect(abs(linkages[link.id, default: 0] - expected) < 0.0001)
    }
  }

  @Test(.enabled("../shared/data is not there") { isThere })
  func `the coefficients of the United States come with names, the small ones summed`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "import", Self.path("us_bea_2012/coefficients.csv"), "--into", "W", "--chain", "us",
      "--names", Self.path("us_bea_2012/commodities.csv"), "--least-share", "0.01",
      in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors.prefix(2000))")
    let shares = try String(
      contentsOfFile: Self.path("us_bea_2012/coefficients.csv"), encoding: .utf8
    ).split(whereSeparator: \.isNewline).dropFirst().compactMap {
      $0.split(separator: ",").last.flatMap { Double($0) }
    }
    let belowCount = shares.count { $0 < 0.01 }
    #expect(belowCount > 18_000)
    #expect(outcome.errors.contains("\(belowCount) shares below 0.01 are left out"))
    #expect(try folder.text(of: "W/us.yaml").contains("name: Oilseed farming"))
  }

  @Test(.enabled("../shared/data is not there") { isThere })
  func `a list of 773 facilities becomes firms, whatever cannot be placed listed by row`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      columns: {name_en: company_name, link: product, home: [city, state], jobs: reported_jobs,
        investment: reported_investment}
      separators: {link: ";"}
      values:
        link:
          "Batteries: Minerals Extraction": battery/min
          "Batteries: Materials Processing": battery/ref
          "Batteries: Components": battery/cmp
          "Batteries: Cells": battery/cel
          "Batteries: Packs": battery/pck
      constants: {source: list of facilities}
      ignore: [technology, by_amount, by_jobs, country, latitude, longitude, timeline, Notes]
      """, to: "m.yaml")
    let outcome = try Command.run(
      "import", Self.path("na_battery/investments.csv"), "--mapping", "m.yaml", "--region", "na",
      "--into", "W", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("\"-157\" cannot stand in `investment`"))
    #expect(outcome.errors.contains("links together, and is left out"))
    #expect(outcome.errors.contains("the mapping does not name the column \"DOE/Argonne Dataset\""))
    let table = try folder.text(of: "W/regions/na/firms.csv")
    #expect(table.contains("6k-energy,6K Energy,\"Jackson, Tennessee\",battery/cmp,178,460"))
  }
}
