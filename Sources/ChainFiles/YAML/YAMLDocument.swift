import Diagnostics
import YAML

/// A YAML file as a tree, or what keeps it from being one.
///
/// Anchors and aliases are refused, since a few lines of them can stand for billions of values, and
/// so is deep nesting, which no chain file needs.
struct YAMLDocument {
  /// The tree, `nil` where the text is none; an empty file gives an empty mapping.
  let root: YAMLNode?
  /// What is wrong with the text as YAML.
  ///
  /// Duplicate keys are left in the tree.
  let diagnostics: [Diagnostic]

  /// Reads a file.
  ///
  /// O(length).
  init(_ file: SourceFile) {
    if let obstacle = YAMLGuard.obstacle(in: file) {
      root = nil
      diagnostics = [obstacle]
      return
    }
    var builder = YAMLTreeBuilder(file)
    do throws(YAMLProblem) {
      try YAMLReader.read(file.text) { builder.take($0) }
    } catch {
      // An anchor out of place makes the rest invalid; it is told for itself.
      if builder.diagnostics.isEmpty { builder.report(.yamlSyntax(error, in: file)) }
    }
    diagnostics = builder.diagnostics
    root = diagnostics.isEmpty ? builder.root : nil
  }
}
