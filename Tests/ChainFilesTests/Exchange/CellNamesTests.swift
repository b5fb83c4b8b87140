import Diagnostics
import Testing

@testable import ChainFiles

@Suite struct CellNamesTests {
  /// A row of 800 cells, a blank one, and one whose first cell has two lines.
  private var names: CellNames {
    var names = CellNames()
    names.beginRow()
    for column in 1...800 { names.append(SourcePosition(line: 1, column: 2 * column)) }
    names.beginRow()
    names.beginRow()
    names.append(SourcePosition(line: 3, column: 1))
    names.append(SourcePosition(line: 4, column: 4))
    return names
  }

  @Test(arguments: [
    (1, 2, "A1"), (1, 52, "Z1"), (1, 54, "AA1"), (1, 1404, "ZZ1"), (1, 1406, "AAA1"),
    (3, 1, "A3"), (4, 4, "B3"),
  ])
  func `a cell has the name of its column and row`(_ line: Int, _ column: Int, _ name: String) {
    #expect(names.name(at: SourcePosition(line: line, column: column)) == name)
    #expect(names.position(of: name) == SourcePosition(line: line, column: column))
  }

  @Test func `elsewhere is no cell`() {
    for (line, column) in [(1, 1), (1, 3), (1, 1602), (2, 1), (3, 2), (9, 9)] {
      #expect(names.name(at: SourcePosition(line: line, column: column)) == nil)
    }
    for name in [
      "", "A", "1", "A0", "A2", "C3", "A4", "a1", "A1B", "AEU1", "A99999999999999999999",
    ] {
      #expect(names.position(of: name) == nil)
    }
    #expect(CellNames().name(at: SourcePosition(line: 1, column: 1)) == nil)
  }
}
