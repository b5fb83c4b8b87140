import ChainFiles
import Diagnostics
import FoundationEssentials
import Glibc
import IndustryChain
import Spreadsheet

/// A file or a folder that somebody brings, read as far as its format goes.
struct ForeignFile {
  /// What it is, by its ending.
  enum Format {
    /// CSV, or a workbook.
    case sheets
    case graphML, dot
  }

  let path: String
  private(set) var format = Format.sheets
  /// The tables; empty for the other formats.
  private(set) var sheets: [ExchangeSheet] = []
  /// The text of the other formats.
  private(set) var text: SourceFile?
  /// What was found on the way.
  private(set) var findings: [Diagnostic] = []

  /// Reads a file, or the CSV files of a folder.
  ///
  /// - Throws: `Failure` where there is nothing, or nothing that can be read.
  init(_ path: String) throws {
    self.path = path
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(
        "there is nothing at \"\(path)\"", "“\(path)”不存在",
        help: .init("name a file or a folder of CSV files", "请指定一个文件，或存放 CSV 表的文件夹"))
    }
    if isFolder {
      try readFolder()
      return
    }
    let name = path.split(separator: "/").last ?? ""
    switch name.contains(".") ? name.split(separator: ".").last?.lowercased() : nil {
    case "xlsx", "xlsm": try readWorkbook()
    case "xls", "et", "ods", "numbers":
      throw Failure(
        "\"\(path)\" is a workbook of a format that is not read", "“\(path)”是不支持的工作簿格式",
        help: .init("save it as .xlsx", "请另存为 .xlsx"))
    case "graphml", "xml": try readText(as: .graphML)
    case "dot", "gv": try readText(as: .dot)
    case nil, "csv", "tsv", "tab", "txt": sheets = [ExchangeSheet(try Self.file(path))]
    default:
      throw Failure(
        "\"\(path)\" is of a kind that is not read", "不能导入“\(path)”这种文件",
        help: .init(
          "import reads .xlsx, .xlsm, .csv, .tsv, .txt, .graphml, .xml, .dot, .gv and folders of CSV"
            + " files; chain files in YAML are used as they are, in the folder of the workspace",
          "可以导入 .xlsx、.xlsm、.csv、.tsv、.txt、.graphml、.xml、.dot、.gv 文件，"
            + "以及存放 CSV 表的文件夹；YAML 文件不必导入，直接放进工作区文件夹即可"))
    }
  }

  /// A text file in any encoding that we read.
  ///
  /// - Throws: `Failure` where it cannot be read.
  static func file(_ path: String) throws -> SourceFile {
    guard let (text, _) = TextDecoding.decoded(try bytes(path)) else {
      throw Failure(
        "the text of \"\(path)\" is in no encoding that is known", "无法识别“\(path)”的文字编码",
        help: .init(
          "save it as UTF-8; GB18030 (GBK) and UTF-16 with a byte order mark are read too",
          "请另存为 UTF-8；GB18030（GBK）和带字节顺序标记的 UTF-16 也可以读取"))
    }
    return SourceFile(path: path, text: text)
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    let data: Data
    do throws(FilesOnDisk.Obstacle) {
      guard let found = try FilesOnDisk.bytes(of: path) else {
        throw FilesOnDisk.Obstacle(reason: .systemReason(ENOENT))
      }
      data = found
    } catch {
      throw Failure.cannotRead(path, error.reason)
    }
    guard data.count <= Self.sizeLimit else {
      throw Failure(
        "\"\(path)\" is larger than 100 MB", "“\(path)”超过 100 MB",
        help: .init("import a part of it", "请分批导入"))
    }
    return Array(data)
  }

  private static let sizeLimit = 100 << 20

  private mutating func readFolder() throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let tables = names.filter { $0.lowercased().hasSuffix(".csv") }.sorted()
    guard !tables.isEmpty else {
      throw Failure(
        "there is no CSV file in \"\(path)\"", "文件夹“\(path)”中没有 CSV 文件",
        help: .init(
          "name a folder that chaingap export --format tables has written",
          "请指定由 chaingap export --format tables 导出的文件夹"))
    }
    sheets = try tables.map { ExchangeSheet(try Self.file(path + "/" + $0)) }
  }

  private mutating func readText(as format: Format) throws {
    self.format = format
    text = try Self.file(path)
  }

  private mutating func readWorkbook() throws {
    let content: WorkbookContent
    do {
      content = try WorkbookContent(xlsx: try Self.bytes(path))
    } catch let error as WorkbookReadError {
      throw Failure(
        "cannot read the workbook \"\(path)\": \(error.phrase.english)",
        "无法读取工作簿“\(path)”：\(error.phrase.chinese)",
        help: .init("save it as .xlsx again", "请重新另存为 .xlsx"))
    }
    for sheet in content.sheets {
      let table = ExchangeSheet(name: sheet.name, path: path, cells: try rows(of: sheet))
      sheets.append(table)
      var flaws = BoundedFindings()
      for cell in sheet.cells {
        guard case .error(let text) = cell.value else { continue }
        flaws.append(table.errorCell(text, named: cell.place.description))
      }
      for cell in sheet.cells where cell.value == .unsaved {
        flaws.append(table.unsavedFormula(named: cell.place.description))
      }
      findings += flaws.all
      let formulas = sheet.cells.filter { $0.isFormula && $0.value != .unsaved }
        .map(\.place.description)
      if !formulas.isEmpty { findings.append(table.formulaCells(formulas)) }
      if !sheet.merged.isEmpty { findings.append(table.mergedCells(sheet.merged)) }
    }
  }

  /// The cells of a sheet as a grid; cells that hold an error are blank.
  private func rows(of sheet: SheetContent) throws -> [[String]] {
    var rows: [[String]] = []
    let blankLimit = Self.leastBlankLimit + Self.blanksPerCell * sheet.cells.count
    var blankCount = 0
    for cell in sheet.cells {
      // A cell far out makes a grid of blanks.
      let rowLength = cell.place.row <= rows.count ? rows[cell.place.row - 1].count : 0
      blankCount +=
        max(0, cell.place.row - rows.count) + max(0, cell.place.column - rowLength - 1)
      guard blankCount <= blankLimit else {
        throw Failure(
          "the sheet \"\(sheet.name)\" of \"\(path)\" is mostly blank up to \(cell.place)",
          "“\(path)”的工作表“\(sheet.name)”到 \(cell.place) 为止大多是空白",
          help: .init(
            "delete what stands so far from the other cells", "请删除远离其他单元格的内容"))
      }
      while rows.count < cell.place.row { rows.append([]) }
      let row = cell.place.row - 1
      while rows[row].count < cell.place.column { rows[row].append("") }
      if case .error = cell.value { continue }
      rows[row][cell.place.column - 1] = cell.text
    }
    return rows
  }

  /// A sheet may be this much wider and longer than what it holds.
  private static let leastBlankLimit = 200_000
  private static let blanksPerCell = 8
}
