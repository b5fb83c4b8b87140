internal import CXlsxWriter
import TerminalText

extension Workbook {
  /// The workbook as an Office Open XML file (`.xlsx`, ECMA-376).
  ///
  /// The same workbook gives the same bytes. Linear in its cells.
  ///
  /// - Throws: `WorkbookError` where there is no file.
  public func xlsx() throws(WorkbookError) -> [UInt8] {
    guard !sheets.isEmpty else { throw .noSheet }
    guard let file = unsafe tmpfile() else { throw .noRoom }
    defer { unsafe fclose(file) }
    var path = [CChar](repeating: 0, count: 32)
    unsafe CXlsxWriterPath(file, &path)
    guard let writer = WorkbookWriter(path: path) else { throw .noRoom }
    try writer.write(self)
    try writer.close()
    return try unsafe Self.contents(of: file)
  }

  private static func contents(of file: UnsafeMutablePointer<FILE>) throws(WorkbookError) -> [UInt8]
  {
    guard unsafe fseek(file, 0, SEEK_END) == 0 else { throw .noRoom }
    let length = unsafe ftell(file)
    guard length > 0, unsafe fseek(file, 0, SEEK_SET) == 0 else { throw .noRoom }
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, initializedCount in
      count = unsafe fread(buffer.baseAddress, 1, length, file)
      initializedCount = count
    }
    guard count == length else { throw .noRoom }
    return bytes
  }
}

/// A workbook of the library while it is made; what is not closed is freed unwritten.
@safe
private final class WorkbookWriter {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let styles: Styles
  private var isOpen = true

  /// The formats of the cells.
  @unsafe
  private struct Styles {
    let heading: UnsafeMutablePointer<lxw_format>
    let text: UnsafeMutablePointer<lxw_format>
    let wrapped: UnsafeMutablePointer<lxw_format>
    let literal: UnsafeMutablePointer<lxw_format>
    let column: UnsafeMutablePointer<lxw_format>
    let link: UnsafeMutablePointer<lxw_format>
    let numbers: [Sheet.NumberStyle: UnsafeMutablePointer<lxw_format>]
  }

