extension Character {
  /// The number of terminal cells that the character takes: that of its first scalar.
  public var displayWidth: Int { unicodeScalars.first?.displayWidth ?? 0 }
}

extension String {
  /// The text cut to so many terminal cells, an ellipsis in the last where something was cut.
  public func cut(toWidth width: Int) -> String {
    guard displayWidth > width else { return self }
    var kept = ""
    var used = 0
    for character in self {
      guard used + character.displayWidth <= width - 1 else { break }
      kept.append(character)
      used += character.displayWidth
    }
    return kept + "…"
  }

  /// The text with spaces after it, or before a number, up to so many terminal cells.
  public func padded(toWidth width: Int, alignment: ColumnAlignment = .left) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth))
    return alignment == .left ? self + spaces : spaces + self
  }
}

/// The side of a column at which its cells stand.
public enum ColumnAlignment: Hashable, Sendable {
  /// Words.
  case left
  /// Numbers.
  case right
}
