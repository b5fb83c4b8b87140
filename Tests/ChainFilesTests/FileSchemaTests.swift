import Diagnostics
import Foundation
import Testing
import YAML

@testable import ChainFiles

@Suite struct FileSchemaTests {
  @Test(arguments: FileSchema.allCases)
  func `the published schema is the one of the loader's keys`(schema: FileSchema) throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Docs/schema/\(schema.rawValue).schema.json")
    let published = try String(contentsOf: page, encoding: .utf8)
    #expect(
      published == schema.jsonSchema, "write it anew with: chaingap schema --output Docs/schema")
  }

  @Test(arguments: FileSchema.allCases)
  func `the schema is JSON and refers to definitions that are there`(schema: FileSchema) throws {
    let json = try JSONSerialization.jsonObject(with: Data(schema.jsonSchema.utf8))
    let root = try #require(json as? [String: Any])
    let definitions = try #require(root["definitions"] as? [String: Any])
    let references = schema.jsonSchema.split(separator: "#/definitions/").dropFirst()
      .compactMap { $0.split(separator: "\"").first.map(String.init) }
    #expect(Set(references) == Set(definitions.keys))
  }

  /// The keys of an object and of all objects in it.
  private func keys(of schema: ObjectSchema) -> [KeySchema] {
    schema.keys
      + schema.keys.flatMap { key in
        var type = key.type
        if case .table(let entry) = type { type = entry }
        if case .object(let inner) = type { return keys(of: inner) }
        return []
      }
  }

  @Test(arguments: FileSchema.allCases)
  func `every example is read by the loader as its key wants it`(schema: FileSchema) {
    let examples = keys(of: schema.keys).filter { $0.example != nil }
    #expect(!examples.isEmpty)
    for key in examples {
      let example = key.example ?? ""
      let file = SourceFile(path: "x.yaml", text: example)
      let document = YAMLDocument(file)
      #expect(document.diagnostics.isEmpty, "\(example)")
      #expect(document.withRoot { $0.pairs.map(\.key.value) } == [key.key], "\(example)")
    }
  }
}