  /// Begins a file; `nil` without memory.
  init?(path: [CChar]) {
    guard let workbook = unsafe workbook_new(path) else { return nil }
    unsafe self.workbook = unsafe workbook
    func format() -> UnsafeMutablePointer<lxw_format>? {
      guard let format = unsafe workbook_add_format(workbook) else { return nil }
      // Numbers stand beside the middle of a text of several lines.
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      unsafe format_set_indent(format, 1)
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, 0xC5D3E0)
      return unsafe format
    }
    var numbers: [Sheet.NumberStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
    for style in Sheet.NumberStyle.allCases {
      guard let number = unsafe format() else { break }
      unsafe format_set_num_format(number, style.format)
      unsafe format_set_align(number, UInt8(LXW_ALIGN_RIGHT.rawValue))
      unsafe numbers[style] = unsafe number
    }
    guard let heading = unsafe format(), let text = unsafe format(),
      let wrapped = unsafe format(), let literal = unsafe format(), let link = unsafe format(),
      let column = unsafe format(),
      unsafe numbers.count == Sheet.NumberStyle.allCases.count
    else {
      unsafe lxw_workbook_free(workbook)
      return nil
    }
    unsafe format_set_bold(heading)
    unsafe format_set_text_wrap(heading)
    unsafe format_set_font_color(heading, 0xFFFFFF)
    unsafe format_set_bg_color(heading, 0x1F4E79)
    unsafe format_set_text_wrap(wrapped)
    unsafe format_set_num_format(literal, "@")
    unsafe format_set_font_color(link, 0x0563C1)
    unsafe format_set_text_wrap(literal)
    unsafe format_set_text_wrap(link)
    unsafe format_set_num_format(column, "@")
    unsafe format_set_text_wrap(column)
    unsafe format_set_border(column, UInt8(LXW_BORDER_NONE.rawValue))
    unsafe format_set_underline(link, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    unsafe styles = unsafe Styles(
      heading: heading, text: text, wrapped: wrapped, literal: literal, column: column,
      link: link, numbers: numbers)
  }

  deinit {
    if isOpen { unsafe lxw_workbook_free(workbook) }
  }

  /// Writes the file; the library frees the workbook whether it can or not.
  func close() throws(WorkbookError) {
    guard isOpen else { return }
    isOpen = false
    try check(unsafe workbook_close(workbook))
  }

  func write(_ content: Workbook) throws(WorkbookError) {
    // The library takes no more than 255 characters.
    let title = Sheet.Value.safe(content.title).truncated(toWidth: 120)
    try check(
      unsafe CXlsxWriterSetProperties(
        workbook, title, Int64(content.day.daysSince1970) * 86_400))
    for sheet in content.sheets {
      guard !sheet.name.isEmpty,
        unsafe workbook_validate_sheet_name(workbook, sheet.name) == LXW_NO_ERROR
      else {
        throw .sheetName(sheet.name)
      }
      guard let worksheet = unsafe workbook_add_worksheet(workbook, sheet.name) else {
        throw .noRoom
      }
      try unsafe write(sheet, to: worksheet)
      try unsafe arrange(sheet, worksheet, under: title)
      try unsafe guide(sheet, worksheet, in: content)
    }
  }

  private func write(
    _ sheet: Sheet, to worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookError) {
    guard let lastRow = lxw_row_t(exactly: sheet.rows.count), lastRow < 1_048_576,
      let columnCount = lxw_col_t(exactly: sheet.columns.count), columnCount <= 16_384
    else { throw .tooLarge(sheet: sheet.name) }
    let layout = SheetLayout(of: sheet)
    for (column, title) in zip(lxw_col_t(0)..., sheet.columns) {
      try check(
        unsafe worksheet_write_string(
          worksheet, 0, column, Sheet.Value.safe(title), styles.heading))
      try check(
        unsafe worksheet_set_column(
          worksheet, column, column, Double(layout.columnWidths[Int(column)]),
          sheet.guide(of: Int(column)).isText ? styles.column : nil))
    }
    try unsafe setHeight(of: 0, lines: layout.headingLineCount, in: worksheet)
    for (row, values) in zip(lxw_row_t(1)..., sheet.rows) {
      let lines = layout.lineCount(ofRow: Int(row) - 1)
      try unsafe setHeight(of: row, lines: lines, in: worksheet)
      for (column, value) in zip(0..<columnCount, values) {
        let text = unsafe sheet.isWrapped(Int(column)) ? styles.wrapped : styles.text
        try unsafe write(value, as: text, to: worksheet, row, column)
      }
    }
  }

  private func setHeight(
    of row: lxw_row_t, lines: Int, in worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookError) {
    try check(unsafe worksheet_set_row(worksheet, row, Double(lines) * 15 + 1, nil))
  }

  /// The heading in sight, filters, and clean pages where it is printed.
  private func arrange(
    _ sheet: Sheet, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, under title: String
  ) throws(WorkbookError) {
    guard !sheet.columns.isEmpty else { return }
    let lastRow = lxw_row_t(clamping: sheet.rows.count)
    let lastColumn = lxw_col_t(clamping: sheet.columns.count - 1)
    let frozen = lxw_col_t(clamping: min(sheet.frozenColumnCount, Int(lastColumn)))
    unsafe worksheet_freeze_panes(worksheet, 1, frozen)
    try check(unsafe worksheet_autofilter(worksheet, 0, 0, lastRow, lastColumn))
    // A year or a code is text that only looks like a number.
    try check(
      unsafe worksheet_ignore_errors(
        worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
    unsafe worksheet_set_landscape(worksheet)
    unsafe worksheet_set_paper(worksheet, 9)
    unsafe worksheet_set_margins(worksheet, 0.4, 0.4, 0.5, 0.6)
    unsafe worksheet_fit_to_pages(worksheet, 1, 0)
    try check(unsafe worksheet_repeat_rows(worksheet, 0, 0))
    // A blank keeps the size of the letters apart from a title that begins with a digit.
    try check(
      unsafe worksheet_set_header(
        worksheet, "&L&9 " + title.replacing("&", with: "&&") + "&R&9&A"))
    try check(unsafe worksheet_set_footer(worksheet, "&C&9&P / &N"))
    if let printed = sheet.printedColumnCount, printed > 0 {
      try check(
        unsafe worksheet_print_area(
          worksheet, 0, 0, lastRow, min(lastColumn, lxw_col_t(clamping: printed - 1))))
    }
  }

  /// Notes beside the headings, and what cells offer, below the rows that are there too.
  private func guide(
    _ sheet: Sheet, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, in book: Workbook
  ) throws(WorkbookError) {
    let lastRow = lxw_row_t(clamping: sheet.rows.count + Self.freeRowCount)
    for (column, guide) in zip(lxw_col_t(0)..., sheet.guides.prefix(sheet.columns.count)) {
      if !guide.note.isEmpty {
        try check(unsafe CXlsxWriterNote(worksheet, 0, column, guide.note))
      }
      switch guide.choices {
      case .anything: break
      case .words(let words):
        let list = words.joined(separator: ",")
        guard list.utf8.count <= 255 else { throw .library("a drop-down has too many words") }
        try check(
          unsafe CXlsxWriterChoices(
            worksheet, 1, column, lastRow, column, "\"\(list)\""))
      case .column(let source, let name):
        let letters = CellPlace(row: 1, column: source + 1).columnName
        let rows = book.sheets.first { $0.name == name }.map { $0.rows.count } ?? 0
        let end = rows + Self.freeRowCount + 1
        try check(
          unsafe CXlsxWriterChoices(
            worksheet, 1, column, lastRow, column,
            "='\(name)'!$\(letters)$2:$\(letters)$\(end)"))
      }
    }
  }

  /// So many rows below the last one offer their choices too.
  private static let freeRowCount = 500

  private func write(
    _ value: Sheet.Value, as plain: UnsafeMutablePointer<lxw_format>,
    to worksheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t
  ) throws(WorkbookError) {
    switch value {
    case .blank: try check(unsafe worksheet_write_blank(worksheet, row, column, plain))
    case .text(let text):
      let safe = Sheet.Value.safe(text)
      guard !safe.isEmpty else {
        return try unsafe write(.blank, as: plain, to: worksheet, row, column)
      }
      let style = unsafe Sheet.Value.looksLikeFormula(safe) ? styles.literal : plain
      try check(unsafe worksheet_write_string(worksheet, row, column, safe, style))
    case .literal(let text):
      guard !text.isEmpty else {
        return try unsafe write(.blank, as: plain, to: worksheet, row, column)
      }
      guard text.utf16.count <= Sheet.Value.longestText else {
        throw .tooLong(CellPlace(row: Int(row) + 1, column: Int(column) + 1))
      }
      try check(
        unsafe worksheet_write_string(
          worksheet, row, column, text.escapedForWorkbook, styles.literal))
    case .number(let number, let style):
      guard number.isFinite else {
        return try unsafe write(.blank, as: plain, to: worksheet, row, column)
      }
      try check(
        unsafe worksheet_write_number(worksheet, row, column, number, styles.numbers[style]))
    case .link(let text, let path):
      // As an address, since the library turns the slashes of paths into those of one system.
      let code = unsafe worksheet_write_url_opt(
        worksheet, row, column, path, styles.link, Sheet.Value.safe(text), nil)
      switch code {
      // A sheet holds 65,530 links and an address 2,079 characters; beyond that the text stays.
      case LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED,
        LXW_ERROR_WORKSHEET_MAX_URL_LENGTH_EXCEEDED:
        try unsafe write(.text(text), as: plain, to: worksheet, row, column)
      default: try check(code)
      }
    }
  }

  private func check(_ code: lxw_error) throws(WorkbookError) {
    guard code != LXW_NO_ERROR else { return }
    guard let message = unsafe lxw_strerror(code) else { throw .noRoom }
    throw .library(unsafe String(cString: message))
  }
}
