/// A JSON value; the keys of objects keep their order, so that the same findings give the same bytes.
indirect enum JSONText {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONText])
  case object([Pair])

  typealias Pair = (name: String, value: JSONText)

  /// The value on one line.
  ///
  /// O(length).
  var text: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .object(let pairs):
      "{" + pairs.map { Self.quoted($0.name) + ": " + $0.value.text }.joined(separator: ", ") + "}"
    }
  }

  /// A text in quotes, with what JSON does not allow in it escaped.
  ///
  /// O(length).
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
