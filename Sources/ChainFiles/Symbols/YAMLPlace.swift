import Diagnostics

/// Where in the maps and lists of a YAML text a position stands, found line by line.
///
/// While somebody types, the text is seldom valid, so this looks at indentation, brackets and colons
/// only and never refuses.
struct YAMLPlace: Equatable {
  /// The keys that lead to the map or list in which the position stands.
  let path: [String]
  /// The key whose value is being written; `nil` where a key or an item of a list is.
  let key: String?
  /// The word that the position touches, with what follows of it.
  let word: SourceRange

  /// Looks from the start of a text; `nil` inside a comment or a text of several lines.
  ///
  /// O(length before the position).
  init?(at position: SourcePosition, in text: String) {
    let lines = LineTable(text)
    var scanner = YAMLScanner()
    for number in 1..<max(1, position.line) {
      _ = scanner.read(Array((lines[number] ?? "").unicodeScalars), upTo: nil)
    }
    let line = Array((lines[position.line] ?? "").unicodeScalars)
    let cursor = min(position.column - 1, line.count)
    guard let start = scanner.read(line, upTo: cursor) else { return nil }
    var end = cursor
    while end < line.count, line[end].isNameScalar { end += 1 }
    word = SourceRange(line: position.line, column: start + 1, length: end - start)
    (path, key) = scanner.place
  }
}

extension Unicode.Scalar {
  /// Whether names of links and keys are made of it.
  fileprivate var isNameScalar: Bool {
    properties.isAlphabetic || ("0"..."9").contains(self) || self == "-" || self == "_"
      || self == "/"
  }
}

/// Keeps the open maps and lists while lines go by.
private struct YAMLScanner {
  /// Keys whose values stand on the lines that follow, further to the right.
  private var blocks: [(indentation: Int, key: String)] = []
  /// Open brackets; of a map the key before the last colon in it.
  private var brackets: [(isMap: Bool, key: String?)] = []
  /// How far to the right the lines of a text stand that began with `|` or `>`; more than this.
  private var textIndentation: Int?
  private var hasKeyOnLine = false

  /// The keys around the position after what was read, and the key whose value it is in.
  var place: (path: [String], key: String?) {
    let outer = blocks.map(\.key)
    guard let last = brackets.last else {
      return hasKeyOnLine ? (outer.dropLast(), outer.last) : (outer, nil)
    }
    return (outer + brackets.dropLast().compactMap(\.key), last.key)
  }

  /// Takes in a line; the last one up to the position only, the others whole.
  ///
  /// - Returns: Where the word begins that ends there, `nil` in a comment or a text.
  mutating func read(_ line: [Unicode.Scalar], upTo position: Int?) -> Int? {
    let end = min(position ?? line.count, line.count)
    var first = 0
    if brackets.isEmpty {
      hasKeyOnLine = false
      while first < end, line[first] == " " { first += 1 }
      let isBlank = first == end && (position != nil || first == line.count)
      if let indentation = textIndentation {
        if (isBlank && position == nil) || first > indentation { return nil }
        textIndentation = nil
      }
      if isBlank {
        // Blank lines end nothing, unless the cursor stands in one.
        if position != nil { leave(indentation: first, isItem: false) }
        return first
      }
      if line[first] == "#" { return nil }
      let isItem = line[first] == "-" && (first + 1 == line.count || line[first + 1] == " ")
      leave(indentation: first, isItem: isItem)
      if isItem { first += 1 }
    }
    return readTokens(line, from: min(first, end), upTo: end)
  }

  /// Closes the blocks that a line with this indentation stands outside of.
  private mutating func leave(indentation: Int, isItem: Bool) {
    // The items of a list may stand as far to the left as its key.
    while let last = blocks.last,
      isItem ? last.indentation > indentation : last.indentation >= indentation
    {
      blocks.removeLast()
    }
  }

  private mutating func readTokens(
    _ line: [Unicode.Scalar], from first: Int, upTo end: Int
  ) -> Int? {
    var start = first
    // Quotation marks and brackets count at the beginning of a key or value only.
    var isAtStart = true
    var index = first
    while index < end {
      let isAtEnd = index + 1 == line.count
      switch line[index] {
      case "#" where index == 0 || line[index - 1] == " ": return nil
      case "\"" where isAtStart, "'" where isAtStart:
        start = index + 1
        let mark = line[index]
        index += 1
        while index < end, line[index] != mark { index += 1 }
        isAtStart = false
      case "{" where isAtStart, "[" where isAtStart:
        brackets.append((line[index] == "{", nil))
        start = index + 1
      case "}" where !brackets.isEmpty, "]" where !brackets.isEmpty:
        brackets.removeLast()
        isAtStart = false
        start = index + 1
      case "," where !brackets.isEmpty:
        brackets[brackets.count - 1].key = nil
        isAtStart = true
        start = index + 1
      case ":" where isAtEnd || line[index + 1] == " ":
        open(String(String.UnicodeScalarView(line[start..<index])), indentation: first)
        isAtStart = true
        start = index + 1
      case "|" where isAtStart && hasKeyOnLine && brackets.isEmpty,
        ">" where isAtStart && hasKeyOnLine && brackets.isEmpty:
        textIndentation = blocks.last?.indentation
        return nil
      case " ": break
      default: isAtStart = false
      }
      index += 1
    }
    while start < end, line[start] == " " { start += 1 }
    return start
  }

  private mutating func open(_ word: String, indentation: Int) {
    let key = word.trimmed.filter { $0 != "\"" && $0 != "'" }
    if let bracket = brackets.last {
      if bracket.isMap { brackets[brackets.count - 1].key = key }
    } else if !hasKeyOnLine {
      blocks.append((indentation, key))
      hasKeyOnLine = true
    }
  }
}
