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
    var text = file.text
    (tree, diagnostics) = text.withUTF8 { bytes -> (FileTree?, [Diagnostic]) in
      var reader = TreeReader(bytes)
      do throws(YAMLProblem) {
        try YAMLReader.read(file.text) { reader.take($0) }
      } catch {
        return (nil, YAMLTree.Obstacle.problem(error).diagnostics(in: file))
      }
      reader.end()
      guard let (reason, mark) = reader.obstacle else { return (reader.tree, []) }
      let place = SourceRange(line: mark.line, column: mark.column, length: 1)
      return (nil, [.kept(file, for: reason, at: place)])
    }
  }
}
