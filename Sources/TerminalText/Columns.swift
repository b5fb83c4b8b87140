extension StringProtocol {
  /// The text cut to so many terminal cells, an ellipsis in place of what was left out; linear.
  public func truncated(toWidth width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var cut = ""
    var used = 0
    for character in self {
      let cells = String(character).displayWidth
      guard used + cells < width else { break }
      cut.append(character)
      used += cells
    }
    return width > 0 ? cut + "…" : ""
  }
}
