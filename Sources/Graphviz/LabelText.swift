/// What a label says, without what places it or dresses it.
public enum LabelText {
  /// The text of a label: breaks of lines become blanks, `\N` the name of what it belongs to, and
  /// `&amp;` the sign that it stands for.
  ///
  /// O(length).
  public static func plain(_ label: String, of name: String) -> String {
    var text = ""
    var rest = label[...]
    while let letter = rest.popFirst() {
      guard letter == "\\", let code = rest.popFirst() else {
        text.append(letter)
        continue
      }
      switch code {
      case "n", "l", "r": text += " "
      case "N", "G", "E": text += name
      default: text.append(code)
      }
    }
    return joined(decoded(text))
  }

  /// The text of markup, `nil` where it has tables or pictures: which of their cells is meant, nobody
  /// can tell.
  ///
  /// O(length).
  public static func plain(markup: String) -> String? {
    var text = ""
    var rest = markup[...]
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ">") else { return nil }
      let tag = rest[rest.index(after: start)..<end].drop { $0 == "/" }
        .prefix { $0.isLetter || $0 == "-" }.lowercased()
      if ["table", "img"].contains(tag) { return nil }
      if tag == "br" { text += " " }
      rest = rest[rest.index(after: end)...]
    }
    let plain = joined(decoded(text + rest))
    return plain.isEmpty ? nil : plain
  }

  private static let signs = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "#39": "'",
  ]

  /// The text with entities as what they stand for; those that are not known stay.
  private static func decoded(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let name = rest[rest.index(after: start)...].prefix(12).prefix { $0 != ";" }
      let end = rest.index(start, offsetBy: name.count + 1, limitedBy: rest.endIndex)
      guard let end, end < rest.endIndex, rest[end] == ";", let sign = sign(String(name)) else {
        result += "&"
        rest = rest[rest.index(after: start)...]
        continue
      }
      result += sign
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func sign(_ name: String) -> String? {
    if let sign = signs[name] { return sign }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  /// The words of a text with one blank between them.
  private static func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
