public import IndustryChain

/// What a command answers: a page for people in either language, and JSON for programs.
public protocol PageDocument: Sendable {
  /// The name and version of the JSON format; `Docs/schema/` describes each.
  static var jsonSchema: String { get }

  /// The page in a language, for a terminal or as Markdown.
  func page(in language: Language) -> Page

  /// The whole answer as JSON, the same in each language: keys sorted, units in their names, null
  /// for what is unknown.
  func json() -> String
}

/// A document that is a table for spreadsheets, too.
public protocol SheetDocument: PageDocument {
  /// Comma-separated values for Excel, words in both languages.
  func csv() -> String
}
