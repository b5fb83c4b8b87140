import Diagnostics
import Yams

/// Turns the parser's tree and errors into ours.
enum YAMLConverter {
  static func convert(
    _ node: Node?, text: MaskedText, file: SourceFile
  ) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    guard let node else {
      let start = SourceRange(line: 1, column: 1)
      return (YAMLNode(content: .mapping([]), range: start), [])
    }
    var diagnostics: [Diagnostic] = []
    let root = convert(node, text: text, file: file, into: &diagnostics)
    return (diagnostics.isEmpty ? root : nil, diagnostics)
  }

  /// Recursion is bounded: `YAMLGuard` has refused deep nesting.
  private static func convert(
    _ node: Node, text: MaskedText, file: SourceFile, into diagnostics: inout [Diagnostic]
  ) -> YAMLNode {
    switch node {
    case .scalar(let scalar):
      let located = convert(scalar, text: text)
      if scalar.style == .plain, text.isAnchorOrAlias(scalar.string) {
        diagnostics.append(.yamlAlias(in: file, at: located.range))
      }
      return YAMLNode(
        content: .scalar(located.value, isPlain: scalar.style == .plain), range: located.range)
    case .mapping(let mapping):
      var pairs: [YAMLNode.Pair] = []
      pairs.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        let value = convert(value, text: text, file: file, into: &diagnostics)
        let keyNode = convert(key, text: text, file: file, into: &diagnostics)
        if case .scalar(let name, _) = keyNode.content {
          pairs.append(.init(key: Located(value: name, range: keyNode.range), value: value))
        } else {
          diagnostics.append(.complexKey(in: file, at: keyNode.range))
        }
      }
      return YAMLNode(content: .mapping(pairs), range: range(node.mark))
    case .sequence(let sequence):
      let items = sequence.map { convert($0, text: text, file: file, into: &diagnostics) }
      return YAMLNode(content: .sequence(items), range: range(node.mark))
    case .alias:
      diagnostics.append(.yamlAlias(in: file, at: range(node.mark)))
      return YAMLNode(content: .sequence([]), range: range(node.mark))
    }
  }

  private static func convert(_ scalar: Node.Scalar, text: MaskedText) -> Located<String> {
    let value = text.unmasked(scalar.string)
    let length =
      switch scalar.style {
      case .any, .plain: value.unicodeScalars.count
      case .singleQuoted, .doubleQuoted: value.unicodeScalars.count + 2
      case .literal, .folded: 1
      }
    return Located(value: value, range: range(scalar.mark, length: length))
  }

  private static func range(_ mark: Mark?, length: Int = 1) -> SourceRange {
    SourceRange(line: mark?.line ?? 1, column: mark?.column ?? 1, length: length)
  }

  /// The finding for an error that the parser threw.
  static func diagnostic(
    for error: any Error, text: MaskedText, file: SourceFile
  ) -> Diagnostic {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      // An anchor that is masked reads as text and can make the rest of the file invalid.
      if let suspect = text.suspects.first(where: { $0.line <= mark.line }) {
        return .yamlAlias(in: file, at: SourceRange(suspect, to: suspect))
      }
      let note = context.map { context in
        Diagnostic.Note.yamlContext(
          context.text, at: .init(file: file, range: range(context.mark)))
      }
      return .yamlSyntax(problem, in: file, at: range(mark), notes: note.map { [$0] } ?? [])
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let key = keys.first.map(text.unmasked) ?? ""
      return .duplicateKey(key, in: file, at: range(context.mark), first: nil)
    default:
      return .yamlSyntax("the text cannot be read", in: file, at: range(nil), notes: [])
    }
  }
}
