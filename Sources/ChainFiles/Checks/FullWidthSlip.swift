import Diagnostics
import IndustryChain

/// A sign as a Chinese input method types it, where YAML needs the ASCII one.
///
/// Inside of texts such signs are right; they are told only where the structure of a line needs the
/// other, and only of files that cannot be read.
struct FullWidthSlip: Hashable {
  let range: SourceRange
  /// The sign that stands there.
  let sign: Character
  /// What is to stand there instead, perhaps with the blank that must follow.
  let replacement: String

  /// The sign to write, for people.
  var asciiSign: String { replacement == " " ? " " : replacement.trimmed }

  /// The slips of the first line that has any: of the one where reading stopped, the one with words
  /// before it, and the one where what is being read began.
  static func first(
    in lines: LineTable, around stop: Int, since start: Int?, inBraces: Bool = false
  ) -> [FullWidthSlip] {
    var before = stop - 1
    while before > 1, lines[before]?.trimmed.isEmpty != false { before -= 1 }
    for number in Set([start ?? stop, before, stop]).sorted() {
      let slips =
        lines[number].map {
          all(in: $0, number: number, depth: inBraces && number > start ?? stop ? 1 : 0)
        } ?? []
      if !slips.isEmpty { return slips }
    }
    return []
  }

  /// The slips of a line, in its order; O(length) but for lines of nothing but commas.
  static func all(in line: String, number: Int, depth: Int = 0) -> [FullWidthSlip] {
    var scan = LineScan(Array(line.unicodeScalars), number: number, depth: depth)
    scan.run()
    return scan.slips
  }
}

/// Walks along a line and knows where an entry or a value begins.
private struct LineScan {
  private let line: [Unicode.Scalar]
  private let number: Int
  private(set) var slips: [FullWidthSlip] = []
  private var place = 0
  private var depth: Int
  /// Where the entry began that the place is in.
  private var entry = 0
  /// Whether the entry may still be a key.
  private var isKey = true

  init(_ line: [Unicode.Scalar], number: Int, depth: Int) {
    self.line = line
    self.depth = depth
    self.number = number
  }

  private static let brackets: [Unicode.Scalar: String] = [
    "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]",
  ]
  private static let quotes: Set<Unicode.Scalar> = ["“", "”", "＂", "„"]

  mutating func run() {
    indentation()
    while place < line.count {
      let scalar = line[place]
      let begins = rest(from: entry, to: place).allSatisfy { $0 == " " }
      switch scalar {
      case "#" where place == 0 || line[place - 1] == " ": return
      case "\"" where begins, "'" where begins: skipQuoted(scalar)
      case "{" where begins, "[" where begins: open()
      case "}" where depth > 0, "]" where depth > 0: depth -= 1
      case ":" where place + 1 == line.count || line[place + 1] == " ": beginValue()
      case "," where depth > 0: beginEntry()
      case "：" where isKey && canBeKey(rest(from: entry, to: place)):
        slip(place, ":" + blankAfter)
        beginValue()
      case "，" where depth > 0 && isFollowedByKey:
        slip(place, "," + blankAfter)
        beginEntry()
      case "｛" where begins, "［" where begins, "【" where begins:
        slip(place, Self.brackets[scalar] ?? "")
        open()
      case "｝" where depth > 0, "］" where depth > 0, "】" where depth > 0:
        slip(place, Self.brackets[scalar] ?? "")
        depth -= 1
      case _ where begins && Self.quotes.contains(scalar): curlyQuoted()
      default: break
      }
      place += 1
    }
  }

  /// Blanks and list signs at the front.
  private mutating func indentation() {
    while place < line.count {
      switch line[place] {
      case " ": break
      case "\u{3000}": slip(place, "  ")
      case "－": slip(place, "-" + blankAfter)
      case "-" where place + 1 < line.count && line[place + 1] == " ": break
      default:
        entry = place
        return
      }
      place += 1
    }
    entry = place
  }

  private mutating func skipQuoted(_ quote: Unicode.Scalar) {
    let start = place
    place += 1
    while place < line.count, line[place] != quote {
      if quote == "\"", line[place] == "\\" { place += 1 }
      place += 1
    }
    if place >= line.count { place = max(start, line.count - 1) }
  }

