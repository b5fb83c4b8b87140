public import IndustryChain

/// What two items of different ids have in common, and so what says that one is the other renamed.
public enum Clue: Hashable, Sendable {
  /// What a link sells or buys: the other link, the share of it, how it goes there.
  public struct Trade: Hashable, Sendable {
    /// The other link.
    public let link: LinkID
    /// The share, where given, 0…1.
    public let share: Double?
    /// How the bought thing reaches the buyer.
    public let route: Input.Route
  }

  case englishName(String)
  case chineseName(String)
  /// The same key under another chain.
  case key(String)
  /// A code in a public classification; many links can have it.
  case code(classification: String, String)
  /// The very same inputs.
  case inputs(Set<Trade>)
  /// The very same buyers.
  case buyers(Set<Trade>)
  /// The very same link keys in two chains.
  case links(Set<String>)
  case creditCode(CreditCode)

  /// How much it says; two points make a renaming.
  var points: Int {
    switch self {
    case .englishName, .chineseName, .links, .creditCode: 2
    case .key, .code, .inputs, .buyers: 1
    }
  }

  /// The clues that a name gives, one for each language.
  static func names(_ name: LocalizedText) -> Set<Clue> {
    var clues: Set<Clue> = []
    if let english = name.english { clues.insert(.englishName(english)) }
    if let chinese = name.chinese { clues.insert(.chineseName(chinese)) }
    return clues
  }
}

/// Two ids that mean the same thing, and what says so.
struct CluedPair<ID: Hashable & Sendable>: Hashable, Sendable {
  let before: ID
  let after: ID
  let clues: Set<Clue>

  /// So many points of clues make a pair.
  private static var leastPoints: Int { 2 }
  /// A clue that more items share than this tells none of them apart.
  private static var mostSharing: Int { 32 }

  private var points: Int { clues.reduce(0) { $0 + $1.points } }

  /// Pairs what has gone with what has come.
  ///
  /// Two make a pair where each is the other's best match by points, and no other match is as good:
  /// so the order of the items says nothing, and the way back gives the same pairs. Empty where
  /// either side is. O(clues × 32).
  static func pairs(_ gone: [ID: Set<Clue>], _ come: [ID: Set<Clue>]) -> [CluedPair] {
    let holders = [gone, come].map { side in
      side.reduce(into: [Clue: [ID]]()) { holders, item in
        for clue in item.value { holders[clue, default: []].append(item.key) }
      }
    }
    var shared: [ID: [ID: Set<Clue>]] = [:]
    for (clue, before) in holders[0] where before.count <= mostSharing {
      guard let after = holders[1][clue], after.count <= mostSharing else { continue }
      for one in before {
        for other in after { shared[one, default: [:]][other, default: []].insert(clue) }
      }
    }
    var matches: [CluedPair] = []
    for (one, others) in shared {
      matches += others.map { CluedPair(before: one, after: $0.key, clues: $0.value) }
    }
    matches.removeAll { $0.points < leastPoints }
    let bestOfGone = best(of: matches, by: \.before)
    let bestOfCome = best(of: matches, by: \.after)
    return matches.filter { bestOfGone[$0.before] == $0 && bestOfCome[$0.after] == $0 }
  }

  /// The one best match of each item; none where two are as good.
  private static func best(
    of matches: [CluedPair], by side: (CluedPair) -> ID
  ) -> [ID: CluedPair] {
    Dictionary(grouping: matches, by: side).compactMapValues { matches in
      let most = matches.map(\.points).max()
      let best = matches.filter { $0.points == most }
      return best.count == 1 ? best.first : nil
    }
  }
}
