import Reporting
import Spreadsheet

/// Makes spreadsheet files, telling the user why where there is none.
enum SpreadsheetFile {
  /// The bytes of a workbook.
  ///
  /// - Throws: `Failure` where the library cannot make it.
  static func bytes(of content: TargetWorkbook) throws -> [UInt8] {
    do {
      return try content.workbook().xlsx()
    } catch {
      throw Failure(
        "cannot make the workbook: \(error)",
        help: "see that the temporary folder has room; --format csv needs none")
    }
  }
}
