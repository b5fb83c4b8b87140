@testable import ChainFiles

/// A chain file as no person would write it: any order, any quoting, any indentation, comments in
/// every place that has room for one.
struct GeneratedFile {
  /// The text.
  private(set) var text = ""
  /// The values that it holds.
  private(set) var values = TreeMap([])
  /// The comments that it holds, in their order.
  private(set) var comments: [String] = []

  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(state: seed)
    writeGap(at: 0)
    values = chain()
    write(values, at: 0)
    writeGap(at: 0)
    if chance(0.2) { text = text.replacing("\n", with: "\r\n") }
    if chance(0.1) { text = "\u{FEFF}" + text }
    if chance(0.1), text.hasSuffix("\n"), !text.contains("|") { text.removeLast() }
  }

  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < probability
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0...(elements.count - 1))]
  }

  // MARK: Values

  private mutating func chain() -> TreeMap {
    var entries = [TreeEntry("chain", .text(pick(["lighter", "123", "on", "x-1"])))]
    entries.append(TreeEntry("name", localized()))
    if chance(0.5) { entries.append(TreeEntry("summary", localized())) }
    if chance(0.5) { entries.append(TreeEntry("figures", .map(provenance()))) }
    if chance(0.4) { entries.append(TreeEntry("extra", any(depth: 0))) }
    var links = TreeMap([])
    for index in 0..<number(0...5) {
      links[pick(["a", "yes", "7", "valve-", "null-x"]) + "\(index)"] = .map(link())
    }
    entries.append(TreeEntry("links", .map(links)))
    return TreeMap(entries.shuffled(using: &generator))
  }

  private mutating func link() -> TreeMap {
    var map: TreeMap = ["name": localized(), "stage": .text("upstream")]
    if chance(0.6) {
      var inputs = TreeMap([])
      for index in 0..<number(1...4) { inputs["surface/s\(index)"] = share() }
      map[pick(["inputs", "processed_by"])] = .map(inputs)
    }
    if chance(0.3) {
      map["needs"] = .list((0..<number(0...9)).map { "need-number-\($0)" })
    }
    if chance(0.3) { map["codes"] = ["gb4754": .text(pick(["3985", "0123", "1_000", "C39"]))] }
    if chance(0.3) { map["note"] = localized() }
    if chance(0.3) { map["plant"] = ["output": .figure("24.2亿元"), "jobs": .figure("1,200")] }
    if chance(0.2) { map["value_added"] = pick([.blank, .figure("0.10"), .figure("18%")]) }
    return TreeMap(map.entries.shuffled(using: &generator))
  }

  private mutating func share() -> TreeValue {
    let share = TreeValue.figure(pick(["0.3", "0.30", "0.05", "一成"]))
    if chance(0.4) { return chance(0.2) ? .blank : share }
    var map = provenance()
    map["share"] = share
    if chance(0.3) { map["critical"] = .flag(chance(0.5)) }
    return .map(TreeMap(map.entries.shuffled(using: &generator)))
  }

  private mutating func provenance() -> TreeMap {
    ["source": localized(), "grade": .text("estimate")]
  }

  private mutating func localized() -> TreeValue {
    if chance(0.3) { return .text(pick(Self.texts)) }
    return chance(0.5)
      ? ["zh": .text(pick(Self.texts)), "en": .text(pick(Self.texts))]
      : ["en": .text(pick(Self.texts))]
  }

  private mutating func any(depth: Int) -> TreeValue {
    switch number(0...(depth < 3 ? 6 : 4)) {
    case 0: return .blank
    case 1: return .flag(chance(0.5))
    case 2: return .figure(pick(["12", "1e5", "0x1F", "2021-01-26", "yes"]))
    case 3, 4: return .text(pick(Self.texts + ["true", "null", "~"]))
    case 5:
      return .list(TreeList((0..<number(0...3)).map { _ in TreeItem(any(depth: depth + 1)) }))
    default:
      var map = TreeMap([])
      for _ in 0..<number(0...3) {
        map[pick(Self.texts.filter(Self.isKey))] = any(depth: depth + 1)
      }
      return .map(map)
    }
  }

  private static func isKey(_ text: String) -> Bool { !text.contains("\n") && text.count < 200 }

  static let texts = [
    "Flint", "打火石", "锂电池，产业链", "yes", "No", "null", "~", "1.0", "0x1F", "2021-01-26",
    "12:30", "1e5", "a: b", "a #b", "a# b", "- x", "-", "{x}", "[y", "a, b", "it's", "say \"hi\"",
    "back\\slash", " before", "after ", "tab\tin", "", "two  spaces", "100%", "%x", "@x", "`x`",
    "!x", "&x", "*x", "?x", ":x", "x:", "#x", "---", "--- x", "... x", "...", "=", "<<",
    "http://x/y?z#q",
    "a\nb", "a\n\nb\n", "one line\n", "\n", " a\nb", "a \nb\n", "a\n# no comment\nb\n", "\u{A0}x",
    "\u{7}", "\u{FEFF}x", "emoji 🔋", "“引号”", "3C电池", "a?", "a:b", "\u{85}", "a\tb\nc",
    String(repeating: "a long text that has to be folded ", count: 8) + "end",
    String(repeating: "两种 文字 mixed，", count: 20), String(repeating: "很长的一句话", count: 30),
    String(repeating: "with \"quotes\", commas: and  double spaces ", count: 5) + "end",
    String(repeating: "many words in a block ", count: 9) + "end\n",
    String(repeating: "x", count: 150), String(repeating: "- # x ", count: 30),
  ]

  // MARK: Writing

  /// Comments and blank lines on lines of their own.
  private mutating func writeGap(at indent: Int) {
    while chance(0.25) {
      if chance(0.4) {
        text += pick(["\n", "  \n"])
      } else {
        text += String(repeating: " ", count: pick([indent, indent, 0, indent + 1]))
        writeComment()
        text += "\n"
      }
    }
  }

  private mutating func writeComment() {
    let comment = pick([
      "# note \(comments.count)", "#\(comments.count) 注", "# a: {b} \(comments.count)", "#",
      "# \"quoted\" \(comments.count) # twice",
    ])
    comments.append(comment)
    text += comment
    if chance(0.1) { text += "  " }
  }

  private mutating func endLine() {
    if chance(0.2) {
      text += pick([" ", "   "])
      writeComment()
    }
    text += "\n"
  }

  private mutating func write(_ map: TreeMap, at indent: Int) {
    for entry in map.entries {
      writeGap(at: indent)
      text += String(repeating: " ", count: indent)
      writeWord(entry.key, isFlow: false)
      text += ":"
      writeValue(entry.value, at: indent)
    }
  }

  private mutating func writeValue(_ value: TreeValue, at indent: Int) {
    switch value {
    case .blank:
      text += pick(["", " ~", " null"])
      endLine()
    case .scalar(let scalar): writeScalar(scalar, at: indent)
    case .map(let map):
      guard !map.entries.isEmpty, chance(0.7) else { return writeFlowLine(value, at: indent) }
      endLine()
      write(map, at: indent + number(1...4))
    case .list(let list):
      guard !list.items.isEmpty, chance(0.6) else { return writeFlowLine(value, at: indent) }
      endLine()
      let inner = indent + number(1...3)
      for item in list.items {
        writeGap(at: inner)
        text += String(repeating: " ", count: inner) + "-"
        writeValue(item.value, at: inner)
      }
    }
  }

  private mutating func writeFlowLine(_ value: TreeValue, at indent: Int) {
    text += " "
    writeFlow(value, at: indent + 1)
    endLine()
  }

  private mutating func writeFlow(_ value: TreeValue, at indent: Int) {
    switch value {
    case .blank: text += pick(["~", "null"])
    case .scalar(let scalar):
      if scalar.style == .plain, !scalar.text.contains(",") {
        text += scalar.text
      } else {
        writeWord(scalar.text, isFlow: true)
      }
    case .map(let map):
      text += "{"
      for (index, entry) in map.entries.enumerated() {
        if index > 0 { text += "," }
        writeFlowGap(at: indent)
        writeWord(entry.key, isFlow: true)
        text += ": "
        writeFlow(entry.value, at: indent)
      }
      writeFlowGap(at: indent)
      text += "}"
    case .list(let list):
      text += "["
      for (index, item) in list.items.enumerated() {
        if index > 0 { text += "," }
        writeFlowGap(at: indent)
        writeFlow(item.value, at: indent)
      }
      writeFlowGap(at: indent)
      text += "]"
    }
  }

  private mutating func writeFlowGap(at indent: Int) {
    guard chance(0.15) else { return text += " " }
    endLine()
    writeGap(at: indent)
    text += String(repeating: " ", count: indent)
  }

  private mutating func writeScalar(_ scalar: TreeScalar, at indent: Int) {
    if scalar.style == .plain {
      text += " " + scalar.text
      return endLine()
    }
    let isBlock =
      scalar.text.hasSuffix("\n") && scalar.text.count > 1 && !scalar.text.hasPrefix(" ")
      && !scalar.text.contains("\t")
    if isBlock, chance(0.7) {
      text += " |"
      endLine()
      for line in scalar.text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : String(repeating: " ", count: indent + 2) + line + "\n"
      }
      return
    }
    text += pick([" ", "   ", "\n" + String(repeating: " ", count: indent + 3)])
    if Self.isWords(scalar.text), chance(0.5) {
      // A bare text may go on in the next line.
      let joint = chance(0.3) ? "\n" + String(repeating: " ", count: indent + 1) : " "
      text += scalar.text.replacing(" ", with: joint)
    } else {
      writeWord(scalar.text, isFlow: false)
    }
    endLine()
  }

  /// A text on one line.
  private mutating func writeWord(_ word: String, isFlow: Bool) {
    let printable = word.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    let known = printable && !word.unicodeScalars.contains("\u{85}") && !word.contains("\u{FEFF}")
    if Self.isWords(word), chance(0.6) {
      text += word
    } else if known, chance(0.5) {
      text += "'" + word.replacing("'", with: "''") + "'"
    } else {
      text += "\""
      for scalar in word.unicodeScalars {
        switch scalar {
        case "\"", "\\": text += "\\\(scalar)"
        case "\n": text += "\\n"
        case _ where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value), "\u{FEFF}":
          text += "\\u" + String(String(scalar.value + 0x10000, radix: 16).dropFirst())
        default: text += String(scalar)
        }
      }
      text += "\""
    }
  }

  /// Whether a text may stand bare wherever it is, and is no word that a parser knows.
  private static func isWords(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter, !text.hasSuffix(" "), !text.contains("  ") else {
      return false
    }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
      && !["null", "true", "false"].contains(text)
  }
}

/// A generator that gives the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  /// Source: SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
