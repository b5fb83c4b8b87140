import IndustryChain
import TerminalText
import WebPages

extension PageValue {
  /// A text in both languages, as the template `say` and its like show it.
  static func say(_ text: LocalizedText) -> PageValue {
    let (chinese, english) = (Language.chinese.text(text), Language.english.text(text))
    return .object([
      "zh": .text(chinese), "en": .text(english), "two": .flag(chinese != english),
    ])
  }

  /// Something worded by the same rule in each language.
  static func say(_ word: (Wording) -> String) -> PageValue { say(LocalizedText(word)) }

  /// A coordinate or a size in a drawing, to a tenth of its unit.
  static func coordinate(_ value: Double) -> PageValue {
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return .text((tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)"))
  }
}

extension PageValue {
  /// The value with every text in one line of visible characters; markup stays.
  var singleLined: PageValue {
    switch self {
    case .text(let text): .text(text.singleLine)
    case .list(let values): .list(values.map(\.singleLined))
    case .object(let members): .object(members.mapValues(\.singleLined))
    case .markup, .flag: self
    }
  }
}
