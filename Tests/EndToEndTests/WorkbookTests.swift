import Foundation
import Spreadsheet
import Testing

/// Workbooks as others read them.
@Suite struct WorkbookTests {
  /// What Tests/Peers/workbook.py prints.
  struct Reading: Decodable {
    struct Cell: Decodable {
      let type: String
      let value: String
      let format: String
      let link: String
    }

    struct PrintSetup: Decodable {
      let paper: Int
      let orientation: String
      let fitToWidth: Int
      let fitToHeight: Int
      let titleRows: String
      let header: String
      let footer: String
      let columnCount: Int
    }

    struct SheetReading: Decodable {
      let name: String
      let frozen: String
      let filter: String
      let widths: [Double]
      let print: PrintSetup
      let cells: [[Cell]]
      /// The rows as LibreOffice reads them.
      let converted: [[String]]?
    }

    let title: String
    let created: String
    let sheets: [SheetReading]
  }

  private static func reading(of file: URL) throws -> Reading {
    try OfficeEnvironment.output(
      of: "workbook.py", on: ["file": file.path, "office": OfficeEnvironment.office],
      as: Reading.self)
  }

  /// A number as a program shows it: `37.5%`, `1,071.00`.
  private static func number(_ text: String) -> Double? {
    let digits = text.filter { $0 != "," && $0 != "%" }
    return Double(digits).map { text.hasSuffix("%") ? $0 / 100 : $0 }
  }

  @Test(.needsOfficeReaders)
  func `text from data stays text in every program, numbers keep value and format`() throws {
    let hostile = [
      "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://e.x\")", "{=1}", "http://e.x", "  =1",
      "<script>", "a&b", "_x0041_", "1e5", "2020-01-01", "正极材料", "\u{1F600}",
      "=cmd|'/c calc'!A1", "'=1+1", "TRUE", "0086", "\u{FF1D}1+1",
      String(repeating: "长", count: 32_767),
    ]
    let numbers = Sheet.NumberStyle.allCases.map { (1234.5, $0) }
    let sheet = Sheet(
      name: "表 Table", columns: ["文本 Text", "数 Number"],
      rows: (hostile + ["\t=1\r@a\u{0}", String(repeating: "长", count: 40_000)])
        .map { [.text($0), .blank] }
        + numbers.map { [.text("n"), .number($0.0, $0.1)] }
        + [[.link("=图", path: "chains/图 1.svg"), .blank]],
      frozenColumnCount: 1)
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("book.xlsx")
    let workbook = Workbook(
      title: "题", day: Workbook.Day(daysSince1970: 18_653), sheets: [sheet])
    try Data(try workbook.xlsx()).write(to: file)

    let reading = try Self.reading(of: file)
    #expect(reading.title == "题")
    #expect(reading.created.hasPrefix("2021-01-26T00:00:00"))
    let read = try #require(reading.sheets.first)
    #expect(read.frozen == "B2")
    #expect(read.filter == "A1:B\(sheet.rows.count + 1)")
    let converted = try #require(read.converted)
    for (place, text) in hostile.enumerated() {
      let cell = read.cells[place + 1][0]
      #expect(cell.type == "s" && cell.value == text && cell.link.isEmpty)
      #expect(converted[place + 1][0] == text)
      let isSigned = "=+-@\u{FF1D}".contains(text.first { $0 != " " } ?? "a")
      #expect(cell.format == (isSigned ? "@" : "General"))
    }
    #expect(converted[hostile.count + 1][0] == " =1 @a\u{FFFD}")
    #expect(read.cells[hostile.count + 1][0].format == "@")
    #expect(converted[hostile.count + 2][0].utf16.count == 32_767)
    #expect(converted[hostile.count + 2][0].hasSuffix("长…"))
    for (place, style) in Sheet.NumberStyle.allCases.enumerated() {
      let row = hostile.count + 3 + place
      #expect(read.cells[row][1].type == "n")
      #expect(Double(read.cells[row][1].value) == 1234.5)
      #expect(Self.number(converted[row][1]) == 1234.5, "\(style)")
    }
    let link = try #require(read.cells.last?.first)
    #expect(link.type == "s" && link.value == "=图")
    #expect(link.link.removingPercentEncoding == "chains/图 1.svg")
  }

