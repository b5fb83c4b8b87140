import IndustryChain

/// How much of the money under contract has arrived (资金到位率).
///
/// Over introduced projects whose row gives both amounts. Tables do not date amounts, so these are
/// the amounts that they give whatever the day.
public struct FundsInPlace: Hashable, Sendable {
  /// Investment under contract of the rows that give both, million CNY.
  public let contractMillionCNY: Double
  /// What of it has arrived, million CNY.
  public let inPlaceMillionCNY: Double
  /// The rows that give both.
  public let rowCount: Int
  /// All rows of introduced projects.
  public let introducedRowCount: Int

  /// Money arrived for each CNY under contract, from 0; `nil` where no row gives both or nothing is
  /// under contract.
  public var ratio: Double? {
    contractMillionCNY > 0 ? inPlaceMillionCNY / contractMillionCNY : nil
  }
}

extension FundsInPlace {
  init(over records: [ProjectRecord]) {
    // A group that no source counts is in no rate.
    let introduced = records.filter { $0.firm.count != .several }
    var (contract, inPlace, rows) = (0.0, 0.0, 0)
    for record in introduced {
      guard let signed = record.project.investmentMillionCNY?.value,
        let arrived = record.project.fundsInPlaceMillionCNY?.value
      else { continue }
      contract += signed
      inPlace += arrived
      rows += 1
    }
    contractMillionCNY = contract
    inPlaceMillionCNY = inPlace
    rowCount = rows
    introducedRowCount = introduced.count
  }
}
