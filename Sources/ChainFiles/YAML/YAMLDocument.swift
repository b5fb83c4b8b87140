import Diagnostics
import YAML

/// A YAML file as a tree, or what keeps it from being one.
///
/// Anchors and aliases are refused, since a few lines of them can stand for billions of values, and
/// so is deep nesting, which no chain file needs.
struct YAMLDocument {
  /// The outermost value, `nil` where the text is none; an empty file gives an empty map.
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
    do throws(YAMLTree.Obstacle) {
      root = try YAMLTree.reading(file.text).root
      diagnostics = []
    } catch {
      root = nil
      diagnostics = error.diagnostics(in: file)
    }
  }
}
