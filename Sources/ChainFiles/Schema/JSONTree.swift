/// JSON whose members keep the order that they were given in.
indirect enum JSONTree: Sendable {
  case string(String)
  case number(Double)
  case flag(Bool)
  case list([JSONTree])
  case object([(key: String, value: JSONTree)])

  /// The text with two blanks a level, short lists of words in one line.
  func text(indentation: String = "") -> String {
    let inner = indentation + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let value): return value == value.rounded() ? "\(Int(value))" : "\(value)"
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items) where items.isFlat:
      return "[" + items.map { $0.text() }.joined(separator: ", ") + "]"
    case .list(let items):
      let lines = items.map { inner + $0.text(indentation: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indentation)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map { member in
        inner + Self.quoted(member.key) + ": " + member.value.text(indentation: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension [JSONTree] {
  /// Whether it holds words and numbers only.
  fileprivate var isFlat: Bool {
    allSatisfy { item in
      switch item {
      case .list, .object: false
      default: true
      }
    }
  }
}
