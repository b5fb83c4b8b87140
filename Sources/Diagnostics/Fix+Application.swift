extension String {
  /// The text with the stretches of fixes replaced.
  ///
  /// A fix that overlaps an earlier one, or that points outside of the text, is left out as a
  /// whole; two that put something into the same place count as overlapping.
  ///
  /// - Parameter fixes: What to change, by precedence.
  /// - Returns: The new text, and which of the fixes were applied, by their index.
  ///   O(length + edits²) at worst, and
  ///   O(length + edits · log edits) where fixes come in the order of the text.
  public func applying(_ fixes: [Fix]) -> (text: String, applied: [Int]) {
    let table = ScalarLines(self)
    var taken: [Replacement] = []
    var applied: [Int] = []
    for (index, fix) in fixes.enumerated() {
      let edits = fix.edits.compactMap { edit in
        table.range(of: edit.range).map { Replacement(range: $0, text: edit.replacement) }
      }
      guard edits.count == fix.edits.count, !edits.isEmpty else { continue }
      let inserted = edits.prefix { $0.insert(into: &taken) }
      if inserted.count == edits.count {
        applied.append(index)
      } else {
        for edit in inserted { edit.remove(from: &taken) }
      }
    }
    var result = String.UnicodeScalarView()
    var position = 0
    for edit in taken {
      result.append(contentsOf: table.scalars[position..<edit.range.lowerBound])
      result.append(contentsOf: edit.text.unicodeScalars)
      position = edit.range.upperBound
    }
    result.append(contentsOf: table.scalars[position...])
    return (String(result), applied)
  }
}

/// The scalars of a text, and where its lines begin among them.
private struct ScalarLines {
  let scalars: [Unicode.Scalar]
  private let starts: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var starts = [0]
    for index in scalars.indices {
      let isLoneReturn =
        scalars[index] == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n")
      if scalars[index] == "\n" || isLoneReturn { starts.append(index + 1) }
    }
    self.starts = starts
  }

  /// The scalars that a stretch covers, `nil` where it leaves the text or a line.
  func range(of range: SourceRange) -> Range<Int>? {
    guard let start = index(of: range.start), let end = index(of: range.end) else { return nil }
    return start <= end ? start..<end : nil
  }

  private func index(of position: SourcePosition) -> Int? {
    guard position.column >= 1, position.line >= 1 else { return nil }
    // The line after the last begins where the text ends.
    if position.line == starts.count + 1 { return position.column == 1 ? scalars.count : nil }
    guard position.line <= starts.count else { return nil }
    let index = starts[position.line - 1] + position.column - 1
    let end = position.line < starts.count ? starts[position.line] - 1 : scalars.count
    return index <= end ? index : nil
  }
}

/// What comes into the place of a stretch of scalars.
private struct Replacement {
  let range: Range<Int>
  let text: String

  /// Puts itself among others, which are in the order of the text; `false` where it overlaps one.
  func insert(into others: inout [Replacement]) -> Bool {
    let place = Self.place(of: range.lowerBound, in: others)
    if place > 0, others[place - 1].range.upperBound > range.lowerBound { return false }
    if place < others.count {
      let next = others[place].range
      if next.lowerBound < range.upperBound || next.lowerBound == range.lowerBound { return false }
    }
    others.insert(self, at: place)
    return true
  }

  /// Takes itself out again.
  func remove(from others: inout [Replacement]) {
    others.remove(at: Self.place(of: range.lowerBound, in: others))
  }

  /// The first of some replacements that begins at a place or after it.
  private static func place(of start: Int, in others: [Replacement]) -> Int {
    // Fixes mostly come in the order of the text.
    if let last = others.last, last.range.lowerBound < start { return others.count }
    var low = 0
    var high = others.count
    while low < high {
      let middle = (low + high) / 2
      if others[middle].range.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
