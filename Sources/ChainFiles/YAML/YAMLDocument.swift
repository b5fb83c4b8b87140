import Diagnostics
import YAML

/// A YAML file as a tree, or what keeps it from being one.
///
/// Anchors and aliases are refused, since a few lines of them can stand for billions of values, and
/// so is deep nesting, which no chain file needs.
struct YAMLDocument {
  /// Its values, `nil` where the text is none; an empty file gives an empty map.
  let tree: YAMLTree?
  /// What is wrong with the text as YAML.
  ///
  /// Duplicate keys are left in the tree.
  let diagnostics: [Diagnostic]

  /// Reads a file.
  ///
  /// O(length).
  init(_ file: SourceFile) {
    if let obstacle = YAMLGuard.obstacle(in: file) {
      tree = nil
      diagnostics = [obstacle]
      return
    }
    do throws(YAMLTree.Obstacle) {
      tree = try YAMLTree.reading(file.text)
      diagnostics = []
    } catch {
      tree = nil
      diagnostics = error.diagnostics(in: file)
    }
  }

  /// Hands the outermost value to a function, which it must not leave; `nil` where the text is none.
  func withRoot<Result>(_ body: (YAMLNode) -> Result) -> Result? { tree?.withRoot(body) }
}
