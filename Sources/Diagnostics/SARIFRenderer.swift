public import IndustryChain

/// Writes findings as a log of SARIF 2.1.0, which editors and code hosts read.
///
/// The rules stand in the chosen language, and in the other one as a translation. Columns count
/// code points, as our own do. A rule's help names its entry in the documentation; SARIF's help URI
/// would have to be absolute.
public struct SARIFRenderer: Sendable {
  /// The language of messages.
  public let language: Language
  /// Every rule that findings may name.
  public let rules: [RuleDescription]
  /// The version of the tool.
  public let version: String

  /// A renderer for the findings of a tool with some rules.
  public init(rules: [RuleDescription], version: String, language: Language = .english) {
    self.rules = rules
    self.version = version
    self.language = language
  }

  /// Writes findings in the order given; none give a log without results.
  ///
  /// O(findings + rules).
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var indexes: [DiagnosticID: Int] = [:]
    for (index, rule) in rules.enumerated() { indexes[rule.id] = index }
    let results = diagnostics.map { "\n        " + result($0, ruleIndex: indexes[$0.id]).text }
    let translations = Language.allCases.filter { $0 != language }.map { other in
      component(in: other, extra: []).text
    }
    return """
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
          {
            "tool": {"driver": \(component(in: language, extra: [("version", .text(version))]).text)},
            "translations": [\(translations.joined(separator: ", "))],
            "language": \(JSONText.quoted(language.rawValue)),
            "columnKind": "unicodeCodePoints",
            "results": [\(results.joined(separator: ","))\(results.isEmpty ? "" : "\n      ")]
          }
        ]
      }

      """
  }

  private func component(in language: Language, extra: [JSONText.Pair]) -> JSONText {
    .object(
      [("name", .text("chaingap"))] + extra + [
        ("language", .text(language.rawValue)),
        (
          "rules",
          .list(
            rules.map { rule in
              let entry = "Docs/Diagnostics.md#\(rule.id)"
              return .object([
                ("id", .text(rule.id.rawValue)),
                ("shortDescription", message(language.text(rule.summary))),
                (
                  "help",
                  .object([
                    ("text", .text(entry)), ("markdown", .text("[\(rule.id)](\(entry))")),
                  ])
                ),
                ("defaultConfiguration", .object([("level", .text(rule.severity.rawValue))])),
              ])
            })
        ),
      ])
  }

  private func result(_ diagnostic: Diagnostic, ruleIndex: Int?) -> JSONText {
    var text = language.text(diagnostic.message)
    if let help = diagnostic.help { text += "\n" + language.text(help) }
    var pairs: [JSONText.Pair] = [("ruleId", .text(diagnostic.id.rawValue))]
    if let ruleIndex { pairs.append(("ruleIndex", .number(ruleIndex))) }
    pairs.append(("level", .text(diagnostic.severity.rawValue)))
    pairs.append(("message", message(text)))
    if let location = diagnostic.location {
      pairs.append(
        ("locations", .list([.object([("physicalLocation", physical(location))])])))
    }
    let related = diagnostic.notes.compactMap { note in
      note.location.map { location in
        JSONText.object([
          ("physicalLocation", physical(location)),
          ("message", message(language.text(note.message))),
        ])
      }
    }
    if !related.isEmpty { pairs.append(("relatedLocations", .list(related))) }
    if let fix = diagnostic.fix, let file = diagnostic.location?.file {
      pairs.append(("fixes", .list([object(fix, in: file)])))
    }
    return .object(pairs)
  }

  private func object(_ fix: Fix, in file: SourceFile) -> JSONText {
    let replacements = fix.edits.map { edit in
      JSONText.object([
        ("deletedRegion", region(edit.range)),
        ("insertedContent", message(edit.replacement)),
      ])
    }
    return .object([
      ("description", message(language.text(fix.title))),
      (
        "artifactChanges",
        .list([
          .object([
            ("artifactLocation", artifact(file)), ("replacements", .list(replacements)),
          ])
        ])
      ),
    ])
  }

  private func message(_ text: String) -> JSONText { .object([("text", .text(text))]) }

  private func physical(_ location: Diagnostic.Location) -> JSONText {
    .object(
      [("artifactLocation", artifact(location.file))]
        + (location.range.map { [("region", region($0))] } ?? []))
  }

  private func region(_ range: SourceRange) -> JSONText {
    .object([
      ("startLine", .number(range.start.line)), ("startColumn", .number(range.start.column)),
      ("endLine", .number(range.end.line)), ("endColumn", .number(range.end.column)),
    ])
  }

  /// A relative path stays relative; everything but letters, digits and a few signs is escaped.
  private func artifact(_ file: SourceFile) -> JSONText {
    var uri = file.path.hasPrefix("/") ? "file://" : ""
    for byte in file.path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + String(repeating: "0", count: 2 - digits.count) + digits
      }
    }
    return .object([("uri", .text(uri))])
  }
}
