/// How workbooks count days, and which formats of numbers show one.
enum SerialDate {
  /// The day of a number, with the time where there is one: `2021-01-26 12:30:00`.
  ///
  /// `nil` outside 1900…9999, which no program shows as a day.
  static func text(_ number: Double, countsFrom1904: Bool) -> String? {
    guard number.isFinite, number >= 0, number < 2_958_466 else { return nil }
    let seconds = (number * 86_400).rounded()
    let whole = Int(seconds / 86_400)
    let rest = Int(seconds) - whole * 86_400
    // Days since 1970. The first of the format is 1900-01-01, and it has a 1900-02-29.
    let day = countsFrom1904 ? whole - 24_107 : whole - (whole < 60 ? 25_568 : 25_569)
    guard countsFrom1904 || (whole >= 1 && whole != 60) else { return nil }
    let date = civil(day)
    guard date.year <= 9999 else { return nil }
    let text = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    guard rest > 0 else { return text }
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { padded($0, 2) }
    return "\(text) \(time.joined(separator: ":"))"
  }

  /// Whether a format of numbers, by its number or its code, shows a day.
  static func isDate(format: Int, code: String?) -> Bool {
    guard let code else {
      return [14...17, 22...22, 27...31, 34...36, 50...54, 57...58].contains {
        $0.contains(format)
      }
    }
    var (isQuoted, inBrackets, isEscaped) = (false, false, false)
    for scalar in code.lowercased().unicodeScalars {
      switch scalar {
      case _ where isEscaped: isEscaped = false
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      case "\\", "_", "*": isEscaped = true
      case "[": inBrackets = true
      case "]": inBrackets = false
      case _ where inBrackets: break
      case "y", "d": return true
      // A word such as General has letters of its own; a semicolon ends what positive numbers show.
      case "g", "e", ";": return false
      default: break
      }
    }
    return false
  }

  /// The day of a count since 1970-01-01, after Hinnant's chrono-compatible date algorithms.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1
    )
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
