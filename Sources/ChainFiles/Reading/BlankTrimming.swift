extension String {
  /// The text without blanks at its ends, full-width and no-break ones included.
  var trimmed: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case " ", "\t", "\r", "\n", "\u{3000}", "\u{A0}", "\u{200B}", "\u{FEFF}": true
      default: false
      }
    }
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last)
    else { return self }
    guard let start = scalars.firstIndex(where: { !isBlank($0) }),
      let end = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[start...end])
  }

  /// The text with full-width letters, digits and signs as the ASCII ones they stand for.
  var halfWidth: String {
    guard
      unicodeScalars.contains(where: { (0xFF01...0xFF5E).contains($0.value) || $0 == "\u{3000}" })
    else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
