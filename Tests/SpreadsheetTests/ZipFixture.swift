/// A zip archive whose files are stored as they are, or packed by a test, for parts that no program
/// would write.
struct ZipFixture {
  struct File {
    let name: String
    /// As they stand in the archive.
    let bytes: [UInt8]
    /// The length that the archive tells, and whether the bytes are packed.
    let size: Int
    var isPacked = false
  }

  var files: [File]

  init(_ files: [(String, String)]) {
    self.files = files.map { name, text in
      let bytes = Array(text.utf8)
      return File(name: name, bytes: bytes, size: bytes.count)
    }
  }

  /// Puts a packed part in the place of one that is there; the archive may lie about its size.
  mutating func pack(_ name: String, _ packed: RunDeflation, size: Int) {
    files.removeAll { $0.name == name }
    files.append(File(name: name, bytes: packed.bytes, size: size, isPacked: true))
  }

  /// The parts that every workbook has, around one sheet.
  static func workbook(
    sheet: String, texts: String = "", styles: String = "", book: String = ""
  ) -> [UInt8] {
    parts(sheet: sheet, texts: texts, styles: styles, book: book).bytes
  }

  /// The parts that every workbook has, around one sheet; `moreSheets` are further tabs.
  static func parts(
    sheet: String = "", texts: String = "", styles: String = "", book: String = "",
    moreSheets: String = ""
  ) -> ZipFixture {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relation(_ id: Int, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"r\(id)\" Type=\"\(type)/\(kind)\" Target=\"\(target)\"/>"
    }
    func relations(_ all: String...) -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + all.joined() + "</Relationships>"
    }
    return ZipFixture([
      ("_rels/.rels", relations(relation(1, "officeDocument", "/xl/workbook.xml"))),
      (
        "xl/_rels/workbook.xml.rels",
        relations(
          relation(1, "worksheet", "worksheets/one.xml"),
          relation(2, "sharedStrings", "sharedStrings.xml"), relation(3, "styles", "./styles.xml"))
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(type)\">\(book)<sheets><sheet name=\"links\" sheetId=\"1\""
          + " r:id=\"r1\"/>\(moreSheets)</sheets></workbook>"
      ),
      ("xl/sharedStrings.xml", "<sst>\(texts)</sst>"),
      ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
      ("xl/worksheets/one.xml", sheet),
    ])
  }

  var bytes: [UInt8] {
    var (body, directory) = ([UInt8](), [UInt8]())
    for file in files {
      let name = Array(file.name.utf8)
      let common =
        Self.number(20, 2) + Self.number(0, 2) + Self.number(file.isPacked ? 8 : 0, 2)
        + Self.number(0, 2) + Self.number(0x21, 2)
        + Self.number(file.isPacked ? 0 : Int(Self.checksum(file.bytes)), 4)
        + Self.number(file.bytes.count, 4) + Self.number(file.size, 4)
        + Self.number(name.count, 2) + Self.number(0, 2)
      directory +=
        Self.number(0x0201_4B50, 4) + Self.number(20, 2) + common + Self.number(0, 2)
        + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4) + Self.number(body.count, 4)
        + name
      body += Self.number(0x0403_4B50, 4) + common + name + file.bytes
    }
    let end =
      Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(files.count, 2)
      + Self.number(files.count, 2) + Self.number(directory.count, 4) + Self.number(body.count, 4)
      + Self.number(0, 2)
    return body + directory + end
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { checksum, byte in
      (0..<8).reduce(checksum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
