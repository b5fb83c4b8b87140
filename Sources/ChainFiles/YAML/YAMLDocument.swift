import Diagnostics
import Yams

/// A YAML file as a tree, or what keeps it from being one.
///
/// Anchors and aliases are refused, since a few lines of them can stand for billions of values, and
/// so is deep nesting, since the parser is recursive.
struct YAMLDocument {
  /// The tree, `nil` where the text is none; an empty file gives an empty mapping.
  let root: YAMLNode?
  /// What is wrong with the text as YAML.
  ///
  /// Duplicate keys are left in the tree.
  let diagnostics: [Diagnostic]

  init(_ file: SourceFile) {
    if let obstacle = YAMLGuard.obstacle(in: file) {
      root = nil
      diagnostics = [obstacle]
      return
    }
    var text = MaskedText(file.text)
    while true {
      do {
        // The parser must outlive the tree: nodes hold their anchors weakly.
        let parser = try Parser(yaml: text.masked, resolver: .basic, encoding: .utf8)
        let node = try parser.singleRoot()
        (root, diagnostics) = YAMLConverter.convert(node, text: text, file: file)
        return
      } catch YamlError.duplicatedKeysInMapping(_, let context)
        where text.mask(keyAt: context.mark)
      {
        continue
      } catch {
        root = nil
        diagnostics = [YAMLConverter.diagnostic(for: error, text: text, file: file)]
        return
      }
    }
  }
}
