internal import CGraphviz

/// Whether text can be measured and drawn with the fonts of this machine.
public enum FontCoverage: Hashable, Sendable {
  /// A font has the letters of the language.
  case covered
  /// No font has them: labels overflow their boxes and pictures show empty squares.
  case missing
  /// Nobody could be asked.
  case unknown

  /// Asks fontconfig, as Graphviz does, for fonts of a language such as `zh-cn`.
  ///
  /// The first call of a process loads the list of fonts, some milliseconds that drawing would
  /// otherwise spend.
  public static func ofLanguage(_ code: String) -> FontCoverage {
    guard code.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D }) else {
      return .unknown
    }
    let count = unsafe CGraphvizFontCount(":lang=" + code)
    return count < 0 ? .unknown : count == 0 ? .missing : .covered
  }
}
