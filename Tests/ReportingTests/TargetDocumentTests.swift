import Foundation
import GapAnalysis
import Reporting
import Testing

struct TargetDocumentTests {
  private static func schema() throws -> JSONValue {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Docs/schema/targets.schema.json")
    return try JSONValue(parsing: String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  /// Worlds that between them hold every key, and lack every key that can be left out.
  private static var worlds: [MadeUpWorld] {
    MadeUpWorld.Naming.allCases.map { MadeUpWorld($0) } + [MadeUpWorld().deserted()]
  }

  @Test func `the schema describes every document, key by key and type by type`() throws {
    var schema = JSONSchema(try Self.schema())
    for world in Self.worlds {
      schema.check(try JSONValue(parsing: try TargetList(of: world.analysed()).json()))
    }
    #expect(schema.faults.isEmpty, "\(schema.faults.prefix(20).joined(separator: "\n"))")
  }

  @Test func `the schema names no key that is never written, and requires what always is`() throws {
    var schema = JSONSchema(try Self.schema())
    for world in Self.worlds {
      schema.check(try JSONValue(parsing: try TargetList(of: world.analysed()).json()))
    }
    for (name, described) in schema.describedObjects {
      let written = schema.seen[name] ?? []
      let ever = written.reduce(into: Set<String>()) { $0.formUnion($1) }
      let always = written.reduce(ever) { $0.intersection($1) }
      #expect(Set(described["properties"]?.members.keys ?? [:].keys) == ever, "\(name)")
      #expect(
        Set((described["required"]?.elements ?? []).compactMap(\.text)) == always, "\(name)")
    }
  }

  @Test func `a document says which region, which day and which version it is of`() throws {
    let document = try JSONValue(parsing: try TargetList(of: MadeUpWorld().analysed()).json())
    #expect(document["schema"] == .string("chaingap.targets/1"))
    #expect(document["asOf"] == .string("2021-06-30"))
    #expect(document["region"]?["id"] == .string("vale"))
  }

  @Test func `hostile names survive JSON as they are`() throws {
    let document = try JSONValue(parsing: try TargetList(of: MadeUpWorld().analysed()).json())
    let commitment = document["bringToProduction"]?.elements.first?["commitments"]?.elements.first
    #expect(commitment?["name"]?["en"] == .string("\u{1B}[1mBath & Co"))
  }

  @Test func `a filter takes rows away and leaves their ranks`() throws {
    let analysis = MadeUpWorld().analysed()
    let filter = TargetList.Filter(kinds: [.strengthen], limit: 1)
    let document = try JSONValue(parsing: try TargetList(of: analysis, filter: filter).json())
    let targets = document["targets"]?.elements ?? []
    #expect(targets.map { $0["link"] } == [.string("metal/light-alloy")])
    #expect(targets.first?["rank"] == .number(2))
  }
}
