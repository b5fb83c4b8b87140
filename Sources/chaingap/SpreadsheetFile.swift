import Reporting
import Spreadsheet

/// Makes spreadsheet files, telling the user why where there is none.
enum SpreadsheetFile {
  /// The bytes of a target list's workbook.
  ///
  /// - Throws: `Failure` where the library cannot make it.
  static func bytes(of content: TargetWorkbook) throws -> [UInt8] {
    try bytes(
      of: content.workbook(), otherwise: .init("--format csv needs none", "--format csv 不需要"))
  }

  /// The bytes of a workbook.
  ///
  /// - Parameters:
  ///   - workbook: Its content.
  ///   - otherwise: The end of the advice: what else to write.
  /// - Returns: The file.
  /// - Throws: `Failure` where the library cannot make it, or a text is too long for a cell.
  static func bytes(of workbook: Workbook, otherwise: Phrase) throws -> [UInt8] {
    do throws(WorkbookError) {
      return try workbook.xlsx()
    } catch {
      let reason = error.phrase
      throw Failure(
        "cannot make the workbook: \(reason.english)", "无法生成工作簿：\(reason.chinese)",
        help: .init("see that the temporary folder has room; ", "请确认临时文件夹有足够空间；") + otherwise)
    }
  }
}
