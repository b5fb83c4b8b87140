import IndustryChain
import ArgumentParser
import Reporting

/// The formats of a document that is a page for people and JSON for programs.
enum PageFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, markdown

  /// Writes a document to standard output; only what the format asks for is worked out.
  func write(_ document: some PageDocument, in language: Language) {
    switch self {
    case .table: Console.show(document.page(in: language))
    case .json: Console.write(document.json())
    case .markdown: Console.write(document.page(in: language).markdown())
    }
  }
}

/// The formats of a document that is a table for spreadsheets, too.
enum SheetFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, markdown

  /// Writes a document to standard output; only what the format asks for is worked out.
  func write(_ document: some SheetDocument, in language: Language) {
    switch self {
    case .table: PageFormat.table.write(document, in: language)
    case .csv: Console.write(document.csv())
    case .json: PageFormat.json.write(document, in: language)
    case .markdown: PageFormat.markdown.write(document, in: language)
    }
  }
}
