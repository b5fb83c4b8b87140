import XMLEvents

extension WorkbookContent {
  /// Reads an Office Open XML file (`.xlsx`, `.xlsm`, ECMA-376).
  ///
  /// Of a formula the value is read that it had when the file was saved. Numbers in the format of a
  /// date are read as dates. O(bytes unpacked), which are at most `sizeLimit`.
  ///
  /// - Throws: `WorkbookReadError` where the file is none, is broken, or is too large.
  public init(xlsx bytes: [UInt8]) throws(WorkbookReadError) {
    // Older workbooks and those with a password are compound files.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .olderFormat }
    do {
      try self.init(WorkbookReader(ZipArchive(bytes)))
    } catch let error as WorkbookReadError {
      throw error
    } catch {
      throw .archive("\(error)")
    }
  }

  private init(_ reader: WorkbookReader) throws {
    let book = try reader.bookPath()
    let relations = try reader.relations(of: book)
    let outline = try reader.outline(book)
    func path(_ kind: String) -> String? { relations.first { $0.kind == kind }?.target }
    let byID = Dictionary(relations.map { ($0.id, $0) }) { first, _ in first }
    // A tab may hold a chart; only worksheets have cells.
    let parts = outline.sheets.map { byID[$0.relation] }
      .map { $0?.kind == "worksheet" ? $0?.target : nil }
    try reader.archive.accept(
      [path("sharedStrings"), path("styles")].compactMap { $0 } + parts.compactMap { $0 })
    let texts = try path("sharedStrings").map { try reader.sharedTexts($0) } ?? []
    let dateStyles = try path("styles").map { try reader.dateStyles($0) } ?? []
    var sheets: [SheetContent] = []
    var (rest, restOfTexts) = (Self.cellLimit, Self.sizeLimit)
    for (sheet, part) in zip(outline.sheets, parts) {
      guard let part else { continue }
      let cells = SheetReader(
        name: sheet.name, texts: texts, dateStyles: dateStyles,
        countsFrom1904: outline.countsFrom1904, limit: rest, textLimit: restOfTexts)
      try reader.read(part) { try cells.take($0) }
      let content = try cells.content()
      rest -= content.cells.count
      restOfTexts -= cells.textLength
      sheets.append(content)
    }
    self.init(sheets: sheets)
  }
}

/// Reads the parts of a workbook that lead to its sheets.
private struct WorkbookReader {
  let archive: ZipArchive

  /// One part that another names.
  struct Relation {
    let id: String
    /// The last part of its type: `worksheet`.
    let kind: String
    /// Its path in the archive.
    let target: String
  }

  /// What the part of the workbook says of its sheets.
  struct Outline {
    var sheets: [(name: String, relation: String)] = []
    var countsFrom1904 = false
  }

  init(_ archive: ZipArchive) {
    self.archive = archive
  }

  func read(_ part: String, _ handle: @escaping (XMLEvent) throws -> Void) throws {
    do {
      let reader = try XMLReader(handle)
      try archive.read(part) { try reader.read($0, isLast: $1) }
    } catch let error as XMLError {
      throw WorkbookReadError.xml(part: part, error.description)
    }
  }

  /// The path of the workbook's part.
  func bookPath() throws -> String {
    let relations = try relations(of: "")
    guard let book = relations.first(where: { $0.kind == "officeDocument" }) else {
      throw WorkbookReadError.missingPart("xl/workbook.xml")
    }
    return book.target
  }

  func relations(of part: String) throws -> [Relation] {
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    let name = String(part.dropFirst(folder.count))
    var relations: [Relation] = []
    let path = "\(folder)_rels/\(name).rels"
    if part.isEmpty, !archive.contains(path) {
      throw WorkbookReadError.missingPart("xl/workbook.xml")
    }
    guard archive.contains(path) else { return [] }
    try read(path) { event in
      guard case .start("Relationship", let attributes) = event,
        attributes["TargetMode"] != "External", let id = attributes["Id"],
        let type = attributes["Type"], let target = attributes["Target"]
      else { return }
      let kind = type.split(separator: "/").last.map(String.init) ?? type
      relations.append(Relation(id: id, kind: kind, target: Self.path(target, in: folder)))
    }
    return relations
  }

  func outline(_ book: String) throws -> Outline {
    var outline = Outline()
    try read(book) { event in
      guard case .start(let name, let attributes) = event else { return }
      if name == "workbookPr" {
        outline.countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
      } else if name == "sheet", let relation = attributes["id"] {
        outline.sheets.append((attributes["name"] ?? "", relation))
      }
    }
    return outline
  }

  /// The texts that cells refer to by number.
  func sharedTexts(_ part: String) throws -> [String] {
    var texts: [String] = []
    var collector = TextCollector()
    try read(part) { event in
      if case .start("si", _) = event { collector = TextCollector() }
      collector.take(event)
      guard case .end("si") = event else { return }
      guard texts.count < WorkbookContent.cellLimit else { throw WorkbookReadError.tooLarge }
      texts.append(collector.text.unescapedFromWorkbook)
    }
    return texts
  }

  /// Whether each style of cells shows numbers as dates.
  func dateStyles(_ part: String) throws -> [Bool] {
    // Thousands of styles may share one long code.
    var areDates: [Int: Bool] = [:]
    var styles: [Bool] = []
    var isInside = false
    try read(part) { event in
      switch event {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"].flatMap(Int.init) {
          areDates[id] = SerialDate.isDate(format: id, code: attributes["formatCode"])
        }
      case .start("cellXfs", _): isInside = true
      case .end("cellXfs"): isInside = false
      case .start("xf", let attributes) where isInside:
        let format = attributes["numFmtId"].flatMap(Int.init) ?? 0
        styles.append(areDates[format] ?? SerialDate.isDate(format: format, code: nil))
      default: break
      }
    }
    return styles
  }

  /// A path that a part in a folder names, without `.` and `..`.
  private static func path(_ target: String, in folder: String) -> String {
    let whole = target.hasPrefix("/") ? target : folder + target
    var parts: [Substring] = []
    for part in whole.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// Collects a text of runs, without the readings that stand above Chinese and Japanese letters.
struct TextCollector {
  private(set) var text = ""
  private var isText = false
  private var phoneticDepth = 0

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start("rPh", _): phoneticDepth += 1
    case .end("rPh"): phoneticDepth -= 1
    case .start("t", _): isText = phoneticDepth == 0
    case .end("t"): isText = false
    case .text(let piece): if isText { text += piece }
    default: break
    }
  }
}
