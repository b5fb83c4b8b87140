import WebPages

/// The project book's templates and style, which are built into the command.
enum BookResources {
  static let style = text(PackageResources.book_css)

  /// Markup that passes unescaped: our own style, and pictures of Graphviz, which has escaped their
  /// texts.
  private static let rawSlots: Set<String> = ["style", "picture"]

  static func template() throws(PageTemplate.Failure) -> PageTemplate {
    try PageTemplate(
      [
        "book": text(PackageResources.book_mustache),
        "project": text(PackageResources.project_mustache),
      ], whole: "book", rawSlots: rawSlots)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
