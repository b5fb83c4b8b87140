import ArgumentParser
import Reporting

/// The formats of a document that is a page for people and JSON for programs.
enum PageFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, markdown

  /// Writes a document to standard output; only what the format asks for is worked out.
  func write(_ page: @autoclosure () -> Page, json: @autoclosure () -> String) {
    switch self {
    case .table: Console.show(page())
    case .json: Console.write(json())
    case .markdown: Console.write(page().markdown())
    }
  }
}
