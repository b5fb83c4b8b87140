import GapAnalysis
import IndustryChain

extension SmallRegion {
  /// The same region with four firms in one link.
  static var crowded: Analysis {
    var region = region
    let part = id("metal", "part")
    region.firms += [("a1", "<img src=x>"), ("b1", "B & Co"), ("z1", "Z")].map { firm, name in
      self.firm(firm, LocalizedText(english: name), in: part, location: "firms.csv:9")
    }
    return Analysis(of: region, in: Workspace(chains: chains))
  }
}
