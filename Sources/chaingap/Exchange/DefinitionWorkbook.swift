import ChainFiles
import IndustryChain
import Spreadsheet

/// The tables of a chain or a region as a workbook that a person fills in and brings back.
struct DefinitionWorkbook {
  /// The title in the file's properties.
  let title: String
  let tables: [ExchangeTable]

  /// A sheet for each table, with a guide in front.
  func workbook() -> Workbook {
    // No day belongs to a definition; a fixed one keeps its bytes the same.
    Workbook(
      title: title, day: Workbook.Day(daysSince1970: 18_262),
      sheets: [guide()] + tables.map { sheet(of: $0) })
  }

  /// The bytes of the file.
  ///
  /// - Throws: `Failure` where a text is too long for a cell, or there is no room.
  func bytes() throws -> [UInt8] {
    try SpreadsheetFile.bytes(
      of: workbook(),
      otherwise: .init("--format tables needs none", "--format tables 不需要"))
  }

  private func sheet(of table: ExchangeTable) -> Sheet {
    let shape = table.shape
    var sheet = Sheet(
      name: Self.sheetName(of: shape),
      columns: shape.columns.map { "\($0.key) \($0.label.chinese ?? "")" },
      rows: table.rows.map { cells in
        zip(shape.columns, cells).map { Self.value($1, in: $0) }
      },
      frozenColumnCount: 1,
      // On paper, what tells a row apart; on the screen the rest keeps its room.
      printedColumnCount: shape.columns.count > 12 ? 8 : nil)
    sheet.guides = shape.columns.map { column in
      ColumnGuide(
        note: note(on: column), choices: choices(of: column),
        isText: column.content != .figure)
    }
    return sheet
  }

  /// What stands on the tab: the key, by which imports find it, and the name.
  private static func sheetName(of shape: ExchangeShape) -> String {
    "\(shape.key) \(shape.label.chinese ?? "")"
  }

  /// A number as one where nothing of its spelling is lost but zeros at its end.
  private static func value(_ text: String, in column: ExchangeShape.Column) -> Sheet.Value {
    guard column.content == .figure, text.utf8.count <= 15, let number = Double(text),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
      text.first != "0" || text == "0" || text.hasPrefix("0.")
    else { return text.isEmpty ? .blank : .literal(text.inWorkbook) }
    return .number(number, .plain)
  }

  private func note(on column: ExchangeShape.Column) -> String {
    func sentence(_ text: LocalizedText, _ language: Language) -> String? {
      let words = language == .english ? text.english : text.chinese
      return words.flatMap { $0.isEmpty ? nil : $0 }
    }
    return [Language.chinese, .english].flatMap { language in
      [sentence(column.label, language), sentence(column.note, language)]
    }.compactMap { $0 }.joined(separator: "\n")
  }

  private func choices(of column: ExchangeShape.Column) -> ColumnGuide.Choices {
    switch column.content {
    case .text, .figure: .anything
    case .choice(let words): .words(words)
    case .reference(let key):
      tables.first { $0.shape.key == key }
        .map { .column(0, sheet: Self.sheetName(of: $0.shape)) } ?? .anything
    }
  }

  /// What the sheets are for.
  private func guide() -> Sheet {
    let rules: [(String, String, String)] = [
      (
        "", "填好后运行 chaingap import 文件名.xlsx；表名和列名的英文部分请保留，列的次序可以改变。",
        "When done, run chaingap import FILE.xlsx; keep the English part of names of sheets and columns, in any order."
      ),
      (
        "", "空白表示没有给出，不等于零；编号用小写字母、数字和连字符。",
        "A blank is not given, and never zero; ids are lower-case letters, digits and hyphens."
      ),
    ]
    let rows =
      rules
      + tables.map {
        (
          Self.sheetName(of: $0.shape), $0.shape.purpose.chinese ?? "",
          $0.shape.purpose.english ?? ""
        )
      }
    return Sheet(
      name: "\(ExchangeShape.guideKey) 说明",
      columns: ["sheet 表", "说明", "what it is for"],
      rows: rows.map { [.literal($0), .literal($1), .literal($2)] })
  }
}
