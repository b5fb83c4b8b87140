public import Diagnostics
import IndustryChain

/// What an import makes of a foreign file.
public struct ImportOutcome: Sendable {
  /// The content of a file of a workspace.
  public enum Content: Hashable, Sendable {
    /// A chain or region file.
    case tree(FileTree)
    /// A table, as text.
    case table(String)
  }

  /// A name of the foreign file and the id that was made of it.
  public struct MadeID: Hashable, Sendable {
    /// The name as it stands in the foreign file.
    public let name: String
    /// The id.
    public let id: String
  }

  /// The files by their paths in a workspace: `lighter.yaml`, `regions/dalong/firms.csv`.
  public var files: [String: Content] = [:]
  /// What was not taken over as it stands.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// The ids that were made of names, in the order of the file.
  public internal(set) var madeIDs: [MadeID] = []

  /// Whether it is of the tables of a definition, which say what they delete by lacking it.
  public private(set) var isDefinition = false

  /// Whether anything was not taken over; notes only tell what was done.
  public var hasLosses: Bool { diagnostics.contains { $0.severity != .note } }

  /// Whether content of the foreign file is lost or unknown, so that what is made of it must not
  /// take the place of a file; formulas with values and columns without a place are no such loss.
  public var isIncomplete: Bool {
    let kinds = [ImportRule.unmappedRow, .unmappedValue, .repeatedRow].map(\.id)
    return diagnostics.contains { $0.severity == .error || kinds.contains($0.id) }
  }

  /// The most findings that an import gathers: a file with more is something else than it is taken
  /// for, and nothing of it is written.
  static let findingLimit = 10_000

  /// Leaves everything aside where there are too many findings.
  mutating func giveUpAboveLimit(_ path: String) {
    guard diagnostics.count > Self.findingLimit else { return }
    files = [:]
    diagnostics.removeLast(diagnostics.count - Self.findingLimit)
    diagnostics.append(
      .unreadable(
        path, "more than \(Self.findingLimit) things in it cannot be taken over",
        "有 \(Self.findingLimit) 处以上的内容无法导入"))
  }

  /// Adds what was found on the way.
  public mutating func add(_ findings: [Diagnostic]) { diagnostics += findings }

  /// An outcome without a file.
  public init() {}

  /// An outcome that is findings alone.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

extension ImportOutcome {
  /// The outcome of the tables of a definition, `nil` where the sheets are not those of one.
  ///
  /// A chain has the tables `chain` and `links`, a region the table `region`; tables of other names
  /// are reported, except `guide`, which is for reading.
  public init?(definition sheets: [ExchangeSheet]) {
    guard let isChain = Self.isChain(sheets) else { return nil }
    self.init()
    isDefinition = true
    for key in isChain ? ["chain", "links"] : ["region"]
    where !sheets.contains(where: { $0.key == key }) {
      diagnostics.append(
        .unreadable(
          sheets.first?.file.path ?? key, "there is no table \"\(key)\"", "缺少“\(key)”表"))
    }
    let all = isChain ? ExchangeShape.chain : ExchangeShape.region
    let shapes = all.map(\.key)
    for sheet in sheets where !shapes.contains(sheet.key) && sheet.key != ExchangeShape.guideKey {
      guard !sheet.rows.isEmpty else { continue }
      let missing = all.filter { shape in !sheets.contains { $0.key == shape.key } }
      let meant = missing.first { $0.hasHeader(of: sheet) }?.key
      diagnostics.append(
        sheet.finding(
          .unmappedColumn, nil, "the table \"\(sheet.name)\" has no place in our files",
          "“\(sheet.name)”表在文件中没有对应的内容",
          help: meant.map { ("call it `\($0)` again, as an export does", "请将表名改回 \($0)") }
            ?? ("delete it, or call it as an export does", "请删去该表，或改用导出时的表名")))
    }
    for (place, sheet) in sheets.enumerated()
    where sheets[..<place].contains(where: { $0.key == sheet.key }) {
      diagnostics.append(
        sheet.finding(
          .repeatedRow, nil, "there are two tables \"\(sheet.key)\"", "“\(sheet.key)”表有两张",
          help: ("keep one of them", "请只保留一张")))
    }
    let stem: String
    if isChain {
      let (tree, findings) = ChainExchange.tree(from: sheets)
      diagnostics += findings
      guard let tree, let id = id(of: tree, "chain", sheets) else { return }
      files["\(id).yaml"] = .tree(tree)
    } else {
      let (tree, tables, findings) = RegionExchange.files(from: sheets)
      diagnostics += findings
      guard let tree, let id = id(of: tree, "region", sheets) else { return }
      stem = "regions/\(id)"
      files["\(stem)/region.yaml"] = .tree(tree)
      for (name, text) in tables { files["\(stem)/\(name).csv"] = .table(text) }
    }
  }

  /// Whether tables are those of a chain and not of a region, `nil` where they are of neither: its
  /// main tables, or several others where a main one is missing or has another name.
  private static func isChain(_ sheets: [ExchangeSheet]) -> Bool? {
    let keys = Set(sheets.map(\.key))
    if keys.isSuperset(of: ["chain", "links"]) { return true }
    let (chain, region) = (ExchangeShape.chain.map(\.key), ExchangeShape.region.map(\.key))
    let regionOnly = Set(region).subtracting(chain)
    if keys.contains("region") || keys.intersection(regionOnly).count >= 2 { return false }
    return keys.intersection(chain).count >= 3 ? true : nil
  }

  /// The id that names the file, `nil` and a finding where it is none.
  private mutating func id(
    of tree: FileTree, _ key: String, _ sheets: [ExchangeSheet]
  ) -> String? {
    let id = tree.root[key]?.word
    if let id, id.isID { return id }
    if let sheet = sheets.first(where: { $0.key == key }) {
      let cell = sheet.rows.joined().first { id != nil && $0.value == id }
      diagnostics.append(
        sheet.finding(
          .unreadableFile, cell?.range,
          id.map { "\"\($0.shortened)\" cannot be an id" } ?? "the table \"\(key)\" gives no id",
          id.map { "编号不能是“\($0.shortened)”" } ?? "“\(key)”表没有写明编号",
          help: (
            "write lower-case letters, digits and hyphens as the value of `\(key)`",
            "请在“\(key)”一行的 value 列填写小写字母、数字和连字符组成的编号"
          )))
    }
    return nil
  }
}

extension ExchangeShape {
  /// Whether a table whose name says nothing has the first two columns of this one.
  fileprivate func hasHeader(of sheet: ExchangeSheet) -> Bool {
    let found = (sheet.rows.first ?? []).compactMap { column(named: $0.value) }
    return columns.prefix(2).allSatisfy(found.contains)
  }

  /// The key of a sheet that is there to be read by people only.
  public static let guideKey = "guide"
}
