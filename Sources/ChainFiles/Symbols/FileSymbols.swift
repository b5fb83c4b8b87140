import Diagnostics
import IndustryChain

/// What one file of a workspace names, with its places.
///
/// Made from the text of the file alone, so that it can be kept as long as the text is the same.
struct FileSymbols: Sendable {
  /// What the file turned out to hold.
  enum Content: Sendable {
    case chain(ChainDraft)
    case region(RegionDraft)
    case firms([FirmRow])
    /// The links that rows of a table of peers name.
    case peers([Located<String>])
    /// A text that is no YAML, or no map.
    case unreadable
  }

  /// What a row of a firm table names.
  struct FirmRow: Sendable {
    let firm: Located<String>
    let name: LocalizedText
    let link: Located<String>?
    let partners: [Located<String>]
  }

  let file: SourceFile
  let content: Content

  /// Reads a chain file.
  ///
  /// O(length), as every reading here.
  init(chain file: SourceFile) {
    var reader = FileReader(file)
    let draft = YAMLDocument(file).withRoot { reader.chain($0) } ?? nil
    self.init(file: file, content: draft.map { .chain($0) } ?? .unreadable)
  }

  /// Reads a region file.
  init(region file: SourceFile) {
    var reader = FileReader(file)
    let draft = YAMLDocument(file).withRoot { reader.region($0) } ?? nil
    self.init(file: file, content: draft.map { .region($0) } ?? .unreadable)
  }

  /// Reads a firm table.
  init(firms file: SourceFile) {
    let rows = TableRows<FirmColumn>(file).rows.compactMap { row in
      row[.firm].map { firm in
        FirmRow(
          firm: firm.located,
          name: LocalizedText(
            english: row[.nameEnglish]?.value, chinese: row[.nameChinese]?.value),
          link: row[.link]?.located,
          partners: row[.partners].map { Self.items(of: $0.located, in: file) } ?? [])
      }
    }
    self.init(file: file, content: .firms(rows))
  }

  /// Reads a table of peers.
  init(peers file: SourceFile) {
    let rows = TableRows<PeerColumn>(file).rows
    self.init(file: file, content: .peers(rows.compactMap { $0[.link]?.located }))
  }

  private init(file: SourceFile, content: Content) {
    self.file = file
    self.content = content
  }

  /// The items of a cell that are separated by `;`, each with its own place.
  private static func items(
    of cell: Located<String>, in file: SourceFile
  ) -> [Located<String>] {
    guard cell.range.start.line == cell.range.end.line,
      let line = LineTable(file.text)[cell.range.start.line]
    else { return [] }
    let scalars = Array(line.unicodeScalars)
    var items: [Located<String>] = []
    var start = cell.range.start.column - 1
    let end = min(cell.range.end.column - 1, scalars.count)
    for index in start...max(start, end) {
      guard index == end || scalars[index] == ";" || scalars[index] == "；" else { continue }
      var first = start
      var last = index
      while first < last, scalars[first].isBlankOrQuote { first += 1 }
      while last > first, scalars[last - 1].isBlankOrQuote { last -= 1 }
      if first < last {
        items.append(
          Located(
            value: String(String.UnicodeScalarView(scalars[first..<last])),
            range: SourceRange(
              line: cell.range.start.line, column: first + 1, length: last - first)))
      }
      start = index + 1
    }
    return items
  }
}

extension Unicode.Scalar {
  fileprivate var isBlankOrQuote: Bool {
    self == " " || self == "\t" || self == "\u{3000}" || self == "\""
  }
}