  /// A text in Chinese quotation marks, of which both have to be others where a sign in it means
  /// something to YAML.
  private mutating func curlyQuoted() {
    guard let end = line[(place + 1)...].firstIndex(where: Self.quotes.contains) else { return }
    let after = rest(from: end + 1, to: line.count).first { $0 != " " }
    guard after == nil || [",", "，", "}", "｝", "]", "］", ":", "：", "#"].contains(after) else {
      return
    }
    slip(place, "\"")
    slip(end, "\"")
    place = end
  }

  private mutating func open() {
    depth += 1
    beginEntry()
  }

  private mutating func beginEntry() {
    entry = place + 1
    isKey = true
  }

  private mutating func beginValue() {
    entry = place + 1
    isKey = false
  }

  private mutating func slip(_ place: Int, _ replacement: String) {
    slips.append(
      FullWidthSlip(
        range: SourceRange(line: number, column: place + 1, length: 1),
        sign: Character(line[place]), replacement: replacement))
  }

  private var blankAfter: String {
    place + 1 == line.count || line[place + 1] == " " ? "" : " "
  }

  private func rest(from start: Int, to end: Int) -> ArraySlice<Unicode.Scalar> {
    line[min(start, end)..<end]
  }

  /// Whether a text is the key of a map: an id, or between braces the name of a link, too.
  private func canBeKey(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = text.drop { $0 == " " }
    guard !text.isEmpty else { return false }
    return depth > 0
      || text.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "-_/ \"'".unicodeScalars.contains($0))
      }
  }

  /// Whether the next entry, up to a sign of structure, is a key and a colon.
  private var isFollowedByKey: Bool {
    var next = place + 1
    while next < line.count, !",，{}｛｝[]\"“".unicodeScalars.contains(line[next]) {
      let isColon =
        line[next] == ":" && (next + 1 == line.count || line[next + 1] == " ")
      let isWide =
        line[next] == "："
        && rest(from: place + 1, to: next).allSatisfy { $0.isASCII }
      if isColon || isWide { return next > place + 1 }
      next += 1
    }
    return false
  }
}

extension FullWidthSlip {
  /// The sign as people can see it.
  fileprivate var visibleSign: String { sign == "\u{3000}" ? "U+3000" : String(sign) }

  /// "write `:` instead of `：`, with a blank after it".
  fileprivate var title: LocalizedText {
    let needsBlank = [":", ",", "-"].contains(asciiSign)
    let (english, chinese) =
      sign == "\u{3000}" ? ("blanks", "半角空格") : ("`\(asciiSign)`", "半角 `\(asciiSign)`")
    return LocalizedText(
      "write \(english) instead of `\(visibleSign)`"
        + (needsBlank ? ", with a blank after it" : ""),
      "把 `\(visibleSign)` 改为\(chinese)" + (needsBlank ? "，后面空一格" : ""))
  }
}

extension Fix {
  /// Writes the signs that YAML needs; `nil` where there are none to write.
  static func writing(_ slips: [FullWidthSlip]) -> Fix? {
    slips.first.map { first in
      Fix(
        first.title, .likely, edits: slips.map { TextEdit($0.range, with: $0.replacement) })
    }
  }
}

extension Located where Value == String {
  /// The signs that made one key of what was meant as indentation and a key, or a key and a value.
  var fullWidthSlips: [FullWidthSlip] {
    guard range.start.line == range.end.line,
      range.end.column - range.start.column == value.unicodeScalars.count
    else { return [] }
    return FullWidthSlip.all(in: value, number: range.start.line, depth: 1).map { slip in
      let column = slip.range.start.column + range.start.column - 1
      return FullWidthSlip(
        range: SourceRange(line: range.start.line, column: column, length: 1), sign: slip.sign,
        replacement: slip.replacement)
    }
  }
}

extension Diagnostic {
  /// A file that cannot be read for signs of a Chinese input method; `complaint` is the parser's own.
  static func fullWidthSigns(
    _ slips: [FullWidthSlip], in file: SourceFile, insteadOf complaint: Diagnostic
  ) -> Self? {
    guard let first = slips.first else { return nil }
    return Self(
      .yamlSyntax, at: .init(file: file, range: first.range),
      "not valid YAML: the full-width `\(first.visibleSign)` has no meaning here",
      "YAML 语法有误：此处不能用全角的 `\(first.visibleSign)`",
      notes: [Note(complaint.message, at: complaint.location)], help: first.title,
      fix: .writing(slips))
  }
}
