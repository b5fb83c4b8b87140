/// A text of several lines as a block, which is how people write it.
///
///     note: |
///       first line
///       second line
struct TextBlock {
  /// What stands after the key: `|`, `|-` or `>`.
  let indicator: String
  /// The lines below it.
  let lines: [Substring]
  /// Whether a line may be cut at spaces.
  var isFolded: Bool { indicator == ">" }

  /// `nil` where a block would not give the text back, or would hide part of it from the eye.
  ///
  /// O(length).
  init?(_ text: String) {
    var lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Substring.init)
    let endsLine = lines.last == ""
    if endsLine { lines.removeLast() }
    guard let first = lines.first?.utf8.first, first != 0x20, lines.last != "",
      lines.allSatisfy({ line in
        line.utf8.last != 0x20 && line.unicodeScalars.allSatisfy { ScalarForm.isPrintable($0) }
      })
    else { return nil }
    self.lines = lines
    indicator = !endsLine ? "|-" : lines.count == 1 ? ">" : "|"
  }
}
