public import Diagnostics
import IndustryChain

extension ExchangeSheet {
  /// The finding that formulas have worked out the values of cells, named in their order.
  public func formulaCells(_ names: [String]) -> Diagnostic {
    let some = Array(names.prefix(5)) + (names.count > 5 ? ["…"] : [])
    return Diagnostic(
      .formulaCell, at: location(names.first.flatMap(range)),
      "\(names.count) cells hold formulas; their last values are read (\(some.joined(separator: ", ")))",
      "有 \(names.count) 个单元格是公式，按其最近的结果读取（\(some.joined(separator: "、"))）",
      help: .init(english: "put the values in their places", chinese: "请改为数值"))
  }

  /// The finding that cells are merged, by their ranges.
  public func mergedCells(_ ranges: [String]) -> Diagnostic {
    let some = Array(ranges.prefix(5)) + (ranges.count > 5 ? ["…"] : [])
    let first = ranges.first?.split(separator: ":").first.map(String.init)
    return Diagnostic(
      .mergedCells, at: location(first.flatMap(range)),
      "each of the merged cells has the value of the first (\(some.joined(separator: ", ")))",
      "合并的单元格都按左上角的内容读取（\(some.joined(separator: "、"))）")
  }

  /// The finding that a formula was saved without its value, so that nobody knows what it says.
  public func unsavedFormula(named cell: String) -> Diagnostic {
    Diagnostic(
      id: ImportRule.formulaCell.id, severity: .error, location: location(range(of: cell)),
      message: .init(
        english: "the formula in \"\(name)\" \(cell) has no saved value",
        chinese: "“\(name)”表单元格 \(cell) 的公式没有保存结果"),
      help: .init(
        english: "open the workbook in Excel and save it, or write the value",
        chinese: "请用 Excel 打开并保存一次，或直接填写数值"))
  }

  /// The findings that rows have cells beyond the header, as a comma without quotation marks makes.
  var cellsBeyondHeader: [Diagnostic] {
    guard let width = rows.first?.count else { return [] }
    return rows.indices.dropFirst().compactMap { index in
      guard rows.width(of: index) > width else { return nil }
      let extra = rows[index].dropFirst(width).filter { !$0.value.isEmpty }
      guard let first = extra.first else { return nil }
      let some = extra.prefix(3).map(\.value.shortened)
      return finding(
        .unmappedRow, first.range,
        "the row has more cells than the header, and is not imported whole: "
          + some.map { "\"\($0)\"" }.joined(separator: ", "),
        "此行的单元格多于表头，未完整导入：" + some.map { "“\($0)”" }.joined(separator: "、"),
        help: (
          "name the column, or put a text that holds the separator into quotation marks",
          "请补上列名；内容中含分隔符的，请加英文双引号"
        ))
    }
  }

  /// The finding that a cell holds an error of a formula.
  public func errorCell(_ value: String, named name: String) -> Diagnostic {
    Diagnostic(
      .unmappedValue, at: location(range(of: name)), "the cell \(name) holds the error \(value)",
      "单元格 \(name) 的公式出错：\(value)",
      help: .init(english: "mend the formula, or write the value", chinese: "请修正公式，或直接填写数值"))
  }

  private func range(of name: String) -> SourceRange? {
    cellNames.position(of: name).map { SourceRange($0, to: $0) }
  }

  /// Why a table of several is not read.
  public enum Exclusion: Sendable {
    /// Nobody has said which, so that the first is read.
    case notFirst
    /// Somebody has chosen another.
    case notChosen
  }

  /// The finding that a table is not read because another is; none if it is blank.
  public func leftAside(_ exclusion: Exclusion) -> [Diagnostic] {
    guard !rows.isEmpty else { return [] }
    switch exclusion {
    case .notFirst:
      return [
        finding(
          .unmappedColumn, nil, "only the first table is read, not \"\(name)\"",
          "只读取第一张表，未读取“\(name)”",
          help: (
            "choose one with --sheet, and import the others after it", "用 --sheet 指定要读取的表，其余各表另行导入"
          ))
      ]
    case .notChosen:
      return [
        finding(.leftOut, nil, "the table \"\(name)\" is not read", "未读取“\(name)”表")
      ]
    }
  }

  /// The findings that columns are not read: one each, or one for all where they are many.
  func unmappedColumns(
    _ heads: [Located<String>], _ english: (String) -> String, _ chinese: (String) -> String,
    help: (english: String, chinese: String)
  ) -> [Diagnostic] {
    let limit = 20
    if heads.count <= limit {
      return heads.map {
        finding(
          .unmappedColumn, $0.range, english("the column \"\($0.value.shortened)\""),
          chinese("“\($0.value.shortened)”一列"), help: help)
      }
    }
    let some = heads.prefix(limit).map { $0.value.shortened }.joined(separator: ", ")
    return [
      finding(
        .unmappedColumn, heads.first?.range, english("each of \(heads.count) columns (\(some), …)"),
        chinese("共 \(heads.count) 列（\(some)……）"), help: help)
    ]
  }

  /// The headings of columns in which something stands.
  func filledHeads(where isAsked: (Int) -> Bool) -> [Located<String>] {
    guard let header = rows.first else { return [] }
    var isFilled = [Bool](repeating: false, count: header.count)
    for row in rows.indices.dropFirst() {
      for place in 0..<min(header.count, rows.width(of: row)) where !isFilled[place] {
        isFilled[place] = !rows.isBlank(place, of: row)
      }
    }
    return header.indices.filter { isFilled[$0] && isAsked($0) }.map { header[$0] }
  }
}
