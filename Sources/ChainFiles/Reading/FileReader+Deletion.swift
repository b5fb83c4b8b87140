import Diagnostics
import IndustryChain

/// Fixes that take an entry of a map or a list away and leave comments where they are.
extension FileReader {
  /// Deletes a key and its value; `nil` where they do not stand on one line.
  mutating func deletion(ofPair index: Int, among pairs: [YAMLNode.Pair]) -> Fix? {
    let name = "`\(pairs[index].key.value.shortened)`"
    return deletion(
      of: index,
      among: pairs.map { $0.value.isScalar ? ($0.key.range.start, $0.value.range.end) : nil },
      called: LocalizedText("delete \(name)", "删去 \(name)"))
  }

  /// Deletes an item of a list; `nil` where it does not stand on one line.
  mutating func deletion(ofItem index: Int, among items: [YAMLNode]) -> Fix? {
    deletion(
      of: index, among: items.map { $0.isScalar ? ($0.range.start, $0.range.end) : nil },
      called: LocalizedText("delete the repetition", "删去重复项"))
  }

  private typealias Stretch = (start: SourcePosition, end: SourcePosition)

  private mutating func deletion(
    of index: Int, among stretches: [(SourcePosition, SourcePosition)?], called title: LocalizedText
  ) -> Fix? {
    guard let own: Stretch = stretches[index], own.start.line == own.end.line,
      let line = lines[own.start.line].map({ Array($0.unicodeScalars) }),
      own.end.column - 1 <= line.count
    else { return nil }
    func edit(_ start: SourcePosition, _ end: SourcePosition) -> Fix {
      Fix(title, .certain, edits: [TextEdit(SourceRange(start, to: end), with: "")])
    }
    let before = line[..<(own.start.column - 1)]
    let after = line[(own.end.column - 1)...]
    if before.allSatisfy({ $0 == " " || $0 == "-" }), before.count(where: { $0 == "-" }) <= 1 {
      let isAlone = after.allSatisfy { $0 == " " || $0 == "\t" }
      guard isAlone || after.first(where: { $0 != " " }) == "#" else { return nil }
      // A comment behind it stays, on a line of its own.
      return isAlone
        ? edit(
          SourcePosition(line: own.start.line, column: 1),
          SourcePosition(line: own.start.line + 1, column: 1))
        : edit(
          SourcePosition(
            line: own.start.line, column: (before.firstIndex(of: "-") ?? before.count) + 1),
          SourcePosition(
            line: own.start.line,
            column: own.end.column + after.prefix { $0 == " " }.count))
    }
    func isComma(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
      text.contains(",") && text.allSatisfy { $0 == " " || $0 == "," }
    }
    if index > 0, let last: Stretch = stretches[index - 1], last.end.line == own.start.line,
      last.end < own.start, isComma(line[(last.end.column - 1)..<(own.start.column - 1)])
    {
      return edit(last.end, own.end)
    }
    if index + 1 < stretches.count, let next: Stretch = stretches[index + 1],
      next.start.line == own.start.line, own.end < next.start,
      isComma(line[(own.end.column - 1)..<(next.start.column - 1)])
    {
      return edit(own.start, next.start)
    }
    let isWhole =
      stretches.count == 1 && before.last(where: { $0 != " " }) == "{"
      && after.first(where: { $0 != " " }) == "}"
    return isWhole ? edit(own.start, own.end) : nil
  }
}
