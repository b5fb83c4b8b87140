import WebPages

/// The page's templates, style and script, which are built into the command.
enum WebResources {
  static let style = text(PackageResources.report_css)
  static let script = text(PackageResources.report_js)

  /// Markup that passes unescaped: our own style and script, and pictures of Graphviz, which has
  /// escaped their texts.
  private static let rawSlots: Set<String> = ["style", "script", "picture"]

  static func template() throws(PageTemplate.Failure) -> PageTemplate {
    try PageTemplate(
      [
        "page": text(PackageResources.page_mustache),
        "say": text(PackageResources.say_mustache),
        "drawnsay": text(PackageResources.drawnsay_mustache),
        "prose": text(PackageResources.prose_mustache),
        "bullets": text(PackageResources.bullets_mustache),
        "block": text(PackageResources.block_mustache),
        "bars": text(PackageResources.bars_mustache),
        "scatter": text(PackageResources.scatter_mustache),
        "curve": text(PackageResources.curve_mustache),
        "glance": text(PackageResources.glance_mustache),
        "targets": text(PackageResources.targets_mustache),
        "links": text(PackageResources.links_mustache),
        "diagrams": text(PackageResources.diagrams_mustache),
      ], whole: "page", rawSlots: rawSlots)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
