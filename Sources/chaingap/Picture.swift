import Graphviz

/// Draws diagrams, telling the user what a picture lacks.
enum Picture {
  /// The bytes of a drawing.
  ///
  /// - Throws: `Failure` where Graphviz cannot draw it.
  static func draw(_ diagram: Digraph, as format: RenderFormat) throws -> [UInt8] {
    do {
      let rendering = try GraphvizRenderer().render(diagram, as: format)
      for warning in rendering.warnings { Console.error("warning: Graphviz: \(warning.text)") }
      return rendering.bytes
    } catch {
      throw Failure(
        "cannot draw \"\(diagram.name)\": \(error)",
        help: "draw one chain, or --focus on a link; --format dot works at any size")
    }
  }

  /// Tells once where Chinese names cannot be measured, so that they will overflow their boxes.
  static func warnAboutFonts() {
    guard FontCoverage.ofLanguage("zh-cn") == .missing else { return }
    Console.error(
      """
      warning: no font here has Chinese characters, so names will not fit their boxes
        = help: install one: sudo apt-get install fonts-noto-cjk
      """)
  }
}
