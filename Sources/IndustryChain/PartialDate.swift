/// A date known to the year, the month or the day: `2020`, `2020-06`, `2020-06-30`.
///
/// Newspapers and registers often give only a year. Keeping the gap visible is more honest than
/// inventing a first of January.
public struct PartialDate: Hashable, Sendable {
  /// The year, 1…9999.
  public let year: Int
  /// The month, 1…12, where known.
  public let month: Int?
  /// The day of the month, where known.
  public let day: Int?

  /// A date of the given precision, or `nil` where the calendar has no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard month != nil || day == nil,
      CalendarDate(year: year, month: month ?? 1, day: day ?? 1) != nil
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2020`, `2020-06` or `2020-06-30`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let date = text.withUTF8({ Self(utf8: $0) }) else { return nil }
    self = date
  }

  private init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10 else { return nil }
    var numbers: InlineArray<3, Int> = [0, 0, 0]
    var part = 0
    for (place, byte) in bytes.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        part += 1
      } else {
        let digit = byte &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        numbers[part] = numbers[part] * 10 + Int(digit)
      }
    }
    self.init(
      year: numbers[0], month: part > 0 ? numbers[1] : nil, day: part > 1 ? numbers[2] : nil)
  }

  /// The first day that the date can mean: 1 January for an event "in 2020".
  public var earliest: CalendarDate {
    // The initializer has checked year, month and day, so the fallback cannot be reached.
    CalendarDate(year: year, month: month ?? 1, day: day ?? 1) ?? latest
  }

  /// The last day that the date can mean: an event "in 2020" is sure to have happened by then.
  public var latest: CalendarDate {
    let month = month ?? 12
    let day = day ?? CalendarDate.dayCount(year: year, month: month)
    // The initializer has checked year, month and day, so the fallback cannot be reached.
    return CalendarDate(year: year, month: month, day: day) ?? .distantFuture
  }
}

extension PartialDate: CustomStringConvertible {
  /// The date as it was read: `2020`, `2020-06` or `2020-06-30`.
  public var description: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let rest = [month, day].compactMap { $0 }.map { "-" + padded($0, to: 2) }
    return padded(year, to: 4) + rest.joined()
  }
}
