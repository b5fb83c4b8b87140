import Testing

@testable import Spreadsheet

/// The cells of a workbook of one sheet, as "A1=text".
private func cells(
  _ rows: String, texts: String = "", styles: String = "", book: String = ""
) throws -> [String] {
  let content = try WorkbookContent(
    xlsx: ZipFixture.workbook(
      sheet: "<worksheet><sheetData>\(rows)</sheetData></worksheet>", texts: texts,
      styles: styles, book: book))
  #expect(content.sheets.map(\.name) == ["links"])
  return content.sheets[0].cells.map { "\($0.place)=\($0.text)" }
}

@Suite struct WorkbookReadingTests {
  @Test func `what is written is read back`() throws {
    let sheet = Sheet(
      name: "链 links", columns: ["id", "数值"],
      rows: [
        [.literal("0451"), .number(0.1, .plain)],
        [.literal("two\nlines  "), .number(2613, .plain)],
        [.literal("=1+1"), .blank],
        [.literal("a_x0041_b \u{1}\r."), .number(-1e21, .plain)],
      ])
    let book = Workbook(title: "T", day: .init(daysSince1970: 18_000), sheets: [sheet])
    let read = try WorkbookContent(xlsx: try book.xlsx())
    #expect(read.sheets.map(\.name) == ["链 links"])
    #expect(
      read.sheets[0].cells.map(\.value) == [
        .text("id"), .text("数值"), .text("0451"), .number("0.1"), .text("two\nlines  "),
        .number("2613"), .text("=1+1"), .text("a_x0041_b \u{1}\r."), .number("-1e+21"),
      ])
    #expect(read.sheets[0].cells.map(\.place.description).suffix(3) == ["A4", "A5", "B5"])
  }

  @Test func `shared texts are joined from their runs without readings`() throws {
    let texts = """
      <si><t>plain</t></si>\
      <si><r><rPr><b/></rPr><t>Li</t></r><r><t xml:space="preserve">thium </t></r></si>\
      <si><t>電池</t><rPh sb="0" eb="2"><t>でんち</t></rPh></si>
      """
    let rows = """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>\
      <row r="7"><c r="B7" t="s"><v>0</v></c></row>
      """
    #expect(try cells(rows, texts: texts) == ["A1=Lithium ", "C1=電池", "B7=plain"])
  }

  @Test func `cells without a place stand after the one before`() throws {
    let rows = """
      <row><c t="inlineStr"><is><t>a</t></is></c><c/><c t="str"><v>b</v></c></row>\
      <row><c><v>3</v></c></row>
      """
    #expect(try cells(rows) == ["A1=a", "C1=b", "A2=3"])
  }

  /// A sheet with merged cells, whose rows and columns are those that hold something.
  private func merged(_ ranges: String...) throws -> SheetContent {
    func text(_ place: String, _ text: String) -> String {
      "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let rows = """
      <row r="1">\(text("A1", "link"))\(text("B1", "needs"))</row>\
      <row r="2">\(text("A2", "a"))\(text("B2", "steam"))</row>\
      <row r="3">\(text("A3", "b"))</row><row r="5">\(text("A5", "c"))</row>
      """
    let merges = ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return try WorkbookContent(
      xlsx: ZipFixture.workbook(
        sheet: "<worksheet><sheetData>\(rows)</sheetData><mergeCells>\(merges)</mergeCells>"
          + "</worksheet>")
    ).sheets[0]
  }

  @Test func `merged cells all have the value of the first, where rows hold something`() throws {
    let content = try merged("B2:D9")
    #expect(
      content.cells.map { "\($0.place)=\($0.text)" } == [
        "A1=link", "B1=needs", "A2=a", "B2=steam", "A3=b", "B3=steam", "A5=c", "B5=steam",
      ])
    #expect(content.merged == ["B2:D9"])
    #expect(try merged("C7:D9", "A1").merged == [])
  }

  @Test func `a merged range that is none is refused, and a sheet of them is cheap`() throws {
    for range in ["B2:A1", "B2:", "A0:B2", "A1:B2:C3", ""] {
      #expect(throws: WorkbookReadError.self, "\(range)") { try merged(range) }
    }
    #expect(try merged("A1:XFD1048576").cells.count == 8)
  }

  @Test func `numbers have their shortest spelling`() throws {
    let numbers = ["0.1", "0.10000000000000001", "2613", "2613.0", "1E-7", "-0", "123456789012"]
    let row = numbers.map { "<c><v>\($0)</v></c>" }.joined()
    #expect(
      try cells("<row>\(row)</row>").map { $0.split(separator: "=")[1] }
        == ["0.1", "0.1", "2613", "2613", "1e-07", "0", "123456789012"])
  }

  @Test func `booleans, errors and formulas are told apart`() throws {
    let sheet = """
      <worksheet><sheetData><row><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c>\
      <c><f>A1*2</f><v>4</v></c><c><f>B1</f></c>\
      <c t="str"><f>""</f><v></v></c><c><f>B1</f><v/></c></row></sheetData></worksheet>
      """
    let read = try WorkbookContent(xlsx: ZipFixture.workbook(sheet: sheet)).sheets[0].cells
    #expect(
      read.map(\.value) == [.boolean(true), .error("#REF!"), .number("4"), .unsaved, .unsaved])
    #expect(read.map(\.place.description) == ["A1", "B1", "C1", "D1", "F1"])
    #expect(read.map(\.isFormula) == [false, false, true, true, true])
  }

  @Test func `numbers in the format of a date are days`() throws {
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>\
      <numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
      """
    let row = [
      (0, "44222"), (1, "44222"), (2, "44222.75"), (3, "44222"), (1, "1"), (1, "59"), (1, "60"),
      (1, "61"), (1, "2958465"), (1, "2958466"), (1, "-1"), (9, "5"),
    ].map { "<c s=\"\($0)\"><v>\($1)</v></c>" }.joined()
    let read = try cells("<row>\(row)</row>", styles: styles)
    #expect(
      read.map { $0.split(separator: "=")[1] } == [
        "44222", "2021-01-26", "2021-01-26 18:00:00", "44222", "1900-01-01", "1900-02-28", "60",
        "1900-03-01", "9999-12-31", "2958466", "-1", "5",
      ])
    let old = try cells(
      "<row><c s=\"1\"><v>0</v></c></row>", styles: styles, book: "<workbookPr date1904=\"1\"/>")
    #expect(old == ["A1=1904-01-01"])
  }

  @Test(arguments: [
    "<row r=\"1048577\"/>", "<row r=\"0\"/>", "<row><c r=\"XFE1\"><v>1</v></c></row>",
    "<row><c r=\"A99999999999999999999\"><v>1</v></c></row>", "<row><c r=\"7\"><v>1</v></c></row>",
    "<row r=\"x\"/>",
  ])
  func `places outside a sheet are refused with the sheet`(_ rows: String) {
    #expect {
      try cells(rows)
    } throws: {
      guard case WorkbookReadError.place(sheet: "links", _) = $0 else { return false }
      return true
    }
  }

  @Test(arguments: [
    "<c t=\"s\"><v>9</v></c>", "<c t=\"s\"><v>-1</v></c>", "<c><v>many</v></c>",
    "<c><v>nan</v></c>", "<c t=\"b\"><v>2</v></c>", "<c t=\"?\"><v>2</v></c>",
    "<c><v>1e999</v></c>",
  ])
  func `cells that are no value of their type are refused with sheet and place`(_ cell: String) {
    #expect {
      try cells("<row r=\"3\">\(cell)</row>", texts: "<si><t>a</t></si>")
    } throws: {
      guard case WorkbookReadError.value(sheet: "links", let place, _) = $0 else { return false }
      return place.description == "A3"
    }
  }

  @Test func `two cells in one place are refused`() {
    #expect(throws: WorkbookReadError.self) {
      try cells("<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")
    }
  }

  @Test func `places are written and read as people do`() throws {
    for column in [1, 26, 27, 52, 702, 703, 16_384] {
      let place = CellPlace(row: 12, column: column)
      #expect(CellPlace(place.description) == place)
    }
    #expect(CellPlace(row: 1, column: 703).description == "AAA1")
    for text in ["", "A", "1", "A0", "a1", "A1B", "XFE1", "A1048577", "Ä1", "-A1"] {
      #expect(CellPlace(text) == nil)
    }
  }
}

