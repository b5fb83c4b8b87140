import Testing

@testable import Reporting

/// A reader of RFC 4180 that shares nothing with the writer.
private struct CSVReader {
  var rows: [[String]] = []
  /// Line breaks outside of quotation marks that are not CRLF.
  var strayBreakCount = 0

  init(_ text: String) {
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        cell += "\""
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        rows.append(row + [cell])
        (row, cell) = ([], "")
      case ("\r", false), ("\n", false): strayBreakCount += 1
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [cell]) }
  }
}

struct CSVTests {
  private static let formulaSigns: Set<Character> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

  /// What a spreadsheet, generous with blanks, would read first.
  private static func first(of cell: String) -> Character? {
    cell.unicodeScalars.first {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }.map { Character($0) }
  }

  @Test(arguments: MadeUpWorld.Naming.allCases)
  func `the list is a table with a byte order mark, CRLF and one width`(
    naming: MadeUpWorld.Naming
  ) throws {
    let text = TargetList(of: MadeUpWorld(naming).analysed()).csv()
    #expect(Array(text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(Array(text.utf8.suffix(2)) == [0x0D, 0x0A])
    let table = CSVReader(text)
    #expect(table.strayBreakCount == 0)
    #expect(table.rows.count == 9)
    #expect(Set(table.rows.map(\.count)).count == 1)
    let header = try #require(table.rows.first)
    #expect(Set(header).count == header.count, "every heading is different")
  }

  @Test(arguments: MadeUpWorld.Naming.allCases)
  func `no cell of the list begins like a formula`(naming: MadeUpWorld.Naming) {
    let table = CSVReader(TargetList(of: MadeUpWorld(naming).analysed()).csv())
    for cell in table.rows.joined() {
      #expect(Self.first(of: cell).map(Self.formulaSigns.contains) != true, "\(cell)")
      #expect(!cell.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "\(cell)")
    }
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "\r\n=1", "  =1", "\u{3000}=1", "\u{A0}=1",
    "\u{FEFF}=1", "\u{200B}=1", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", " \u{FF20}x", "\u{0}=1",
    "=", "-", "\u{2028}=1",
  ])
  func `text that a spreadsheet would calculate is disarmed`(text: String) {
    let table = CSVReader(CSV.document(header: ["a"], rows: [[.text(text)]]))
    #expect(table.rows.count == 2)
    let cell = table.rows.last?.first ?? ""
    #expect(Self.first(of: cell).map(Self.formulaSigns.contains) == false, "\(cell)")
  }

  @Test(arguments: ["plain", "a,b", "say \"yes\"", "\"", "\"\"", " kept ", "中文，逗号", "1=1", ""])
  func `other text comes back as it was`(text: String) {
    let table = CSVReader(CSV.document(header: ["a", "b"], rows: [[.text(text), .text("end")]]))
    #expect(table.rows.last == [text, "end"])
  }

  @Test func `numbers are bare, and a blank is empty`() {
    let table = CSVReader(
      CSV.document(
        header: ["a"],
        rows: [[.number(1_234_567.25)], [.number(-0.0)], [.number(0.1 + 0.2)], [.blank]]))
    #expect(table.rows.dropFirst().map { $0.first } == ["1234567.25", "0", "0.3", ""])
  }
}
