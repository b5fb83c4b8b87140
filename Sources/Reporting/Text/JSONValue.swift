import IndustryChain

/// A JSON document as a value; numbers are always finite, keys always sorted when written.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A string, or null for none.
  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// A number, or null for none.
  static func optional(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }

  /// The document in RFC 8259's syntax, indented by two blanks, with a line feed at its end.
  func text() -> String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let isTrue): text += isTrue ? "true" : "false"
    case .integer(let number): text += String(number)
    case .number(let number):
      // Six digits: more would pass an estimate off as exact.
      text += NumberFormat.digits(number, significant: 6) ?? "null"
    case .string(let string): text += Self.quoted(string)
    case .array(let values):
      Self.write(values.map { (nil, $0) }, in: ("[", "]"), to: &text, indent: indent)
    case .object(let members):
      Self.write(
        members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, in: ("{", "}"), to: &text,
        indent: indent)
    }
  }

  private static func write(
    _ members: [(key: String?, value: JSONValue)], in brackets: (String, String),
    to text: inout String, indent: String
  ) {
    guard !members.isEmpty else {
      text += brackets.0 + brackets.1
      return
    }
    let inner = indent + "  "
    for (place, member) in members.enumerated() {
      text += (place == 0 ? brackets.0 : ",") + "\n" + inner
      if let key = member.key { text += quoted(key) + ": " }
      member.value.write(to: &text, indent: inner)
    }
    text += "\n" + indent + brackets.1
  }

  private static func quoted(_ string: String) -> String {
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      // Besides what JSON demands, what would end a line or a script around it.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "<":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension LocalizedText {
  /// Both wordings under their language codes, null where one is missing.
  var json: JSONValue {
    .object(["en": .optional(english), "zh": .optional(chinese)])
  }
}
