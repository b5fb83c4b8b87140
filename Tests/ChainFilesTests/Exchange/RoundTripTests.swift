import Diagnostics
import Foundation
import IndustryChain
import Testing

@testable import ChainFiles

/// The shipped workspace's files by their path.
private func shippedFiles() throws -> [SourceFile] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Chains").resolvingSymlinksInPath()
  return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }
    .map {
      SourceFile(path: $0, bytes: try Data(contentsOf: folder.appendingPathComponent($0)))
    }
}

/// The chain files among them.
private func shippedChains() throws -> [SourceFile] {
  try shippedFiles().filter {
    !$0.path.contains("/") && $0.path != WorkspaceSources.settingsFileName
  }
}

private func tree(_ file: SourceFile) throws -> FileTree {
  let document = TreeDocument(file)
  #expect(document.diagnostics.isEmpty)
  return try #require(document.tree)
}

/// A file sent through its tables as CSV and as sheets of a workbook.
private func roundTrips(_ tree: FileTree) throws -> [FileTree] {
  let tables = ChainExchange.tables(of: tree)
  return try [tables.map(\.asCSV), tables.map(\.asSheet)].map { sheets in
    let result = ChainExchange.tree(from: sheets)
    #expect(result.diagnostics.map(\.message.english) == [])
    return try #require(result.tree)
  }
}

extension ExchangeTable {
  var asCSV: ExchangeSheet {
    ExchangeSheet(SourceFile(path: "folder/\(shape.key).csv", text: "\u{FEFF}" + csv()))
  }

  /// As a workbook has it: headings with labels.
  var asSheet: ExchangeSheet {
    let head = shape.columns.map { "\($0.key) \($0.label.chinese ?? "")" }
    return ExchangeSheet(
      name: "\(shape.key) \(shape.label.chinese ?? "")", path: "x.xlsx", cells: [head] + rows)
  }
}

@Suite struct RoundTripTests {
  @Test func `shipped chains come back with their values and comments`() throws {
    let files = try shippedChains()
    #expect(files.count == 5)
    for file in files {
      let before = try tree(file)
      for after in try roundTrips(before) {
        #expect(FileValues(of: after) == FileValues(of: before), "\(file.path)")
        #expect(after.comments == before.comments)
        #expect(canonicalText(of: after).isEmpty == false)
      }
    }
  }

  @Test func `shipped chains come back as their canonical text, figures' spelling aside`() throws {
    for file in try shippedChains() {
      let before = try tree(file)
      let after = try #require(try roundTrips(before).first)
      #expect(canonicalText(of: after) == canonicalText(of: before))
    }
  }

  @Test func `shipped regions come back with their values, comments and tables`() throws {
    let files = try shippedFiles()
    let region = try #require(files.first { $0.path == "regions/dalong/region.yaml" })
    let before = try tree(region)
    var tables: [String: SourceFile] = [:]
    for name in RegionExchange.fileNames {
      tables[name] = files.first { $0.path == "regions/dalong/\(name).csv" }
    }
    let (all, findings) = RegionExchange.tables(of: before, files: tables)
    #expect(findings.isEmpty)
    for sheets in [all.map(\.asCSV), all.map(\.asSheet)] {
      let result = RegionExchange.files(from: sheets)
      #expect(result.diagnostics.map(\.message.english) == [])
      let after = try #require(result.tree)
      #expect(FileValues(of: after) == FileValues(of: before))
      #expect(after.comments == before.comments)
      for (name, text) in result.files {
        // Empty tables have a header.
        guard let old = tables[name] else {
          #expect(text.split(separator: "\n").count == 1)
          continue
        }
        #expect(rows(text, FirmColumn.self) == rows(old.text, FirmColumn.self))
      }
    }
  }

  /// The cells of a table by column.
  private func rows<Column: TableColumn>(_ text: String, _: Column.Type) -> [[String: String]] {
    TableRows<Column>(SourceFile(path: "firms.csv", text: text)).rows.map { row in
      var cells: [String: String] = [:]
      for column in Column.allCases { cells[column.rawValue] = row[column]?.value }
      return cells
    }
  }
}

@Suite struct GeneratedRoundTripTests {
  @Test(arguments: 1...60)
  func `generated chains come back with their values and comments`(_ seed: UInt64) throws {
    var generated = GeneratedDefinition(seed: seed)
    let made = generated.chain(linkCount: Int(seed % 9) + 1)
    // As files have it: blanks at the ends of texts go, and empty maps with them.
    let before = try tree(SourceFile(path: "made.yaml", text: canonicalText(of: made)))
    for after in try roundTrips(before) {
      let difference = FileValues(of: before).difference(from: FileValues(of: after))
      #expect(difference == nil)
      #expect(after.comments == before.comments)
      let again = try tree(SourceFile(path: "made.yaml", text: canonicalText(of: after)))
      #expect(FileValues(of: again) == FileValues(of: before))
      #expect(FileChanges(from: before, to: again).isEmpty)
    }
  }

