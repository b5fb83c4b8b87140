import GapAnalysis
import IndustryChain

extension Analysis {
  /// Which region a document is about: id, name, code.
  var regionJSON: JSONValue {
    .object([
      "id": .string(region.id.rawValue),
      "name": region.name.json,
      "code": .optional(region.code),
    ])
  }

  /// The id of a link at a place of the graph.
  func linkJSON(_ link: Int) -> JSONValue { .string(graph.links[link].id.description) }

  /// The ids of links.
  func linksJSON(_ links: [Int]) -> JSONValue { .array(links.map(linkJSON)) }
}
