public import Diagnostics
import YAML

/// A file as a tree that keeps its comments, or what keeps it from being one.
public struct TreeDocument: Sendable {
  /// The tree, `nil` where the file cannot be kept faithfully; an empty file gives an empty tree.
  public let tree: FileTree?
  /// Why there is none.
  public let diagnostics: [Diagnostic]

  /// Reads a file.
  ///
  /// Whatever the schema says of its values, every key is kept. O(length).
  public init(_ file: SourceFile) {
    self.init(file, as: YAMLDocument(file))
  }

  /// Reads a file that was read as YAML already.
  init(_ file: SourceFile, as document: YAMLDocument) {
    guard document.tree != nil else {
      tree = nil
      diagnostics = document.diagnostics
      return
    }
    var reader = TreeReader(file.text)
    do throws(YAMLProblem) {
      try YAMLReader.read(file.text) { reader.take($0) }
    } catch {
      tree = nil
      diagnostics = YAMLTree.Obstacle.problem(error).diagnostics(in: file)
      return
    }
    reader.end()
    tree = reader.tree
    diagnostics =
      reader.obstacle.map { reason, mark in
        [.kept(file, for: reason, at: SourceRange(line: mark.line, column: mark.column, length: 1))]
      } ?? []
  }
}
