import GapAnalysis
import IndustryChain

extension JSONValue {
  /// A document about a region on a day: which format it is in, of when, of where, and its contents.
  static func document(
    schema: String, on day: CalendarDate, about region: Region, _ contents: [String: JSONValue]
  ) -> JSONValue {
    let head: [String: JSONValue] = [
      "schema": .string(schema),
      "date": .string(day.description),
      "region": .object([
        "id": .string(region.id.rawValue),
        "name": region.name.json,
        "code": .optional(region.code),
      ]),
    ]
    return .object(contents.merging(head) { _, own in own })
  }
}

extension Analysis {
  /// A document about the analysis: its format, its day, its region, and its contents.
  func document(schema: String, _ contents: [String: JSONValue]) -> JSONValue {
    .document(schema: schema, on: day, about: region, contents)
  }

  /// The id of a link at a place of the graph.
  func linkJSON(_ link: Int) -> JSONValue { .string(graph.links[link].id.description) }

  /// The ids of links.
  func linksJSON(_ links: [Int]) -> JSONValue { .array(links.map(linkJSON)) }
}
