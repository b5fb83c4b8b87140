import Foundation
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

  @Test func `counts in sentences have separators, and what is not shown is said in one way`() {
    #expect(english.count(10_000, "", "weighting") == "10,000 weightings")
    #expect(english.notShown(1) == "1 more is not shown.")
    #expect(english.notShown(1_234) == "1,234 more are not shown.")
    #expect(
      english.notShown(1_234, butInJSON: true)
        == "1,234 more are not shown; see --format json.")
    #expect(chinese.notShown(1_234) == "另有1,234项未列出。")
    #expect(chinese.notShown(3, butInJSON: true) == "另有3项未列出，见 --format json。")
    #expect(
      english.list(Array(repeating: "a", count: 1_500), limit: 1) == "a and 1,499 more")
  }

  @Test(arguments: [
    (Language.chinese, "“—”表示未知；“无”表示按已知企业没有。"),
    (.english, "— means unknown; none means nothing, as far as firms are known."),
  ])
  func `the table of risks tells nothing from unknown`(language: Language, note: String) {
    let page = RiskReport(of: SmallRegion.analysis).page(in: language).markdown()
    #expect(page.components(separatedBy: note).count == 2)
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
