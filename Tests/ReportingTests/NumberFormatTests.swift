import IndustryChain
import Testing

@testable import Reporting

@Suite struct NumberFormatTests {
  private let chinese = Wording(.chinese)
  private let english = Wording(.english)

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1e-12, "0"), (-1e-12, "0"), (1, "1"), (-3, "-3"), (0.012345, "0.0123"),
    (2.5, "2.5"), (99.95, "100"), (999.5, "1000"), (12345, "12300"), (0.1 + 0.2, "0.3"),
    (1e15, "1000000000000000"), (-0.0567, "-0.0567"), (1234567890123, "1230000000000"),
  ])
  func `digits have no exponent, no trailing zeros and no negative zero`(
    value: Double, digits: String
  ) {
    #expect(NumberFormat.digits(value, significant: 3) == digits)
  }

  @Test func `what is no number has no digits`() {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(NumberFormat.digits(value, significant: 3) == nil)
      #expect(chinese.money(value) == "—")
      #expect(english.percent(value) == "—")
    }
  }

  @Test(arguments: [
    (320, "3.2亿元", "320 million CNY"), (24, "2,400万元", "24 million CNY"),
    (99.996, "1亿元", "100 million CNY"), (0, "0元", "0 CNY"), (24.0183, "2,400万元", "24 million CNY"),
    (0.05, "5万元", "0.05 million CNY"), (12_300, "123亿元", "12,300 million CNY"),
    (2_000_000, "2万亿元", "2,000,000 million CNY"), (-320, "-3.2亿元", "-320 million CNY"),
  ])
  func `money takes the unit that an officer would say`(
    millionCNY: Double, inChinese: String, inEnglish: String
  ) {
    #expect(chinese.money(millionCNY) == inChinese)
    #expect(english.money(millionCNY) == inEnglish)
  }

  @Test(arguments: [
    (0, "0%"), (0.234, "23%"), (1, "100%"), (0.996, "99.6%"), (0.0041, "0.41%"), (-0.0, "0%"),
  ])
  func `nearly all is not written as all`(ratio: Double, text: String) {
    #expect(english.percent(ratio) == text)
  }

  @Test(arguments: [
    ("1", "1"), ("1234", "1,234"), ("-1234567.5", "-1,234,567.5"), ("-123", "-123"),
  ])
  func `thousands are grouped`(digits: String, grouped: String) {
    #expect(NumberFormat.grouped(digits) == grouped)
  }

  @Test func `a blank is never a zero`() {
    #expect(Cell.money(nil as Figure?).prose(in: chinese).plainText == "—")
    #expect(Cell.money(nil as Figure?).json == .null)
    #expect(Cell.money(nil as Figure?).field == .blank)
  }

  @Test func `dates say no more than is known`() throws {
    let month = try #require(PartialDate("2020-06"))
    #expect(chinese.date(month) == "2020年6月")
    #expect(english.date(month) == "2020-06")
  }
}
