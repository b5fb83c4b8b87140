import ArgumentParser

/// The formats of a document that is a page for people and JSON for programs.
enum PageFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, markdown
}
