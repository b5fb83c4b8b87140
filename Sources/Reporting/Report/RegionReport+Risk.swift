extension RegionReport {
  /// So many rows of each list of risks stand in the report.
  static let riskRowCount = 10

  /// What the region depends on; nothing where no firm operates.
  func risk() -> [Page.Block] {
    RiskReport(of: analysis, limit: Self.riskRowCount).blocks(wording, headingLevel: 3)
  }
}
