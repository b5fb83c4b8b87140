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

  /// As a workbook has it: headings with labels, cells with their names.
  var asSheet: ExchangeSheet {
    let head = shape.columns.map { "\($0.key) \($0.label.chinese ?? "")" }
    let cells = ([head] + rows).enumerated().map { row, cells in
      cells.enumerated().map { (text: $0.element, name: "\($0.offset + 1):\(row + 1)") }
    }
    return ExchangeSheet(
      name: "\(shape.key) \(shape.label.chinese ?? "")", path: "x.xlsx", cells: cells)
  }
}

@Suite struct RoundTripTests {
  @Test func `shipped chains come back with their values and comments`() throws {
    let files = try shippedFiles().filter { !$0.path.contains("/") }
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
    for file in try shippedFiles() where !file.path.contains("/") {
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
      #expect(Set(result.files.keys) == Set(tables.keys))
      for (name, text) in result.files {
        let old = try #require(tables[name])
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
