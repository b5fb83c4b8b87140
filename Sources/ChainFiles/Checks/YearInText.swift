extension String {
  /// The latest year from 1990 to 2100 that a source's text names, `nil` for none.
  ///
  /// Quantities look alike: "2000 t/a" and "年产2000吨" name no year. So a number of four digits is
  /// one where no unit follows it: in Chinese nothing but 年, in English none of the usual units.
  /// O(length).
  var latestYear: Int? {
    let scalars = Array(unicodeScalars)
    var latest: Int?
    var index = 0
    while index < scalars.count {
      guard scalars[index].isDigit else {
        index += 1
        continue
      }
      let end = scalars[index...].firstIndex { !$0.isDigit } ?? scalars.count
      let isFraction = index > 0 && (scalars[index - 1] == "." || scalars[index - 1] == ",")
      if end - index == 4, !isFraction, !scalars[end...].beginsWithUnit {
        let year = scalars[index..<end].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
        if (1990...2100).contains(year) { latest = max(year, latest ?? year) }
      }
      index = end
    }
    return latest
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension ArraySlice<Unicode.Scalar> {
  private static var units: Set<String> {
    [
      "t", "kg", "g", "m", "km", "l", "kw", "mw", "gw", "kwh", "mwh", "gwh", "tonne", "tonnes",
      "ton", "tons", "cny", "rmb", "yuan", "usd", "million", "billion", "thousand", "piece",
      "pieces", "unit", "units", "set", "sets", "people", "workers", "jobs", "mu", "hours", "days",
      "to", "per",
    ]
  }

  /// Whether what follows a number makes it a quantity.
  fileprivate var beginsWithUnit: Bool {
    guard let next = first else { return false }
    switch next {
    case "年", "版": return false
    case "%", "％", "～", "~", ",", ".":
      // A comma or a point belongs to the number only where digits go on.
      return ![",", "."].contains(next) || dropFirst().first?.isDigit == true
    case _ where (0x4E00...0x9FFF).contains(next.value): return true
    default:
      let word = drop { $0 == " " }.prefix { $0.isASCII && $0.properties.isAlphabetic }
      return Self.units.contains(String(String.UnicodeScalarView(word)).lowercased())
    }
  }
}
