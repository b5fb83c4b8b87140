public import Diagnostics
import IndustryChain
import YAML

extension TreeMerge {
  /// The conflicts as findings, with the places in the two files that the versions were read from.
  ///
  /// O(length of the files + conflicts × keys on the way).
  public func findings(in a: SourceFile, and b: SourceFile) -> [Diagnostic] {
    guard !conflicts.isEmpty else { return [] }
    let documents = [a, b].map { YAMLDocument($0) }
    func range(_ side: Int, _ path: [String]) -> SourceRange? {
      documents[side].withRoot { $0.range(at: path) } ?? nil
    }
    return conflicts.map { conflict in
      .conflict(
        conflict, in: a, at: range(0, conflict.path), and: b, at: range(1, conflict.path))
    }
  }
}

extension Diagnostic {
  /// The finding that two versions of a file say different things.
  fileprivate static func conflict(
    _ conflict: TreeMerge.Conflict, in a: SourceFile, at rangeInA: SourceRange?,
    and b: SourceFile, at rangeInB: SourceRange?
  ) -> Self {
    let path = conflict.path.joined(separator: " → ")
    let (inA, inB) = (conflict.a.words, conflict.b.words)
    return Self(
      id: DiagnosticID("merge-conflict"), severity: .error,
      location: .init(file: a, range: rangeInA),
      message: LocalizedText(
        english: "\"\(path)\" is \(inA.english) here and \(inB.english) in \(b.path)",
        chinese: "“\(path)”此处\(inA.chinese)，“\(b.path)”中\(inB.chinese)"),
      notes: [
        Note(
          LocalizedText(english: "the other version stands here", chinese: "另一版本在此处"),
          at: .init(file: b, range: rangeInB))
      ],
      help: LocalizedText(
        english: "make the two alike, or take one side with `--prefer a` or `--prefer b`",
        chinese: "请统一两处写法，或用“--prefer a”或“--prefer b”取其中一方"))
  }
}

extension TreeValue? {
  /// The value as a message quotes it.
  fileprivate var words: (english: String, chinese: String) {
    switch self {
    case nil: ("removed", "已删除")
    case .blank?: ("blank", "为空白")
    case .scalar(let scalar)?: ("\"\(scalar.text)\"", "为“\(scalar.text)”")
    case .map?: ("a map", "为一组键值")
    case .list(let list)?:
      {
        let items = list.items.map { item in
          if case .scalar(let scalar) = item.value { scalar.text } else { "…" }
        }.joined(separator: ", ")
        return ("[\(items)]", "为 [\(items)]")
      }()
    }
  }
}

extension YAMLNode {
  /// Where the value stands that keys lead to, or as far as they lead; `nil` where not even the
  /// first is there.
  ///
  /// O(keys of the maps on the way).
  fileprivate func range(at path: [String]) -> SourceRange? {
    var node = self
    var range: SourceRange?
    for key in path {
      guard let pair = node.pairs.first(where: { $0.key.value == key }) else { return range }
      node = pair.value
      range = node.isScalar && !node.isBlank ? node.range : pair.key.range
    }
    return range
  }
}
