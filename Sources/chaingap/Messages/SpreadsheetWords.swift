import Spreadsheet

extension WorkbookReadError {
  /// Why a workbook cannot be read; what a library says stays in its own words.
  var phrase: Phrase { Phrase(description, chinese) }

  private var chinese: String {
    switch self {
    case .archive(let message): "不是工作簿，或文件已损坏（\(message)）"
    case .missingPart(let part): "不是工作簿：其中缺少 \(part)"
    case .tooLarge: "解压后过大"
    case .tooManyCells(let sheet):
      "读到工作表“\(sheet)”时，单元格已超过 \(WorkbookContent.cellLimit) 个"
    case .xml(let part, let message): "其中的 \(part) 无法读取（\(message)）"
    case .place(let sheet, let place): "工作表“\(sheet)”中有单元格的位置写作“\(place)”，不是有效的位置"
    case .value(let sheet, let place, let text):
      "工作表“\(sheet)”的单元格 \(place) 的内容“\(text)”与其类型不符"
    case .olderFormat: "是旧格式（.xls）的工作簿，或设有密码"
    }
  }
}

extension WorkbookError {
  /// Why there is no workbook; what a library says stays in its own words.
  var phrase: Phrase { Phrase(description, chinese) }

  private var chinese: String {
    switch self {
    case .noSheet: "工作簿至少要有一张工作表"
    case .noRoom: "临时文件的空间不足"
    case .sheetName(let name): "工作表不能命名为“\(name)”"
    case .tooLarge(let name): "工作表“\(name)”的行或列过多"
    case .tooLong(let place): "单元格 \(place) 的文字超过单元格所能容纳的长度"
    case .library(let message): message
    }
  }
}
