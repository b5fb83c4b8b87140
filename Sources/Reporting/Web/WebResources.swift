import WebPages

/// The page's templates, style and script, which are built into the command.
enum WebResources {
  /// The style sheet: the colours of each theme, then one part after the other.
  static let style = """
    :root { color-scheme: light;
    \(text(PackageResources.light_css))}
    @media screen and (prefers-color-scheme: dark) {
    :root:not(:has(#theme-light:checked)) { color-scheme: dark;
    \(text(PackageResources.dark_css))} }
    @media screen {
    :root:has(#theme-dark:checked) { color-scheme: dark;
    \(text(PackageResources.dark_css))} }

    """
    + [
      PackageResources.page_css, PackageResources.charts_css, PackageResources.list_css,
      PackageResources.diagrams_css, PackageResources.phone_css, PackageResources.print_css,
    ].map(text).joined()

  /// The script: its parts in one scope of their own.
  static let script =
    "(() => {\n\"use strict\";\n"
    + [
      PackageResources.state_js, PackageResources.language_js, PackageResources.list_js,
      PackageResources.selection_js, PackageResources.camera_js, PackageResources.diagrams_js,
      PackageResources.start_js,
    ].map(text).joined() + "})();\n"

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
        "changes": text(PackageResources.changes_mustache),
        "targets": text(PackageResources.targets_mustache),
        "links": text(PackageResources.links_mustache),
        "diagrams": text(PackageResources.diagrams_mustache),
      ], whole: "page", rawSlots: rawSlots)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
