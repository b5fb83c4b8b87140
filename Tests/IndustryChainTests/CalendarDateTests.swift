import IndustryChain
import Testing

@Test(arguments: ["2021-01-26", "2020-02-29", "2000-02-29", "0001-01-01"])
func `a day that exists is read and written back`(text: String) throws {
  #expect(try #require(CalendarDate(text)).description == text)
}

@Test(arguments: [
  "2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-1-5", "2021-01", "21-01-26",
  "2021-01-26x", "", "２０２１-01-26", "+021-01-26", "2021--1-26",
])
func `a day that does not exist is refused`(text: String) {
  #expect(CalendarDate(text) == nil)
}

@Test(arguments: [
  ("2020", "2020-12-31"), ("2020-02", "2020-02-29"), ("2021-04", "2021-04-30"),
  ("2020-06-30", "2020-06-30"),
])
func `a partial date is sure from its last day`(text: String, latest: String) throws {
  let date = try #require(PartialDate(text))
  #expect(date.latest.description == latest)
  #expect(date.description == text)
}

@Test func `a project has the furthest stage that is sure to have been reached`() throws {
  let project = Project(
    link: nil,
    milestones: [
      .init(stage: .signed, date: PartialDate("2020")),
      .init(stage: .negotiating, date: nil),
      .init(stage: .operating, date: PartialDate("2021-06")),
    ],
    provenance: Provenance(grade: .reported, source: LocalizedText(english: "test")))
  func stage(on day: String) throws -> ProjectStage? {
    project.stage(on: try #require(CalendarDate(day)))
  }
  #expect(try stage(on: "2019-12-31") == .negotiating)
  #expect(try stage(on: "2020-12-30") == .negotiating)
  #expect(try stage(on: "2020-12-31") == .signed)
  #expect(try stage(on: "2021-06-30") == .operating)
}

@Test func `a stage without a date counts from the last dated one before it`() throws {
  func project(_ stages: KeyValuePairs<ProjectStage, String?>) -> Project {
    Project(
      link: nil,
      milestones: stages.map { .init(stage: $0, date: $1.flatMap { PartialDate($0) }) },
      provenance: Provenance(grade: .reported, source: nil))
  }
  func stage(_ project: Project, _ day: String) throws -> ProjectStage? {
    project.stage(on: try #require(CalendarDate(day)))
  }
  let running = project([.signed: "2020-06", .operating: nil])
  #expect(try stage(running, "2019-12-31") == nil)
  #expect(try stage(running, "2020-06-29") == nil)
  #expect(try stage(running, "2020-06-30") == .operating)
  let always = project([.operating: nil])
  #expect(try stage(always, "1999-01-01") == .operating)
  let later = project([.signed: nil, .building: "2021", .closed: nil])
  #expect(try stage(later, "2020-01-01") == .signed)
  #expect(try stage(later, "2021-12-30") == .signed)
  #expect(try stage(later, "2021-12-31") == .closed)
}