  @Test(arguments: 1...30)
  func `generated regions come back with their values`(_ seed: UInt64) throws {
    var generated = GeneratedDefinition(seed: seed)
    let before = try tree(
      SourceFile(path: "region.yaml", text: canonicalText(of: generated.region())))
    let tables = RegionExchange.tables(of: before, files: [:]).tables
    for sheets in [tables.map(\.asCSV), tables.map(\.asSheet)] {
      let result = RegionExchange.files(from: sheets)
      #expect(result.diagnostics.map(\.message.english) == [])
      let after = try #require(result.tree)
      #expect(FileValues(of: before).difference(from: FileValues(of: after)) == nil)
    }
  }

  @Test func `a number keeps the spelling that it had`() throws {
    let text =
      "chain: a\nname: A\nlinks:\n  b:\n    name: B\n    stage: upstream\n    value_added: 0.30\n"
    let before = try tree(SourceFile(path: "a.yaml", text: text))
    let edited = try tree(SourceFile(path: "a.yaml", text: text.replacing("0.30", with: "0.3")))
    #expect(canonicalText(of: edited.keepingSpellings(of: before)) == canonicalText(of: before))
    #expect(FileChanges(from: before, to: edited).isEmpty)
  }
}

@Suite struct FileValuesTests {
  @Test func `a change of any value is told with its path`() throws {
    var generated = GeneratedDefinition(seed: 4)
    let before = generated.chain(linkCount: 3)
    var after = before
    after.root["links"] = .map(
      TreeMap(
        before.root["links"]?.entries.map { entry in
          guard entry.key == "l1", case .map(var link) = entry.value else { return entry }
          link["inputs"] = ["l0": ["share": .figure("0.5"), "critical": .flag(true)]]
          return TreeEntry(entry.key, .map(link))
        } ?? []))
    var critical = after
    critical.root["links"] = .map(
      TreeMap(
        after.root["links"]?.entries.map { entry in
          guard entry.key == "l1", case .map(var link) = entry.value else { return entry }
          link["inputs"] = ["l0": .figure("0.50")]
          return TreeEntry(entry.key, .map(link))
        } ?? []))
    #expect(
      FileValues(of: after).difference(from: FileValues(of: critical))
        == "links > l1 > inputs > l0 > critical")
    #expect(FileChanges(from: after, to: critical).counts.map(\.key) == ["links"])
  }
}

@Suite struct TableFindingTests {
  private func imported(_ tables: [String: String]) -> ImportOutcome? {
    ImportOutcome(
      definition: tables.sorted { $0.key < $1.key }.map {
        ExchangeSheet(SourceFile(path: "\($0.key).csv", text: $0.value))
      })
  }

  @Test func `rows that have no place are listed and the rest is read`() throws {
    let outcome = try #require(
      imported([
        "chain": "key,value,en,zh\nchain,a,,\nname,,A,甲\ncolour,red,,\n",
        "links": "link,name_zh,stage,size\nb,乙,upstream,7\nb,丙,upstream,\n,丁,upstream,\n",
        "inputs": "link,supplier,route,share,critical\nx,b,,0.1,\nb,c,flying,0.1,\nb,d,,,maybe\n",
        "figures": "link,figure,grade\nb,weight,estimate\n",
        "comments": "path,place,comment\nlinks > gone,above,# lost\n,above,# nowhere\n",
        "extra": "a\nb\n",
      ]))
    let found = outcome.diagnostics.map { "\($0.location?.file.name ?? "") \($0.id.rawValue)" }
    #expect(
      found.sorted() == [
        "chain.csv unmapped-row", "comments.csv unmapped-row", "comments.csv unmapped-row",
        "extra.csv unmapped-column",
        "figures.csv unmapped-row", "inputs.csv unmapped-row", "inputs.csv unmapped-row",
        "inputs.csv unmapped-value", "links.csv repeated-row", "links.csv unmapped-column",
        "links.csv unmapped-row",
      ])
    guard case .tree(let tree)? = outcome.files["a.yaml"] else {
      Issue.record("there is no file")
      return
    }
    #expect(
      canonicalText(of: tree) == """
        chain: a
        name: {en: A, zh: 甲}
        # lost
        links:
          b:
            name: 乙
            stage: upstream
            inputs:
              d:

        """)
  }

  @Test func `cells of workbooks are named in findings`() throws {
    let sheet = ExchangeSheet(
      name: "inputs 投入", path: "x.xlsx",
      cells: [["link", "supplier"], [], ["a\nb", "c"]])
    let chain = ExchangeSheet(name: "chain", path: "x.xlsx", cells: [["key", "value"]])
    let links = ExchangeSheet(name: "links", path: "x.xlsx", cells: [["link"]])
    let outcome = try #require(ImportOutcome(definition: [chain, links, sheet]))
    let finding = outcome.diagnostics.first { $0.id.rawValue == "unmapped-row" }
    #expect(finding?.location?.file.path == "x.xlsx[inputs 投入]")
    #expect(finding?.notes.map(\.message.chinese) == ["位于 x.xlsx › inputs 投入 › A3"])
  }

  @Test func `every finding speaks both languages`() throws {
    let outcome = try #require(
      imported(["chain": "key\ncolour\n", "links": "link,size\n,7\n", "extra": "a\nb\n"]))
    for finding in outcome.diagnostics {
      #expect(finding.message.english?.isEmpty == false && finding.message.chinese != nil)
    }
  }
}
