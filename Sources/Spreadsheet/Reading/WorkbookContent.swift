/// What the sheets of a workbook hold, as it was read.
public struct WorkbookContent: Hashable, Sendable {
  /// The sheets in the order of their tabs.
  public var sheets: [SheetContent]

  /// A workbook of sheets.
  public init(sheets: [SheetContent]) {
    self.sheets = sheets
  }
}

/// The cells of one sheet.
public struct SheetContent: Hashable, Sendable {
  /// The name on the tab.
  public var name: String
  /// The cells that hold something, by row and then by column.
  public var cells: [CellContent]
  /// The merged ranges, `R2:R6`, whose cells have got the value of the first.
  public var merged: [String]

  /// A sheet of cells, which stand by row and then by column.
  public init(name: String, cells: [CellContent], merged: [String] = []) {
    self.name = name
    self.cells = cells
    self.merged = merged
  }
}

/// One cell that holds something.
public struct CellContent: Hashable, Sendable {
  /// What a cell shows.
  public enum Value: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A number in its shortest spelling: `0.1`, `2613`, `1e+21`.
    case number(String)
    /// `TRUE` or `FALSE`.
    case boolean(Bool)
    /// A day, and the time where it has one: `2021-01-26`, `2021-01-26 12:30:00`.
    case date(String)
    /// What a formula could not work out: `#REF!`.
    case error(String)
    /// A formula that was never worked out: the program that saved it does not calculate.
    case unsaved
  }

  /// Where it stands.
  public var place: CellPlace
  /// What it shows.
  public var value: Value
  /// Whether a formula has worked the value out.
  public var isFormula: Bool

  /// Joins the parts of a cell.
  public init(place: CellPlace, value: Value, isFormula: Bool = false) {
    self.place = place
    self.value = value
    self.isFormula = isFormula
  }

  /// The value as text; `true` and `false` for booleans.
  public var text: String {
    switch value {
    case .text(let text), .number(let text), .date(let text), .error(let text): text
    case .unsaved: ""
    case .boolean(let flag): flag ? "true" : "false"
    }
  }
}

/// The place of a cell in its sheet.
public struct CellPlace: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The most rows and columns of a sheet.
  public static let (rowLimit, columnLimit) = (1_048_576, 16_384)

  /// The row, from 1.
  public var row: Int
  /// The column, from 1.
  public var column: Int

  /// Joins a row and a column.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads a place as people write it, `AB12`; `nil` where it is none or outside a sheet.
  public init?(_ text: String) {
    var (row, column, hasDigits) = (0, 0, false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigits = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= Self.columnLimit, row <= Self.rowLimit else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// The letters of the column: `AB`.
  public var columnName: String {
    var (rest, name) = (column, "")
    while rest > 0 {
      let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
      name = String(Unicode.Scalar(letter)) + name
      rest = (rest - 1) / 26
    }
    return name
  }

  /// The place as people write it: `AB12`.
  public var description: String { "\(columnName)\(row)" }

  /// Orders by row, then by column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// Why a workbook cannot be read.
public enum WorkbookReadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is no zip archive, or a broken one; what the library says.
  case archive(String)
  /// A part that every workbook has is not there.
  case missingPart(String)
  /// Unpacked, the file or the texts of its cells are larger than `WorkbookContent.sizeLimit`, or the
  /// file is far larger than packed.
  case tooLarge
  /// The sheets have more cells than `WorkbookContent.cellLimit`.
  case tooManyCells(sheet: String)
  /// A part is not well-formed XML, or declares entities; what the parser says.
  case xml(part: String, String)
  /// A cell or its row bears a place that no sheet has.
  case place(sheet: String, String)
  /// A cell holds what its type does not allow.
  case value(sheet: String, CellPlace, String)
  /// The file is one of the older format, `.xls`, or is locked by a password.
  case olderFormat

  /// What is wrong, in English.
  public var description: String {
    switch self {
    case .archive(let message): "it is no workbook, or a broken one: \(message)"
    case .missingPart(let part): "it is no workbook: it has no \(part)"
    case .tooLarge: "unpacked it is too large, or far larger than packed"
    case .tooManyCells(let sheet):
      "with the sheet \"\(sheet)\" it has more than \(WorkbookContent.cellLimit) cells"
    case .xml(let part, let message): "its part \(part) cannot be read: \(message)"
    case .place(let sheet, let place):
      "a cell of the sheet \"\(sheet)\" stands at \"\(place)\", which is no place of a sheet"
    case .value(let sheet, let place, let text):
      "the cell \(place) of the sheet \"\(sheet)\" holds \"\(text)\", which is no value of its type"
    case .olderFormat: "it is a workbook of the older format, .xls, or locked by a password"
    }
  }
}

extension WorkbookContent {
  /// The most bytes that the parts of a workbook may have together when unpacked.
  public static let sizeLimit = 64 << 20
  /// The most cells that hold something.
  public static let cellLimit = 1_200_000
}
