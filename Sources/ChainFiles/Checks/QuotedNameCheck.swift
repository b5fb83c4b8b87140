import Diagnostics
import IndustryChain
import YAML

/// Finds names that stand in quotation marks as a whole, which reports would show.
enum QuotedNameCheck {
  /// A file that names things, and the names that were read from it.
  enum Source {
    case yaml(SourceFile)
    case firms(SourceFile)
    case peers(SourceFile)

    var file: SourceFile {
      switch self {
      case .yaml(let file), .firms(let file), .peers(let file): file
      }
    }
  }

  /// One finding a name.
  ///
  /// O(names); a file that has such a name is read again for their places, since nobody keeps them.
  static func findings(among names: some Sequence<LocalizedText>, in source: Source) -> [Diagnostic]
  {
    guard names.contains(where: isQuoted) else { return [] }
    switch source {
    case .yaml(let file):
      return YAMLDocument(file).withRoot { root in
        nameNodes(in: root).compactMap { finding(about: $0, in: file) }
      } ?? []
    case .firms(let file):
      return cells(of: [FirmColumn.nameChinese, .nameEnglish], in: file)
    case .peers(let file):
      return cells(of: [PeerColumn.nameChinese, .nameEnglish], in: file)
    }
  }

  /// Whether a name stands in quotation marks in one of its languages.
  static func isQuoted(_ name: LocalizedText) -> Bool {
    name.chinese?.withoutOuterQuotes != nil || name.english?.withoutOuterQuotes != nil
  }

  /// The texts that name a chain or region, its needs and its links.
  private static func nameNodes(in root: YAMLNode) -> [YAMLNode] {
    let links = root["links"]?.pairs.compactMap { $0.value["name"] } ?? []
    let needs = root["needs"]?.pairs.map(\.value) ?? []
    return ([root["name"]].compactMap { $0 } + needs + links).flatMap { name in
      name.isScalar ? [name] : [name["en"], name["zh"]].compactMap { $0 }.filter(\.isScalar)
    }
  }

  private static func finding(about node: YAMLNode, in file: SourceFile) -> Diagnostic? {
    guard let bare = node.text.trimmed.withoutOuterQuotes else { return nil }
    let name = Located(value: node.text.trimmed, range: node.range)
    let isOneLine = node.range.start.line == node.range.end.line
    // Inside of braces more needs quotes of YAML's own than outside; in both, this is safe.
    let written = ScalarForm.line(TreeScalar(bare, .quoted), .whereNeeded, in: .flow)
    return .quotedName(
      name, bare: bare, in: file, written: isOneLine ? written : nil)
  }

  private static func cells<Column: TableColumn>(
    of columns: [Column], in file: SourceFile
  ) -> [Diagnostic] {
    TableRows<Column>(file).rows.flatMap { row in
      columns.compactMap { column in
        guard let cell = row[column]?.located, let bare = cell.value.withoutOuterQuotes
        else { return nil }
        let needsQuotes = bare.contains { ",;\t\"\r\n".contains($0) }
        let written = needsQuotes ? "\"" + bare.replacing("\"", with: "\"\"") + "\"" : bare
        let isOneLine = cell.range.start.line == cell.range.end.line
        return .quotedName(cell, bare: bare, in: file, written: isOneLine ? written : nil)
      }
    }
  }
}

extension YAMLNode {
  /// The value of a key of a map.
  fileprivate subscript(key: String) -> YAMLNode? { pairs.first { $0.key.value == key }?.value }
}

extension String {
  private static let quotes: [[Unicode.Scalar]] = [
    ["“", "”", "\"", "＂"], ["「", "」"], ["『", "』"],
  ]

  /// The text between quotation marks that enclose all of it, `nil` where none do: `“十四五”规划` is
  /// not enclosed, nor is `“甲”和“乙”`, nor what is too long for a name.
  var withoutOuterQuotes: String? {
    // Most names begin with the byte of no mark.
    switch utf8.first {
    case 0x22, 0xE2, 0xE3, 0xEF: break
    default: return nil
    }
    let scalars = unicodeScalars
    guard utf8.count <= 1000, let first = scalars.first, let last = scalars.last,
      let marks = Self.quotes.first(where: { $0.contains(first) }), marks.contains(last),
      scalars.count > 2
    else { return nil }
    let inner = scalars.dropFirst().dropLast()
    let text = String(String.UnicodeScalarView(inner)).trimmed
    return text.isEmpty || inner.contains(where: marks.contains) ? nil : text
  }
}

extension Diagnostic {
  /// `written` is the bare name as the file takes it, `nil` where it is left to a person.
  static func quotedName(
    _ name: Located<String>, bare: String, in file: SourceFile, written: String?
  ) -> Self {
    let title = LocalizedText("take the quotation marks away", "去掉引号")
    return Self(
      .quotedName, at: .init(file: file, range: name.range),
      "the name stands in quotation marks as a whole: \(name.value.shortened)",
      "名称外面多了一层引号：\(name.value.shortened)",
      help: LocalizedText(
        "write `\(bare.shortened)`: reports would show the marks",
        "去掉引号，写成 `\(bare.shortened)`；否则报告里也会带着引号"),
      fix: written.map { Fix(title, .certain, edits: [TextEdit(name.range, with: $0)]) })
  }
}
