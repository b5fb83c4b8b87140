/// Makes ids from names, each only once.
///
/// The same names in the same order give the same ids.
struct IDMaker {
  /// What stands in front of a number where a name has no Latin letter: `link` gives `link-12`.
  let stem: String
  private var used: Set<String> = []
  private var count = 0
  /// The next number to try behind an id that is taken.
  private var nextNumbers: [String: Int] = [:]

  /// A maker of ids none of which is among those already used.
  init(stem: String, used: Set<String> = []) {
    self.stem = stem
    self.used = used
  }

  /// A maker that counts on from the highest number that ids in use have behind the stem.
  init(stem: String, after used: Set<String>) {
    self.init(stem: stem, used: used)
    count =
      used.filter { $0.hasPrefix("\(stem)-") }
      .compactMap { Int($0.dropFirst(stem.count + 1)) }.max() ?? 0
  }

  /// The id of the next name: its Latin letters and digits, lower case, joined by hyphens.
  ///
  /// A name without any gets the stem and its place; an id that is taken gets a number. O(length) on
  /// average, however many names give the same id.
  mutating func id(for name: String) -> String {
    count += 1
    let slug = Self.slug(name)
    let base = slug.isEmpty ? "\(stem)-\(count)" : slug
    if used.insert(base).inserted { return base }
    var number = nextNumbers[base] ?? 2
    while !used.insert("\(base)-\(number)").inserted { number += 1 }
    nextNumbers[base] = number + 1
    return "\(base)-\(number)"
  }

  /// The Latin letters and digits of a name, lower case, joined by hyphens; empty without any, and
  /// where letters of another script would be lost between them.
  static func slug(_ name: String) -> String {
    var slug = ""
    var isPending = false
    for scalar in name.halfWidth.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9":
        if isPending, !slug.isEmpty { slug += "-" }
        isPending = false
        slug.unicodeScalars.append(scalar)
      case "'", "\u{2019}": continue
      default:
        // What two names differ in must not be dropped.
        if scalar.value >= 0x2E80 { return "" }
        isPending = true
      }
    }
    return slug
  }
}
