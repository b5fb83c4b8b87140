import Foundation
import GapAnalysis
import IndustryChain
import Reporting
import Testing

/// JSON as it was read, for looking into.
private indirect enum JSON: Decodable, Equatable {
  case null, bool(Bool), number(Double), string(String), array([JSON]), object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  var strings: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let items): items.flatMap(\.strings)
    default: []
    }
  }

  var typeNames: Set<String> {
    switch self {
    case .null: ["null"]
    case .bool: ["boolean"]
    case .number(let value): value == value.rounded() ? ["number", "integer"] : ["number"]
    case .string: ["string"]
    case .array: ["array"]
    case .object: ["object"]
    }
  }
}

/// As much of JSON Schema 2020-12 as the schema uses; remembers which properties it met.
private struct Validator {
  let root: JSON
  var flaws: [String] = []
  var met: Set<String> = []

  mutating func check(_ value: JSON, _ schema: JSON, at path: String, named name: String) {
    if case .string(let reference)? = schema["$ref"] {
      let key = String(reference.dropFirst("#/$defs/".count))
      guard let target = root["$defs"]?[key] else { return flaws.append("\(path): \(reference)") }
      return check(value, target, at: path, named: key)
    }
    if case .array(let choices)? = schema["anyOf"] {
      let trials = choices.map { choice in
        var trial = Validator(root: root)
        trial.check(value, choice, at: path, named: name)
        return trial
      }
      guard let fit = trials.first(where: \.flaws.isEmpty) else {
        return flaws.append("\(path): fits no choice")
      }
      met.formUnion(fit.met)
    }
    if let types = schema["type"]?.strings, value.typeNames.isDisjoint(with: types) {
      flaws.append("\(path): \(value) is no \(types)")
    }
    if case .array(let values)? = schema["enum"], !values.contains(value) {
      flaws.append("\(path): \(value) is not among \(values)")
    }
    if let constant = schema["const"], constant != value { flaws.append("\(path): \(value)") }
    if case .number(let number) = value {
      if case .number(let least)? = schema["minimum"], number < least {
        flaws.append("\(path): low")
      }
      if case .number(let most)? = schema["maximum"], number > most {
        flaws.append("\(path): high")
      }
    }
    if case .array(let items) = value, let inner = schema["items"] {
      for item in items { check(item, inner, at: path + "[]", named: name + "[]") }
    }
    guard case .object(let members) = value, case .object(let known)? = schema["properties"] else {
      return
    }
    #expect(Set(schema["required"]?.strings ?? []) == Set(known.keys), "\(path)")
    for key in Set(known.keys).subtracting(members.keys) { flaws.append("\(path): lacks \(key)") }
    for (key, member) in members {
      guard let inner = known[key] else {
        flaws.append("\(path): unknown key \(key)")
        continue
      }
      met.insert(name + "." + key)
      check(member, inner, at: path + "." + key, named: name + "." + key)
    }
  }

  /// The names of all properties under a part of the schema.
  static func properties(of schema: JSON, named name: String) -> Set<String> {
    var names: Set<String> = []
    if case .object(let known)? = schema["properties"] {
      for (key, inner) in known {
        names.insert(name + "." + key)
        names.formUnion(properties(of: inner, named: name + "." + key))
      }
    }
    if let items = schema["items"] { names.formUnion(properties(of: items, named: name + "[]")) }
    return names
  }
}

/// A JSON document that a schema in Docs/schema describes.
private struct SchemaCase: Sendable, CustomTestStringConvertible {
  let name: String
  let version: String
  /// Documents that together meet every key.
  let texts: [String]

  /// Whether its head names a region and a day.
  let isAboutOneRegion: Bool

  init(_ name: String, version: String, isAboutOneRegion: Bool = true, _ texts: String...) {
    self.name = name
    self.version = version
    self.isAboutOneRegion = isAboutOneRegion
    self.texts = texts
  }

  var testDescription: String { name }

  func schema() throws -> JSON {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Docs/schema/\(name).schema.json")
    return try JSONDecoder().decode(JSON.self, from: Data(contentsOf: file))
  }

