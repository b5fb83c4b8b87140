public import Diagnostics
import IndustryChain

extension FileTree {
  /// The id under a key of the root.
  public func id(_ key: String) -> String? { root[key]?.word }

  /// What of a file would come back from its tables otherwise; nothing is what there should be.
  ///
  /// The last guard before a file is handed out to be edited. O(size of the tree).
  public func lossFindings(in file: SourceFile, _ back: () -> FileTree?) -> [Diagnostic] {
    guard let returned = back() else {
      return [.unreadable(file.path, "its tables would not come back", "表格将无法导回")]
    }
    let difference = FileValues(of: self).difference(from: FileValues(of: returned))
    guard difference != nil || comments != returned.comments else { return [] }
    let place = difference ?? "#"
    return [
      Diagnostic(
        .unmappedValue, at: .init(file: file),
        "\"\(place)\" would not come back from a table as it is",
        "“\(place)”处的内容无法在表格中原样保留",
        help: .init(
          english: "write it as Docs/ChainFormat.md shows", chinese: "请按 Docs/ChainFormat.md 的写法修改")
      )
    ]
  }
}

extension ExchangeTable {
  /// The table as an import reads it.
  public var sheet: ExchangeSheet {
    ExchangeSheet(SourceFile(path: "\(shape.key).csv", text: csv()))
  }

  /// The tables of a chain, to be filled in.
  public static var emptyChain: [ExchangeTable] { ChainExchange.tables(of: FileTree(TreeMap([]))) }

  /// The tables of a region, to be filled in.
  public static var emptyRegion: [ExchangeTable] {
    RegionExchange.tables(of: FileTree(TreeMap([])), files: [:]).tables
  }
}
