import IndustryChain
import GapAnalysis
import Testing

@testable import Reporting

/// A reader of RFC 4180 that shares nothing with the writer.
private struct CSVReader {
  private(set) var rows: [[String]] = []
  /// Line breaks outside of quotation marks that are not CRLF.
  private(set) var strayBreakCount = 0

  init(_ text: String) {
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
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

@Suite struct TableTests {
  /// Whether a spreadsheet, generous with blanks, would calculate the cell.
  private static func isFormula(_ cell: String) -> Bool {
    let first = cell.unicodeScalars.first {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
    return first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
  }

  @Test func `the list read back is a table of one width with a byte order mark and CRLF`() {
    for analysis in [SmallRegion.analysis, SmallRegion.crowded] {
      let text = TargetList(of: analysis).csv()
      #expect(Array(text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
      #expect(text.hasSuffix("\r\n"))
      let table = CSVReader(text)
      #expect(table.strayBreakCount == 0)
      #expect(
        table.rows.count == 1 + analysis.targets.count + analysis.commitments.count
          + analysis.blocked.count)
      #expect(Set(table.rows.map(\.count)).count == 1)
      #expect(!table.rows.joined().contains(where: Self.isFormula))
    }
  }

  @Test(arguments: [
    "=1+1", "  =1", "\u{3000}=1", "\u{A0}\u{FF1D}1", "\u{FEFF}=1", "\u{200B}@x", "\t =1", " \n=1",
    "\u{2028}+1", "-", "a; =1", ";\u{3000}\u{FF1D}1",
  ])
  func `blanks before a sign hide no formula`(text: String) {
    let table = CSVReader(CSVText.file([[.text(text)]]))
    let cell = table.rows.first?.first ?? ""
    #expect(cell.split(separator: ";").allSatisfy { !Self.isFormula(String($0)) }, "\(cell)")
  }

  @Test(arguments: ["plain", "a,b", "say \"yes\"", "\"", "中文，逗号", "1=1", "a;b", ""])
  func `other text comes back as it was`(text: String) {
    let table = CSVReader(CSVText.file([[.text(text), .text("end")]]))
    #expect(table.rows == [[text, "end"]])
  }

  @Test(arguments: Language.allCases)
  func `each row of a table in Markdown has as many cells as its header`(language: Language) {
    let pages = [
      RegionReport(on: ReportFindings(on: SmallRegion.crowded), in: language).page(),
      TargetList(of: SmallRegion.crowded).page(in: language),
    ]
    for page in pages {
      var width: Int?
      let markdown = page.markdown()
      #expect(!markdown.contains("<"))
      for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
        let count = line.hasPrefix("|") ? Self.pipeCount(line) : nil
        if let count, let width { #expect(count == width, "\(line)") }
        width = count
      }
    }
  }

  /// The pipes that no backslash takes away.
  private static func pipeCount(_ line: Substring) -> Int {
    var count = 0
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }
}
