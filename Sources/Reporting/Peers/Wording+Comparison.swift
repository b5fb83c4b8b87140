import GapAnalysis
import IndustryChain

extension RegionProfile.Standing {
  /// The standings in the order of tables.
  static let all: [RegionProfile.Standing] =
    Coverage.allCases.map { .coverage($0) } + [.listed, .foundNone, .notListed]

  var word: LocalizedText {
    switch self {
    case .coverage(let coverage): coverage.word
    case .listed: LocalizedText(english: "listed", chinese: "有企业")
    case .foundNone: LocalizedText(english: "none found", chinese: "查无企业")
    case .notListed: LocalizedText(english: "not listed", chinese: "未列出")
    }
  }

  /// The word of data formats.
  var code: String {
    switch self {
    case .coverage(let coverage): coverage.rawValue
    case .listed: "listed"
    case .foundNone: "foundNone"
    case .notListed: "notListed"
    }
  }

  /// Whether tables of peers have it; the others are those of whole regions.
  var isOfTables: Bool {
    if case .coverage = self { false } else { true }
  }
}

extension RegionProfile {
  /// Its name, the id where nobody has given one.
  var displayName: LocalizedText {
    name.isEmpty ? LocalizedText(english: id.rawValue) : name
  }
}

extension Wording {
  /// A number of firms: `3家`, `several firms`; empty where nobody says.
  func firmCount(_ count: Firm.Count?) -> String {
    switch count {
    case .exactly(let count): self.count(count, "家", "firm")
    case .several: say("若干家", "several firms")
    case nil: ""
    }
  }

  /// How a region stands in a link, with its number of firms: `已有（3家）`.
  func standing(of link: Int, in region: RegionProfile, _ graph: ChainGraph) -> String {
    let standing = region.standing(of: link, in: graph)
    let count = standing.isPresent ? firmCount(region.firmCount(in: link, of: graph)) : ""
    return text(standing.word) + aside(count)
  }

  /// A region that has a link, with its firms by name where they are known: `There（2家：甲、乙）`.
  func holder(_ region: RegionProfile, of link: Int, _ graph: ChainGraph) -> String {
    let count = firmCount(region.firmCount(in: link, of: graph))
    let names = list(
      region.operatingFirms(in: link, of: graph).map { firm($0) }, limit: 3)
    let parts = [count, names].filter { !$0.isEmpty }
    return text(region.displayName) + aside(parts.joined(separator: say("：", ": ")))
  }

  /// A density with the part that nobody has surveyed here: `至少17%（另有20%未调查）`.
  func density(_ density: RelatednessDensity?) -> String {
    guard let density else { return Self.blank }
    // A part under half a percent would read as 0%.
    guard density.unknown >= 0.005 else { return percent(density.here) }
    return say(
      "至少\(percent(density.here))（另有\(percent(density.unknown))未调查）",
      "at least \(percent(density.here)) (another \(percent(density.unknown)) not surveyed)")
  }

  /// What a density is, and from how many other regions it is told.
  func densityNote(peerCount: Int) -> String {
    say(
      "产业关联密度：与该环节常在同一地区出现的环节中，本地已有的比重（0–100%），由\(peerCount)个其他地区的有无推算"
        + (peerCount < Self.fewPeers ? "；地区很少，数值粗略" : "")
        + "。其他地区未列出或未调查的环节，在这一公式中按没有计。",
      "Relatedness density is how much of what is found together with a link elsewhere is here, told"
        + " from the links of \(count(peerCount, "", "other region"))"
        + (peerCount < Self.fewPeers ? "; so few make it coarse" : "")
        + ". A link that another region does not list, or has not surveyed, counts as not there in this formula."
    )
  }

  /// Fewer regions than this give densities in a few steps only.
  private static let fewPeers = 10

  /// What a table of peers cannot say.
  var peerTableNote: String {
    say(
      "仅见于 peers.csv 的地区只知道有无企业：无法区分薄弱、在建与缺失，也没有配套率，相应各栏留空；"
        + "“未列出”不等于缺失。",
      "Of regions that only peers.csv lists it is known which links have firms, and no more: thin,"
        + " planned and missing cannot be told apart there, nor support rates, so those columns are"
        + " blank. Not listed does not mean missing.")
  }

  /// Said where no other region is given.
  var noPeersNote: String {
    say(
      "没有提供其他地区的数据（peers.csv，或同一工作区的其他地区），因此未计算产业关联密度，该项不参与评价。",
      "No other region is given (in peers.csv or beside this one), so relatedness is not worked out"
        + " and counts for nothing here.")
  }
}
