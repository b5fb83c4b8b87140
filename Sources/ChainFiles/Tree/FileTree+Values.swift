public import IndustryChain

extension TreeValue {
  /// A text or an id.
  public static func text(_ text: String) -> Self { .scalar(TreeScalar(text, .quoted)) }

  /// A figure, an amount of money or a date as its author wrote it: `0.45`, `24.2亿元`.
  public static func figure(_ text: String) -> Self { .scalar(TreeScalar(text, .plain)) }

  /// A flag.
  public static func flag(_ flag: Bool) -> Self { .scalar(TreeScalar("\(flag)", .plain)) }

  /// A text in each language that it is given in; blank where it is given in none.
  public static func text(english: String?, chinese: String?) -> Self {
    let texts = [("en", english), ("zh", chinese)].compactMap { key, text in
      text.map { TreeEntry(key, .text($0)) }
    }
    return texts.isEmpty ? .blank : .map(TreeMap(texts))
  }

  /// A text in its languages.
  ///
  /// A text in one language that its letters show stands alone, as people write it.
  public static func text(_ text: LocalizedText) -> Self {
    if let only = text.english ?? text.chinese,
      text == LocalizedText(guessingLanguageOf: only)
    {
      return .text(only)
    }
    return .text(english: text.english, chinese: text.chinese)
  }

  /// Ids or texts in a row.
  public static func list(_ texts: some Sequence<String>) -> Self {
    .list(TreeList(texts.map { TreeItem(.text($0)) }))
  }
}

extension TreeValue: ExpressibleByStringLiteral {
  /// A text or an id.
  public init(stringLiteral text: String) { self = .text(text) }
}

extension TreeValue: ExpressibleByDictionaryLiteral {
  /// Keys with values, in the order of the literal.
  public init(dictionaryLiteral entries: (String, TreeValue)...) {
    self = .map(TreeMap(entries.map { TreeEntry($0, $1) }))
  }
}

extension TreeMap: ExpressibleByDictionaryLiteral {
  /// Keys with values, in the order of the literal.
  public init(dictionaryLiteral entries: (String, TreeValue)...) {
    self.init(entries.map { TreeEntry($0, $1) })
  }
}
