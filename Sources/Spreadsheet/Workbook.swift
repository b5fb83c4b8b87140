/// A file of sheets for spreadsheet programs, as a value.
public struct Workbook: Hashable, Sendable {
  /// The day that the file bears as that of its making.
  public struct Day: Hashable, Sendable {
    /// The days since 1970-01-01, after it.
    public let daysSince1970: Int

    /// Counts days from 1970-01-01; those before count as the day after it, since the format knows
    /// no earlier ones.
    public init(daysSince1970: Int) { self.daysSince1970 = max(1, daysSince1970) }
  }

  /// The title in the file's properties.
  public var title: String
  /// The day in the file's properties: the same content gives the same bytes.
  public var day: Day
  /// The sheets, in the order of their tabs; at least one.
  public var sheets: [Sheet]

  /// A workbook of sheets.
  public init(title: String, day: Day, sheets: [Sheet]) {
    self.title = title
    self.day = day
    self.sheets = sheets
  }
}

/// Why there is no workbook file.
public enum WorkbookError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no sheet.
  case noSheet
  /// No room in memory or for temporary files.
  case noRoom
  /// A sheet cannot have its name: longer than 31 characters, empty, used twice, or with one of
  /// `[]:*?/\`.
  case sheetName(String)
  /// A sheet has more rows or columns than the format can hold.
  case tooLarge(sheet: String)
  /// A text to be read back is longer than a cell can hold.
  case tooLong(CellPlace)
  /// What else the library says.
  case library(String)

  /// What is wrong, in English.
  public var description: String {
    switch self {
    case .noSheet: "a workbook needs a sheet"
    case .noRoom: "there is no room for temporary files"
    case .sheetName(let name): "a sheet cannot be called \"\(name)\""
    case .tooLarge(let name): "the sheet \"\(name)\" has too many rows or columns"
    case .tooLong(let place): "the text of the cell \(place) is longer than a cell can hold"
    case .library(let message): message
    }
  }
}