@Suite struct HostileWorkbookTests {
  private static let book: [UInt8] = {
    let rows: [[Sheet.Value]] = (0..<40).map {
      [.literal("link-\($0)"), .number(Double($0) / 7, .plain)]
    }
    let sheet = Sheet(name: "links", columns: ["link", "share"], rows: rows)
    return
      (try? Workbook(title: "T", day: .init(daysSince1970: 18_000), sheets: [sheet]).xlsx()) ?? []
  }()

  @Test func `entities are refused`() {
    let bomb = """
      <!DOCTYPE a [<!ENTITY x "ha">]><worksheet><sheetData><row><c t="str"><v>&x;</v></c></row>\
      </sheetData></worksheet>
      """
    #expect {
      try WorkbookContent(xlsx: ZipFixture.workbook(sheet: bomb))
    } throws: {
      guard case WorkbookReadError.xml(part: "xl/worksheets/one.xml", _) = $0 else { return false }
      return true
    }
  }

  @Test func `older workbooks are named as such`() {
    #expect(throws: WorkbookReadError.olderFormat) {
      try WorkbookContent(xlsx: [0xD0, 0xCF, 0x11, 0xE0, 0xA1])
    }
  }

  @Test func `every truncation is an error`() {
    #expect(!Self.book.isEmpty)
    for length in stride(from: 0, to: Self.book.count, by: 97) {
      #expect(throws: WorkbookReadError.self) {
        try WorkbookContent(xlsx: Array(Self.book.prefix(length)))
      }
    }
  }

  @Test func `mutated workbooks are read or refused, and never crash`() {
    var generator = SplitMix(state: 20_260_726)
    var refused = 0
    for _ in 0..<400 {
      var bytes = Self.book
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      do { _ = try WorkbookContent(xlsx: bytes) } catch { refused += 1 }
    }
    #expect(refused > 0)
  }

  @Test func `mutated sheets are read or refused, and never crash`() {
    let seed = Array(
      """
      <worksheet><sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1"><f>1</f>\
      <v>0.5</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c>\
      <c r="B2" t="b"><v>1</v></c></row></sheetData></worksheet>
      """.utf8)
    var generator = SplitMix(state: 7)
    var (refused, taken) = (0, 0)
    for _ in 0..<1000 {
      var sheet = seed
      let place = Int.random(in: sheet.indices, using: &generator)
      let piece = sheet[place..<min(sheet.count, place + Int.random(in: 0...9, using: &generator))]
      sheet.replaceSubrange(
        piece.indices, with: Bool.random(using: &generator) ? [] : Array(piece + piece))
      let book = ZipFixture.workbook(
        sheet: String(decoding: sheet, as: UTF8.self), texts: "<si><t>a</t></si>")
      do {
        _ = try WorkbookContent(xlsx: book)
        taken += 1
      } catch { refused += 1 }
    }
    #expect(refused > 0 && taken > 0)
  }
}

/// SplitMix64: the same numbers from the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
