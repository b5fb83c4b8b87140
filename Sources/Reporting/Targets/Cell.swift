import IndustryChain

/// One value of a row, before any output format.
enum Cell: Hashable, Sendable {
  /// Nothing known, which is never a zero.
  case blank
  /// A count or a rank.
  case count(Int)
  /// Money, million CNY.
  case money(Double)
  /// A ratio, 0…1.
  case ratio(Double)
  /// A mark 0…1, shown in points of 100.
  case score(Double)
  /// Yes or no.
  case flag(Bool)
  /// Some other quantity; its unit stands in the column's title.
  case quantity(Double)
  /// An id of the chain files.
  case id(String)
  /// A value with a closed set of words, and the word that data formats use.
  case word(LocalizedText, code: String)
  /// A name or a sentence.
  case text(LocalizedText)
  /// A sentence, and what a table shows in its place.
  case phrase(LocalizedText, brief: LocalizedText)
  /// Several things, each with the shape that data formats give it.
  case list([Item])

  struct Item: Hashable, Sendable {
    let text: LocalizedText
    /// What a narrow table shows in its place.
    var brief: LocalizedText?
    let json: JSONValue
  }
}

extension Cell {
  /// A money cell, blank for none.
  static func money(_ figure: Figure?) -> Cell { figure.map { .money($0.value) } ?? .blank }

  /// A mark cell, blank for none.
  static func score(_ score: Double?) -> Cell { score.map { .score($0) } ?? .blank }

  /// A ratio cell, blank for none.
  static func share(_ share: Double?) -> Cell { share.map { .ratio($0) } ?? .blank }

  /// A quantity cell, blank for none.
  static func quantity(_ figure: Figure?) -> Cell { figure.map { .quantity($0.value) } ?? .blank }
}

extension Cell {
  var json: JSONValue {
    switch self {
    case .blank: .null
    case .count(let count): .integer(count)
    case .money(let value), .ratio(let value), .score(let value), .quantity(let value):
      .number(value)
    case .flag(let isTrue): .bool(isTrue)
    case .id(let id): .string(id)
    case .word(_, let code): .string(code)
    case .text(let text), .phrase(let text, _): text.json
    case .list(let items): .array(items.map(\.json))
    }
  }

  var field: CSVText.Field {
    switch self {
    case .blank: .blank
    case .count(let count): .number(Double(count))
    case .money(let value), .ratio(let value), .score(let value), .quantity(let value):
      .number(value)
    case .flag(let isTrue):
      .text(LocalizedText(english: isTrue ? "yes" : "no", chinese: isTrue ? "是" : "否").bilingual)
    case .id(let id): .text(id)
    case .word(let word, _): .text(word.bilingual)
    case .text(let text), .phrase(let text, _): .text(text.bilingual)
    case .list(let items): .text(items.map(\.text.bilingual).joined(separator: "; "))
    }
  }

  /// The cell in a table for people.
  func prose(in wording: Wording) -> Prose {
    switch self {
    case .blank: Prose(Wording.blank)
    case .count(let count): Prose(String(count))
    case .money(let value): Prose(wording.tableMoney(value))
    case .ratio(let value): Prose(wording.percent(value))
    case .score(let value): Prose(wording.points(value))
    case .flag(let isTrue): Prose(isTrue ? wording.say("是", "yes") : wording.say("否", "no"))
    case .quantity(let value): Prose(wording.number(value))
    case .id(let id): Prose(id)
    case .word(let word, _): Prose(wording.text(word))
    case .text(let text), .phrase(_, let text): Prose(wording.text(text))
    case .list(let items):
      items.isEmpty
        ? Prose(Wording.blank)
        : Prose(wording.list(items.map { wording.text($0.brief ?? $0.text) }))
    }
  }

  /// Figures stand right, words left.
  var alignment: Table.Alignment {
    switch self {
    case .count, .money, .ratio, .score, .quantity: .right
    case .blank, .flag, .id, .word, .text, .phrase, .list: .left
    }
  }
}
