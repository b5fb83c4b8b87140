import SeedFiles
import Testing

@testable import Spreadsheet

/// Workbooks that are small in a mailbox and huge in memory.
@Suite struct WorkbookBombTests {
  private static let sheetPart = "xl/worksheets/one.xml"
  private static let cells = RunDeflation(
    "<worksheet><sheetData><row>", "<c><v>1</v></c>", times: 2_000_000,
    "</row></sheetData></worksheet>")

  @Test func `a sheet that unpacks to far more than the file is refused unread`() {
    var book = ZipFixture.parts()
    book.pack(Self.sheetPart, Self.cells, size: 30_000_053)
    #expect(book.bytes.count < 250_000)
    #expect(throws: WorkbookReadError.tooLarge) { try WorkbookContent(xlsx: book.bytes) }
  }

  @Test func `a sheet that lies about its size is refused on the way`() {
    var book = ZipFixture.parts()
    book.pack(
      Self.sheetPart,
      RunDeflation("<worksheet>", " <a> </a> ", times: 3_000_000, "</worksheet>"), size: 1000)
    #expect(throws: WorkbookReadError.tooLarge) { try WorkbookContent(xlsx: book.bytes) }
  }

  @Test func `texts that unpack to far more than the file are refused`() {
    var book = ZipFixture.parts()
    book.pack(
      "xl/sharedStrings.xml",
      RunDeflation("<sst>", "<si><t>a</t></si>", times: 4_000_000, "</sst>"), size: 68_000_011)
    #expect(throws: WorkbookReadError.tooLarge) { try WorkbookContent(xlsx: book.bytes) }
  }

  @Test func `a part that many tabs name counts for each`() {
    let tabs = String(repeating: "<sheet name=\"a\" r:id=\"r1\"/>", count: 1000)
    let sheet = "<worksheet>" + String(repeating: " ", count: 200_000) + "</worksheet>"
    let book = ZipFixture.parts(sheet: sheet, moreSheets: tabs)
    #expect(throws: WorkbookReadError.tooLarge) { try WorkbookContent(xlsx: book.bytes) }
  }

  @Test func `a long text that many cells share is refused`() {
    let text = "<si><t>" + String(repeating: "长", count: 300_000) + "</t></si>"
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 200)
    let book = ZipFixture.workbook(sheet: "<worksheet><row>\(cells)</row></worksheet>", texts: text)
    #expect(throws: WorkbookReadError.tooLarge) { try WorkbookContent(xlsx: book) }
  }

  @Test func `a long format that many styles share is looked at once`() throws {
    let format = String(repeating: "0", count: 300_000)
    let styles =
      "<numFmts><numFmt numFmtId=\"200\" formatCode=\"\(format)\"/></numFmts><cellXfs>"
      + String(repeating: "<xf numFmtId=\"200\"/>", count: 20_000) + "</cellXfs>"
    let sheet = "<worksheet><row><c s=\"19999\"><v>1</v></c></row></worksheet>"
    let book = try WorkbookContent(xlsx: ZipFixture.workbook(sheet: sheet, styles: styles))
    #expect(book.sheets.first?.cells.map(\.value) == [.number("1")])
  }

  @Test func `a wrong value of any length is told briefly`() {
    let value = String(repeating: "x", count: 1_000_000)
    let sheet = "<worksheet><row><c><v>\(value)</v></c></row></worksheet>"
    #expect {
      try WorkbookContent(xlsx: ZipFixture.workbook(sheet: sheet))
    } throws: {
      "\($0)".utf8.count < 300
    }
  }

  @Test func `a large sheet of the same words is read`() throws {
    let (rowCount, width) = (13_000, 20)
    let row: [Sheet.Value] = (0..<width).map { .literal("link-\($0)") }
    let sheet = Sheet(
      name: "links", columns: (0..<width).map { "c\($0)" },
      rows: Array(repeating: row, count: rowCount))
    let bytes = try Workbook(title: "T", day: .init(daysSince1970: 18_000), sheets: [sheet]).xlsx()
    let content = try WorkbookContent(xlsx: bytes)
    #expect(content.sheets.first?.cells.count == (rowCount + 1) * width)
  }

  @Test(arguments: SeedFile.all(.xlsx))
  func `seeds and their mutants are read or refused`(_ seed: SeedFile) {
    for bytes in seed.variants(300) {
      guard let content = try? WorkbookContent(xlsx: bytes) else { continue }
      for sheet in content.sheets {
        #expect(zip(sheet.cells, sheet.cells.dropFirst()).allSatisfy { $0.place < $1.place })
      }
    }
  }

  @Test func `the seeds themselves are read, but for bombs`() throws {
    for seed in SeedFile.all(.xlsx) where !seed.name.contains("bomb") {
      #expect(try !WorkbookContent(xlsx: seed.bytes).sheets.isEmpty)
    }
  }
}
