import Reporting
import TerminalText

/// A page of help as the argument parser writes it around our Chinese texts, every text on one line;
/// made Chinese where the parser speaks itself, and laid out by the cells that characters take.
///
/// The parser breaks lines between words, and would count a Chinese character as one cell.
struct HelpPage {
  private let text: String
  private let width: Int

  /// Where the parser begins to tell what an argument is.
  private static let textColumn = 26

  init(_ text: String, width: Int = 80) {
    self.text = text
    self.width = max(width, 2 * Self.textColumn)
  }

  /// The page; what is none, such as a version or a script for a shell, is left as it is.
  var chinese: String {
    guard text.hasPrefix("OVERVIEW: ") else { return text }
    var isList = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      if let heading = Self.heading(of: line) {
        isList = isList || Self.lists.contains(heading.english)
        return [heading.chinese + line.dropFirst(heading.english.count)]
      }
      return isList && line.hasPrefix("  ") ? item(String(line)) : [String(line)]
    }.joined(separator: "\n")
  }

  private static let lists: Set = ["ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:"]

  private static let headings = [
    Phrase("OVERVIEW: ", ""), Phrase("USAGE: ", "用法："), Phrase("ARGUMENTS:", "参数："),
    Phrase("OPTIONS:", "选项："), Phrase("SUBCOMMANDS:", "子命令："),
  ]

  private static func heading(of line: some StringProtocol) -> Phrase? {
    headings.first { line.hasPrefix($0.english) }
  }

  /// The lines of an argument or a subcommand.
  private func item(_ line: String) -> [String] {
    if let own = ParserMessage.sentences.chinese(for: line) { return [own] }
    let label = line.prefix(Self.textColumn)
    let isNext = label.allSatisfy { $0 == " " }
    guard line.count > Self.textColumn, isNext || label.hasSuffix(" ") else { return [line] }
    let margin = String(repeating: " ", count: Self.textColumn)
    return lines(of: String(line.dropFirst(Self.textColumn))).enumerated()
      .map { ($0 == 0 ? label : margin[...]) + $1 }
  }

  /// The lines of a text and of what the parser says behind it, which stays together where it can.
  private func lines(of text: String) -> [String] {
    let room = width - Self.textColumn
    let (words, ending) = Self.parts(of: text)
    let lines = LabelWrapping.lines(
      of: ParserMessage.sentences.chinese(for: words) ?? words, width: room)
    guard let last = lines.last, last.displayWidth + ending.displayWidth > room else {
      return lines.dropLast() + [(lines.last ?? "") + ending]
    }
    return lines + LabelWrapping.lines(of: ending, width: room)
  }

  /// What we say of an argument, and what the parser adds: the values that are allowed, the default.
  private static func parts(of text: String) -> (words: String, ending: String) {
    for mark in ["(values: ", "(default: "] {
      guard text.hasSuffix(")"), let start = text.ranges(of: mark).last,
        let ending = ParserMessage.endings.chinese(for: String(text[start.lowerBound...]))
      else { continue }
      let words = text[..<start.lowerBound]
      return (String(words.last == " " ? words.dropLast() : words), ending)
    }
    return (text, "")
  }
}
