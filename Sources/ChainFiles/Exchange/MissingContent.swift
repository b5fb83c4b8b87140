public import Diagnostics
import IndustryChain

extension ExchangeTable {
  /// The findings that tables or columns are missing for which a definition has content, so that
  /// an import would delete it.
  ///
  /// Firms, prospects and peers are files of their own, which stay where their table is missing.
  /// O(cells).
  ///
  /// - Parameters:
  ///   - tables: What the definition in place holds.
  ///   - sheets: What somebody brings.
  /// - Returns: A finding for each table or column; none where nothing would be deleted.
  public static func missingContent(
    of tables: [Self], in sheets: [ExchangeSheet]
  ) -> [Diagnostic] {
    tables.flatMap { table -> [Diagnostic] in
      let key = table.shape.key
      let filled = table.filledColumns
      guard !filled.isEmpty else { return [] }
      guard let sheet = sheets.first(where: { $0.key == key }) else {
        if RegionExchange.fileNames.contains(key) { return [] }
        return [
          Diagnostic(
            .missingContent, at: sheets.first.map { $0.location(nil) },
            "the table \"\(key)\" is missing, and the file in place has content for it",
            "缺少“\(key)”表，而现有文件中有这部分内容",
            help: .init(
              english: "put it back under that name, or add --allow-missing to delete the content",
              chinese: "请按原名补上该表；确要删除这部分内容，请加 --allow-missing"))
        ]
      }
      let there = SheetRows(sheet, as: table.shape).columnKeys
      return filled.filter { !there.contains($0) }.map { column in
        Diagnostic(
          .missingContent, at: sheet.location(sheet.rows.first?.first?.range),
          "the table \"\(key)\" has no column \"\(column)\", and the file in place has content for it",
          "“\(key)”表缺少“\(column)”一列，而现有文件中有这部分内容",
          help: .init(
            english: "put it back under that name, or add --allow-missing to delete the content",
            chinese: "请按原列名补上；确要删除这部分内容，请加 --allow-missing"))
      }
    }
  }

  /// The keys of the columns that hold something; the keys of settings alone are nothing.
  private var filledColumns: [String] {
    let filled = shape.columns.enumerated().filter { place, _ in
      rows.contains { !$0[place].isEmpty }
    }.map(\.element.key)
    return filled == ["key"] ? [] : filled
  }
}
