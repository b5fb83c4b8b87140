import IndustryChain
import Testing

private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

@Suite struct CalendarDateDaysTests {
  @Test func `days are counted one by one through leap years and centuries`() throws {
    var number = try day("1896-01-01").dayNumber
    for year in 1896...2004 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          #expect(date.dayNumber == number)
          number += 1
        }
      }
    }
    #expect(try day("0001-01-01").dayNumber == 0)
    #expect(try day("2021-01-26").dayCount(since: day("2020-01-26")) == 366)
    #expect(try day("2020-01-26").dayCount(since: day("2021-01-26")) == -366)
  }

  @Test func `months end where the calendar says`() throws {
    #expect(try day("2020-02-11").monthEnd == day("2020-02-29"))
    #expect(try day("2020-11-30").monthEnd(monthsLater: 3) == day("2021-02-28"))
    #expect(try day("2020-01-01").monthEnd(monthsLater: -1) == day("2019-12-31"))
    #expect(try day("0001-01-31").monthEnd(monthsLater: -1) == nil)
    #expect(try day("9999-12-31").monthEnd(monthsLater: 1) == nil)
  }

  @Test func `a year before a leap day is the day before March`() throws {
    #expect(try day("2021-01-26").yearBefore == day("2020-01-26"))
    #expect(try day("2020-02-29").yearBefore == day("2019-02-28"))
    #expect(try day("0001-05-05").yearBefore == nil)
  }

  @Test(arguments: [
    ("2020", "2020-01-01"), ("2020-02", "2020-02-01"), ("2020-06-30", "2020-06-30"),
  ])
  func `a partial date begins where it can begin`(text: String, first: String) throws {
    #expect(try #require(PartialDate(text)).earliest == day(first))
  }
}
