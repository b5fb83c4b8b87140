import IndustryChain

/// One value of a node or an edge, before any export format.
enum ExportValue: Hashable, Sendable {
  /// Nothing known: no attribute in GraphML, null in JSON, an empty field in CSV; never a zero.
  case absent
  case text(String)
  case number(Double)
  case integer(Int)
  case flag(Bool)
  /// Several things: a list in JSON, one text in flat formats.
  case list([Item])

  struct Item: Hashable, Sendable {
    let text: String
    let json: JSONValue
  }

  /// A text, absent for none.
  static func optional(_ text: String?) -> ExportValue { text.map { .text($0) } ?? .absent }

  /// A number, absent for none.
  static func optional(_ number: Double?) -> ExportValue { number.map { .number($0) } ?? .absent }
}

/// One attribute of nodes or of edges, the same in every format: a new one is one more value.
struct ExportAttribute<Element: Sendable>: Sendable {
  /// What GraphML calls the type of a value.
  enum Kind: String, Sendable {
    case text = "string"
    case number = "double"
    case integer = "int"
    case flag = "boolean"
  }

  /// The name in every format, the unit at its end.
  let key: String
  let kind: Kind
  let value: @Sendable (Element) -> ExportValue

  init(
    _ key: String, _ kind: Kind = .text, _ value: @escaping @Sendable (Element) -> ExportValue
  ) {
    self.key = key
    self.kind = kind
    self.value = value
  }
}

extension ExportValue {
  var json: JSONValue {
    switch self {
    case .absent: .null
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .integer(let number): .integer(number)
    case .flag(let isTrue): .bool(isTrue)
    case .list(let items): .array(items.map(\.json))
    }
  }

  var field: CSVText.Field {
    switch self {
    case .absent: .blank
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .integer(let number): .number(Double(number))
    case .flag(let isTrue): .text(isTrue ? "true" : "false")
    case .list(let items): items.isEmpty ? .blank : .text(Self.joined(items))
    }
  }

  /// The value as one text, `nil` where there is nothing to say.
  var flatText: String? {
    switch self {
    case .absent: nil
    case .text(let text): text
    case .number(let number): NumberFormat.digits(number, significant: 6)
    case .integer(let number): String(number)
    case .flag(let isTrue): isTrue ? "true" : "false"
    case .list(let items): items.isEmpty ? nil : Self.joined(items)
    }
  }

  private static func joined(_ items: [Item]) -> String {
    items.map(\.text).joined(separator: "; ")
  }
}
