import TerminalText

/// A line of a file as a terminal may see it, and the carets that go under a part of it.
struct Excerpt {
  /// The line: safe for terminals, tabs as spaces, cut around the carets where it is long.
  let text: String
  /// Blanks as wide as what stands before the carets.
  let indentation: String
  /// One caret for each cell of the marked part, at least one.
  let carets: String

  private static let tabWidth = 4
  private static let longestLine = 160
  private static let shownBefore = 60

  /// How many characters of a line are ever looked at for a part that begins in a column.
  static func reach(of column: Int) -> Int { column + 2 * longestLine }

  /// Marks the part of `line` that `range` covers, to its end where the range runs over it.
  init(line: String, range: SourceRange) {
    let scalars = Array(line.unicodeScalars)
    let start = min(max(0, range.start.column - 1), scalars.count)
    let isOneLine = range.end.line == range.start.line
    let end = isOneLine ? min(max(start, range.end.column - 1), scalars.count) : scalars.count
    let isLong = scalars.count > Self.longestLine
    let first = isLong ? max(0, start - Self.shownBefore) : 0
    let last = isLong ? min(scalars.count, first + Self.longestLine) : scalars.count

    let lead = first > 0 ? "…" : ""
    let before = lead + Self.visible(scalars[first..<start])
    let marked = Self.visible(scalars[start..<min(end, last)])
    let after = Self.visible(scalars[min(end, last)..<last]) + (last < scalars.count ? "…" : "")
    text = before + marked + after
    indentation = String(repeating: " ", count: before.displayWidth)
    carets = String(repeating: "^", count: max(1, marked.displayWidth))
  }

  private static func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar == "\t" {
        text.append(contentsOf: repeatElement(" ", count: tabWidth))
      } else {
        text.append(scalar.terminalSafe)
      }
    }
    return String(text)
  }
}
