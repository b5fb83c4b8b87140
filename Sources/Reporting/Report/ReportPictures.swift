public import IndustryChain

/// The picture files that a report shows, named as they are reached from the report's folder.
public struct ReportPictures: Hashable, Sendable {
  /// All chains in one picture.
  public var overview: String?
  /// A picture for each chain.
  public var chains: [ChainID: String]

  /// Names the files; without arguments the report has no pictures.
  public init(overview: String? = nil, chains: [ChainID: String] = [:]) {
    self.overview = overview
    self.chains = chains
  }
}
