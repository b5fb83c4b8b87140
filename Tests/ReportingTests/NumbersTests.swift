import Testing

@testable import Reporting

struct NumbersTests {
  @Test(arguments: [
    (0, "0", "0"), (-0.0, "0", "0"), (1e-9, "0", "0"),
    (2_420, "24.2亿元", "2,420 million CNY"), (100, "1亿元", "100 million CNY"),
    (99.99, "9,999万元", "100 million CNY"), (99.999, "1亿元", "100 million CNY"),
    (0.5, "50万元", "0.5 million CNY"), (0.012345, "1.23万元", "0.0123 million CNY"),
    (1_234_567, "12,346亿元", "1,234,567 million CNY"), (-50, "-5,000万元", "-50 million CNY"),
    (-420, "-4.2亿元", "-420 million CNY"),
    (.nan, "—", "—"), (.infinity, "—", "—"), (-.infinity, "—", "—"),
  ])
  func `money is said in the unit that readers think in`(
    millionCNY: Double, chinese: String, english: String
  ) {
    #expect(Numbers.money(millionCNY, in: .chinese) == chinese)
    #expect(Numbers.money(millionCNY, in: .english) == english)
  }

  @Test(arguments: [
    (0.0, "0%"), (-0.0, "0%"), (1, "100%"), (0.5, "50%"), (0.016, "2%"), (0.01, "1%"),
    (0.0045, "0.45%"), (0.00001, "0.001%"), (12.5, "1,250%"), (.nan, "—%"),
  ])
  func `a small share is not rounded to nothing`(share: Double, text: String) {
    #expect(Numbers.percent(share) == text)
  }

  @Test(arguments: [
    (1_234.5, "1,235"), (123.45, "123"), (12.345, "12.3"), (1.2345, "1.23"), (0.0012345, "0.00123"),
    (999.5, "1,000"), (100_000, "100,000"), (-1.5, "-1.5"), (0, "0"), (.nan, "—"), (3, "3"),
  ])
  func `significant digits never drop whole ones`(value: Double, text: String) {
    #expect(Numbers.significant(value) == text)
  }

  @Test(arguments: [
    (0.3333333, 3, "0.333"), (2, 3, "2"), (-0.0001, 3, "0"), (1_000_000.5, 1, "1,000,000.5"),
    (0.25, 1, "0.3"), (.infinity, 2, "—"), (9.9999, 2, "10"),
  ])
  func `decimals drop zeros, group thousands and have no negative zero`(
    value: Double, places: Int, text: String
  ) {
    #expect(Numbers.decimal(value, places: places) == text)
  }

  @Test func `what programs read is neither grouped nor negative zero`() {
    #expect(Numbers.plain(1_234_567.5) == "1234567.5")
    #expect(Numbers.plain(0.1 + 0.2) == "0.3")
    #expect(Numbers.rounded(-1e-9).sign == .plus)
    #expect(Numbers.rounded(1.0000004) == 1)
  }
}
