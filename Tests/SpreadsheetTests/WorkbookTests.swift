import Testing

@testable import Spreadsheet

@Suite struct WorkbookTests {
  private static let day = Workbook.Day(daysSince1970: 18_000)

  private static func workbook(_ rows: [[Sheet.Value]], name: String = "表") -> Workbook {
    Workbook(
      title: "题", day: day,
      sheets: [Sheet(name: name, columns: ["名次 Rank", "环节 Link"], rows: rows)])
  }

  @Test func `the same workbook has the same bytes, and they are a zip file`() throws {
    let workbook = Self.workbook([[.number(1, .count), .text("正极材料")], [.blank, .text("=1+1")]])
    let bytes = try workbook.xlsx()
    #expect(bytes.starts(with: Array("PK".utf8)))
    #expect(try workbook.xlsx() == bytes)
  }

  @Test func `an empty sheet, infinities and long rows do no harm`() throws {
    #expect(try !Self.workbook([]).xlsx().isEmpty)
    #expect(
      try !Self.workbook([
        [.number(.infinity, .money), .number(.nan, .plain), .text("beyond the heading")]
      ]).xlsx().isEmpty)
    #expect(throws: WorkbookError.noSheet) {
      try Workbook(title: "", day: Self.day, sheets: []).xlsx()
    }
  }

  @Test(arguments: ["", "a/b", "[x]", String(repeating: "a", count: 32)])
  func `a sheet that no program could open by name is refused`(name: String) {
    #expect(throws: WorkbookError.sheetName(name)) { try Self.workbook([], name: name).xlsx() }
  }

  @Test func `two sheets of one name are refused`() {
    var workbook = Self.workbook([])
    workbook.sheets += workbook.sheets
    #expect(throws: WorkbookError.sheetName("表")) { try workbook.xlsx() }
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u{200B}=1", "\u{FF1D}1", "\t=1", "\r\n@a",
    "=cmd|'/c calc'!A1",
  ])
  func `text that looks like a formula is told`(text: String) {
    #expect(Sheet.Value.looksLikeFormula(text))
  }

  @Test func `plain text is not taken for a formula`() {
    #expect(!Sheet.Value.looksLikeFormula("a=1"))
    #expect(!Sheet.Value.looksLikeFormula(""))
  }

  @Test func `text is cut at what a cell holds, and never within a character`() {
    let safe = Sheet.Value.safe(String(repeating: "\u{1F600}", count: 20_000))
    #expect(safe.utf16.count <= Sheet.Value.longestText)
    #expect(safe.hasSuffix("\u{1F600}…"))
    #expect(Sheet.Value.safe("a\u{1}b\nc") == "a\u{FFFD}b c")
  }

  @Test func `columns are as wide as their text, a Chinese character counting twice`() {
    let sheet = Sheet(
      name: "s", columns: ["甲", "乙", "丙"],
      rows: [
        [
          .text(String(repeating: "链", count: 12)), .text("ab"),
          .text(String(repeating: "长", count: 90)),
        ]
      ])
    #expect(SheetLayout(of: sheet).columnWidths == [27, 8, 40])
  }

  @Test func `printed columns share a page: the widest give way, numbers and headings do not`() {
    let long = Sheet.Value.text(String(repeating: "链", count: 40))
    var sheet = Sheet(
      name: "s", columns: (0..<8).map { "列 \($0)" },
      rows: [[.number(123_456_789, .money), .text("短")] + [Sheet.Value](repeating: long, count: 6)])
    let widths = SheetLayout(of: sheet).columnWidths
    #expect(widths[0] == 17 && widths[1] == 8)
    #expect(Set(widths[2...]).count == 1)
    #expect(widths.reduce(0, +) <= SheetLayout.pageWidth)
    #expect(widths.reduce(0, +) > SheetLayout.pageWidth - 6)
    #expect(SheetLayout(of: sheet).lineCount(ofRow: 0) == (80 + widths[2] - 3) / (widths[2] - 2))
    // What is not printed is as wide as its text, in one line.
    sheet.printedColumnCount = 2
    #expect(SheetLayout(of: sheet).columnWidths[2] == SheetLayout.widths.upperBound)
    #expect(SheetLayout(of: sheet).lineCount(ofRow: 0) == 1)
  }

  @Test func `a title of any length and any sign makes a file`() throws {
    var workbook = Self.workbook([])
    workbook.title = String(repeating: "&\u{1}\"区", count: 4_000)
    #expect(try !workbook.xlsx().isEmpty)
  }

  @Test func `what is more than a sheet's links stays as text`() throws {
    let cell = Sheet.Value.link("链", path: "chains/a.svg")
    let far = Sheet.Value.link("远", path: String(repeating: "a", count: 3_000))
    let rows = [[Sheet.Value]](repeating: [cell], count: 65_531) + [[far]]
    #expect(try !Self.workbook(rows).xlsx().isEmpty)
  }
}