  @Test(.needsOfficeReaders)
  func `the report's workbook reads the same in openpyxl and LibreOffice`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "report", "--workspace", Checkout.folder.appendingPathComponent("Chains").path, "--output",
      "out", in: folder.url)
    #expect(outcome.exitCode == 0)
    let file = folder.url.appendingPathComponent("out/targets.xlsx")
    let reading = try Self.reading(of: file)
    #expect(
      reading.sheets.map(\.name) == [
        "招商目标 Targets", "招商理由 Explanation", "得分构成 Scores", "本地买家 Local buyers", "企业 Firms",
        "在谈在建项目 Pipeline",
        "假设 Assumptions",
      ])
    for sheet in reading.sheets {
      #expect(sheet.frozen.hasSuffix("2"))
      #expect(sheet.filter.hasSuffix("\(sheet.cells.count)"))
      #expect(sheet.cells.count > 1)
      let converted = try #require(sheet.converted)
      #expect(converted.count == sheet.cells.count)
      for (cells, texts) in zip(sheet.cells, converted) {
        for (cell, text) in zip(cells, texts) {
          #expect(cell.type != "f")
          if cell.type == "n", !cell.value.isEmpty {
            let (value, shown) = (Double(cell.value), Self.number(text))
            #expect(abs((value ?? .nan) - (shown ?? .infinity)) < 1e-6)
          } else {
            #expect(cell.value == text)
          }
          if !cell.link.isEmpty { #expect(folder.exists("out/\(cell.link)")) }
        }
      }
    }
    #expect(reading.sheets[0].cells.joined().contains { $0.link.hasPrefix("chains/") })
    // 三元正极材料（正极材料） Ternary cathode …: wide characters count twice.
    #expect(reading.sheets[0].widths[1] > 16)
    #expect(reading.sheets[0].widths.allSatisfy { $0 <= 61 })
    // Each sheet prints as wide as A4 across holds in letters that can be read.
    for sheet in reading.sheets {
      #expect(sheet.print.paper == 9 && sheet.print.orientation == "landscape")
      #expect(sheet.print.fitToWidth == 1 && sheet.print.fitToHeight == 0)
      #expect(sheet.print.titleRows == "$1:$1")
      #expect(sheet.print.header.contains("大龙") && sheet.print.footer.contains("&P"))
      #expect(sheet.widths.prefix(sheet.print.columnCount).reduce(0, +) < 220, "\(sheet.name)")
    }
  }

  @Test(.needsOfficeReaders) func `the workbook holds the targets that were asked for`() throws {
    let folder = try TemporaryFolder()
    let workspace = Checkout.folder.appendingPathComponent("Chains").path
    let asked = ["--chain", "lithium-battery", "--kind", "extend-upstream", "--limit", "2"]
    let outcome = try Command.run(
      ["targets", "-w", workspace, "--format", "xlsx", "-o", "some.xlsx"] + asked, in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let csv = try Command.run(["targets", "-w", workspace, "--format", "csv"] + asked)
    let sheet = try #require(
      try Self.reading(of: folder.url.appendingPathComponent("some.xlsx")).sheets.first)
    let rows = sheet.cells.dropFirst()
    #expect(rows.count == csv.output.split(separator: "\r\n").count - 1)
    #expect((1...2).contains(rows.count))
    #expect(rows.allSatisfy { $0.contains { $0.value.hasPrefix("向上游延链") } })
    #expect(rows.allSatisfy { $0.contains { $0.value.hasPrefix("锂电池") } })
  }

  @Test func `targets writes the same workbook to a file twice, without links to no diagram`()
    throws
  {
    let folder = try TemporaryFolder()
    let arguments = [
      "targets", "--workspace", Checkout.folder.appendingPathComponent("Chains").path, "--format",
      "xlsx", "-o",
    ]
    for name in ["a.xlsx", "b.xlsx"] {
      let outcome = try Command.run(
        arguments + [name], in: folder.url,
        environment: ["TZ": name == "a.xlsx" ? "UTC" : "Asia/Shanghai"])
      #expect(outcome.exitCode == 0)
      #expect(outcome.output == "\(name)\n")
    }
    let first = try Data(contentsOf: folder.url.appendingPathComponent("a.xlsx"))
    #expect(first.starts(with: Data("PK".utf8)))
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("b.xlsx")) == first)
  }
}
