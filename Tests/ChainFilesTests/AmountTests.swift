import Testing

@testable import ChainFiles

@Suite struct AmountTests {
  @Test(arguments: [
    ("24.2亿元", 2420), ("24.2亿", 2420), ("2401.83万元", 24.0183), ("2401.83万", 24.0183),
    ("3000元", 0.003), ("5百万元", 5), ("3千万元", 30), ("3 million CNY", 3), ("2 billion CNY", 2000),
    ("2401830 CNY", 2.40183), ("3 million", 3), ("1,200", 1200), ("1,234,567.5元", 1.2345675),
    ("３．５亿元", 350), ("0", 0), ("12", 12), ("1e3", 1000), ("1.5亿元人民币", 150),
    ("1e8", 1e8), ("100万亿元", 1e8), ("100000 billion CNY", 1e8),
  ])
  func `money is read as million CNY`(_ text: String, _ million: Double) throws {
    #expect(try Amount.millionCNY(text) == million)
  }

  @Test(arguments: [
    ("-3", AmountFlaw.negative), ("−3亿元", .negative), ("", .number), ("abc", .number),
    ("1,20", .number), ("1.2.3", .number), ("3亿美元", .unit("亿美元")), ("5百", .unit("百")),
    ("nan", .number), ("inf", .number), ("1e999", .tooLarge(bound: .money)),
    ("1e99999999999999999999", .tooLarge(bound: .money)),
    ("1e300", .tooLarge(bound: .money)), ("100000001", .tooLarge(bound: .money)),
    ("101万亿元", .tooLarge(bound: .money)), ("1e-999", .tooSmall),
    ("1e-99999999999999999999", .tooSmall),
    ("3 million USD", .unit("million USD")), (",", .number), (".", .number),
  ])
  func `what is no amount is refused with the reason`(_ text: String, _ flaw: AmountFlaw) {
    #expect(throws: flaw) { try Amount.millionCNY(text) }
  }

  @Test func `numbers of land, people and power are bounded, too`() throws {
    #expect(try Amount.number("1e9") == 1e9)
    for text in ["1000000001", "1e12", "1e999"] {
      #expect(throws: AmountFlaw.tooLarge(bound: .number)) { try Amount.number(text) }
    }
  }
}
