import Diagnostics
import IndustryChain

extension ForeignGraph {
  /// The headings of a list of edges.
  private enum Heading {
    static let supplier = [
      "supplier", "supplier_code", "from", "source", "供应方", "供应环节", "供应商", "上游",
    ]
    static let buyer = [
      "buyer", "user", "user_code", "to", "target", "采购方", "采购环节", "采购商", "下游",
    ]
    static let share = [
      "share", "a", "coefficient", "weight", "ratio", "proportion", "投入系数", "系数", "占比", "比例",
      "比重", "份额",
    ]
  }

  /// Reads a list of edges: a supplier, a buyer and, where there is one, a share in each row.
  ///
  /// Other columns, and rows above the header, are reported. O(cells).
  ///
  /// - Returns: `nil` where the table has no columns of suppliers and of buyers.
  public init?(edgeList sheet: ExchangeSheet) {
    func words(_ row: [String]) -> [String] { row.map { $0.halfWidth.lowercased() } }
    let sheet = sheet.from { row in
      words(row).contains(where: Heading.supplier.contains)
        && words(row).contains(where: Heading.buyer.contains)
    }
    guard let header = sheet.rows.first.map({ words($0.map(\.value)) }),
      let supplier = header.firstIndex(where: Heading.supplier.contains),
      let buyer = header.firstIndex(where: Heading.buyer.contains)
    else { return nil }
    self.init(sheet.file)
    diagnostics = sheet.diagnostics + sheet.cellsBeyondHeader
    let share = header.firstIndex(where: Heading.share.contains)
    var names: Set<String> = []
    edges.reserveCapacity(sheet.rows.count)
    for row in sheet.rows.dropFirst() {
      if diagnostics.count > ImportOutcome.findingLimit { break }
      func cell(_ place: Int?) -> Located<String>? {
        guard let place, row.indices.contains(place), !row[place].value.isEmpty else { return nil }
        return row[place]
      }
      guard let source = cell(supplier), let target = cell(buyer) else {
        diagnostics.append(
          sheet.finding(
            .unmappedRow, row.first?.range, "the row has no supplier or no buyer",
            "此行缺少供应方或采购方",
            help: ("fill it in, or delete the row", "请填写，或删去此行")))
        continue
      }
      for end in [source, target] where names.insert(end.value).inserted {
        nodes.append(Node(id: end.value, range: end.range))
      }
      edges.append(
        Edge(
          source: source.value, target: target.value, share: cell(share)?.value,
          range: cell(share)?.range ?? source.range))
    }
    diagnostics += sheet.unmappedColumns(
      sheet.filledHeads { ![supplier, buyer, share].contains($0) },
      { "\($0) is not read: a list of edges has supplier, buyer and share" },
      { "\($0)未导入：边表只有供应方、采购方和投入系数" },
      help: ("delete it where nobody needs it", "如不需要，请删去"))
  }
}
