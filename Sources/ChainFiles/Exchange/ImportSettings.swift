public import IndustryChain

/// What a person says about a foreign file.
public struct ImportSettings: Hashable, Sendable {
  /// The id of the chain that is made, where the file names none.
  public var chain: String
  /// Whether everything goes into that chain, even where the ids of a graph name several.
  public var joinsChains = false
  /// Whether a graph may become any number of files.
  public var writesEveryChain = false
  /// The name of the chain, `nil` for its id.
  public var name: String?
  /// The source that the figures are from; with one they are `reported`, else an `estimate`.
  public var source: String?
  /// Shares below are left out.
  public var leastShare = 0.0
  /// The names of nodes by their ids.
  public var names: [String: LocalizedText] = [:]

  /// Settings for a chain.
  public init(chain: String) {
    self.chain = chain
  }
}

extension ImportSettings {
  /// The id that a file's name gives: `us-bea-2012` of `US BEA 2012.csv`; `chain` without a letter.
  public static func chainID(ofFileNamed name: String) -> String {
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let slug = IDMaker.slug(stem)
    return slug.isEmpty ? "chain" : slug
  }

  /// Reads names of a table: a code, and a name in one or two columns.
  ///
  /// O(cells).
  public mutating func readNames(_ sheet: ExchangeSheet) {
    for row in sheet.rows.dropFirst() where row.count >= 2 {
      let texts = row.dropFirst().map { LocalizedText(guessingLanguageOf: $0.value) }
      let english = texts.lazy.compactMap(\.english).first { !$0.isEmpty }
      let chinese = texts.lazy.compactMap(\.chinese).first
      names[row[0].value] = LocalizedText(english: english, chinese: chinese)
    }
  }
}
