/// How texts are written so that YAML 1.1 and 1.2 both read the same text back.
enum ScalarForm {
  /// Where a scalar stands: inside `{}` and `[]` more of it needs quotation marks.
  enum Context {
    case block, flow
  }

  /// A key, in quotation marks where it needs them.
  static func key(_ key: String, in context: Context) -> String {
    canBePlain(key, in: context) && !isAmbiguous(key) ? key : quoted(key)
  }

  /// A scalar on one line.
  ///
  /// O(length).
  static func line(_ scalar: TreeScalar, _ quoting: Quoting, in context: Context) -> String {
    isPlain(scalar, quoting, in: context) ? scalar.text : quoted(scalar.text)
  }

  private static func isPlain(
    _ scalar: TreeScalar, _ quoting: Quoting, in context: Context
  ) -> Bool {
    guard canBePlain(scalar.text, in: context) else { return false }
    switch quoting {
    case .always: return false
    case .whereNeeded: return !isAmbiguous(scalar.text)
    // Thousands separators are read differently inside and outside of `{}`.
    case .figure:
      return !scalar.text.holds(UInt8(ascii: ","))
        && (scalar.style == .plain || !readerWords.contains(scalar.text))
    case .asIs: return scalar.style == .plain || !isAmbiguous(scalar.text)
    }
  }

  /// A text in double quotation marks; what a file cannot hold or an editor would lose is escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    let scalars = text.unicodeScalars
    // What needs no escape goes over in one piece.
    var start = scalars.startIndex
    while let index = scalars[start...].firstIndex(where: needsEscape) {
      result += text[start..<index]
      switch scalars[index] {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result += escaped(scalars[index])
      }
      start = scalars.index(after: index)
    }
    result += text[start...]
    result += "\""
    return result
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "\\" || !isPrintable(scalar)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, count) =
      scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + letter + String(repeating: "0", count: count - digits.count) + digits
  }

  /// Whether a character may stand in a file of ours as it is.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// Whether the character that begins at a byte may stand in a file of ours as it is; true of the
  /// other bytes of a character.
  static func isPrintable(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[index] {
    // With these bytes only printable characters begin.
    case 0x20...0x7E, 0x80...0xBF, 0xC3...0xE1, 0xE3...0xEC: true
    default: bytes.scalar(at: index).map(isPrintable) ?? false
    }
  }

  /// Whether a bare text is read back as the same characters.
  private static func canBePlain(_ text: String, in context: Context) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      !"-?:,[]{}#&*!|>'\"%@` ".unicodeScalars.contains(first), last != " ", last != ":",
      !text.hasPrefix("...")
    else { return false }
    var text = text
    return text.withUTF8 { bytes in
      var previous: UInt8 = 0
      for (index, byte) in bytes.enumerated() {
        guard isPrintable(at: index, in: bytes) else { return false }
        switch byte {
        case UInt8(ascii: " ") where previous == UInt8(ascii: ":"): return false
        case UInt8(ascii: "#") where previous == UInt8(ascii: " "): return false
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
          UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "?"):
          if context == .flow { return false }
        default: break
        }
        previous = byte
      }
      return true
    }
  }

  /// Whether a reader of YAML 1.1 or 1.2 takes a bare text for something else than a text.
  private static func isAmbiguous(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."):
      // Numbers in any notation, times and dates.
      let isHexadecimal = text.hasPrefix("0x") || text.hasPrefix("0o") || text.hasPrefix("0b")
      return isHexadecimal || isSpecialWord(text)
        || text.utf8.allSatisfy { numberBytes.contains($0) }
    default: return isSpecialWord(text)
    }
  }

  private static func isSpecialWord(_ text: String) -> Bool {
    // None has more than five letters.
    text.utf8.count <= 5 && specialWords.contains(text.lowercased())
  }

  private static let numberBytes = Set("0123456789+-_.,:eEtTzZ ".utf8)

  private static let specialWords: Set<String> = [
    "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", ".inf", "+.inf",
    ".nan",
  ]

  /// What our own reader takes for something else than a text where it is bare.
  private static let readerWords: Set<String> = ["~", "null", "true", "false"]
}