  static let all = [
    SchemaCase(
      "targets", version: TargetList.jsonSchema,
      TargetList(of: SmallRegion.analysis, robustness: SmallRegion.robustness).json()),
    SchemaCase(
      "risk", version: RiskReport.jsonSchema, RiskReport(of: SmallRegion.analysis).json()),
    SchemaCase(
      "graph", version: GraphExport.jsonSchema, GraphExport(of: SmallRegion.analysis).json()),
    SchemaCase("what-if", version: ScenarioReport.jsonSchema, SmallRegion.whatIf.json()),
    SchemaCase(
      "compare", version: ComparisonTable.jsonSchema, ComparisonTableTests.table().json()),
    // Nobody has said how much land these plants take.
    SchemaCase(
      "portfolio", version: PortfolioPage.jsonSchema, portfolio([.count: 2]),
      portfolio([.count: 2, .land: 10])),
    SchemaCase(
      "roadmap", version: RoadmapPage.jsonSchema,
      RoadmapPage(
        of: Portfolio(of: pool, within: RecruitmentLimits([.count: 2])), in: SmallRegion.analysis
      ).json()),
    SchemaCase(
      "timeline", version: TimelinePage.jsonSchema,
      TimelinePage(
        of: Timeline(
          of: history.region, over: history.graph,
          on: Timeline.days(in: history.region, to: history.day))
      ).json()),
    SchemaCase("backtest", version: BacktestPage.jsonSchema, backtest),
    SchemaCase(
      "diff", version: ChangeReport.jsonSchema, isAboutOneRegion: false,
      ChangeExamples.every.json(),
      ChangeExamples.none.json()),
  ]

  private static let history = SmallRegion.analysisWithHistory

  /// A backtest in which somebody also signs for a link that was no candidate.
  private static let backtest: String = {
    var region = history.region
    region.firms.append(
      SmallRegion.firm(
        "late", LocalizedText(english: "Late"), in: SmallRegion.id("metal", "part"), .signed,
        on: "2020-10", location: "firms.csv:9"))
    let first = CalendarDate("2020-01-26") ?? .distantFuture
    return BacktestPage(
      of: Backtest(
        of: region, in: Workspace(chains: SmallRegion.chains), from: first, to: region.date)
    ).json()
  }()

  private static let pool = RecruitmentPool(of: SmallRegion.analysis)

  private static func portfolio(_ amounts: [LimitKind: Double]) -> String {
    PortfolioPage(
      of: Portfolio(of: pool, within: RecruitmentLimits(amounts)), in: SmallRegion.analysis
    ).json()
  }
}

@Suite struct SchemaTests {
  @Test(arguments: SchemaCase.all)
  private func `the JSON and its schema name the same keys, types and words`(
    document: SchemaCase
  ) throws {
    let schema = try document.schema()
    var validator = Validator(root: schema)
    for text in document.texts {
      let json = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
      validator.check(json, schema, at: "$", named: "$")
    }
    #expect(validator.flaws == [])

    var described = Validator.properties(of: schema, named: "$")
    if case .object(let definitions)? = schema["$defs"] {
      for (key, definition) in definitions {
        described.formUnion(Validator.properties(of: definition, named: key))
      }
    }
    #expect(
      described.subtracting(validator.met) == [], "the schema describes what is never written")
  }

  @Test(arguments: SchemaCase.all)
  private func `the version stands in the schema and in the document`(
    document: SchemaCase
  ) throws {
    #expect(try document.schema()["properties"]?["schema"]?["const"] == .string(document.version))
  }

  @Test(arguments: SchemaCase.all)
  private func `every document begins with its schema, its day and its region`(
    document: SchemaCase
  ) throws {
    #expect(document.version.hasPrefix("chaingap.\(document.name)/"))
    for text in document.texts {
      let json = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
      #expect(json["schema"] == .string(document.version))
      guard document.isAboutOneRegion else { continue }
      guard case .string(let date)? = json["date"] else {
        Issue.record("no date")
        continue
      }
      #expect(CalendarDate(date) != nil)
      guard case .object(let region)? = json["region"] else {
        Issue.record("no region")
        continue
      }
      #expect(Set(region.keys) == ["id", "name", "code"])
      #expect(region["name"]?["en"] != nil && region["name"]?["zh"] != nil)
    }
  }

  @Test(arguments: SchemaCase.all)
  private func `keys are sorted and the text ends its line`(document: SchemaCase) {
    for text in document.texts {
      #expect(text.hasSuffix("}\n"))
      let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
        .compactMap { $0.split(separator: "\"").dropFirst().first }
      #expect(keys == keys.sorted())
    }
  }
}
