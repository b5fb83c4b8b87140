import Diagnostics
import IndustryChain
import YAML

extension YAMLTree.Obstacle {
  /// What keeps a file from being read, as findings.
  func diagnostics(in file: SourceFile) -> [Diagnostic] {
    switch self {
    case .problem(let problem):
      let note = problem.context.map { context in
        Diagnostic.Note(
          LocalizedText(
            "the problem came up \(context.text)", "问题出现在解析此处开始的内容时"),
          at: .init(file: file, range: SourceRange(context.mark)))
      }
      let complaint = Diagnostic.yamlSyntax(
        problem.problem, in: file, at: SourceRange(problem.mark), notes: note.map { [$0] } ?? [])
      let slips = FullWidthSlip.first(
        in: LineTable(file.text), around: problem.mark.line, since: problem.context?.mark.line,
        inBraces: problem.context?.text.contains("flow") == true)
      let colon = MissingColon.slip(
        after: problem.problem, at: problem.mark, since: problem.context?.mark,
        in: LineTable(file.text))
      return [
        .fullWidthSigns(slips, in: file, insteadOf: complaint)
          ?? colon.map { .missingColon($0, in: file) } ?? complaint
      ]
    case .aliases(let places): return places.map { .yamlAlias(in: file, at: SourceRange($0)) }
    case .complexKeys(let places):
      return places.map { .complexKey(in: file, at: SourceRange($0.start)) }
    case .tooDeep(let place):
      return [.yamlTooDeep(in: file, at: SourceRange(place.start).start)]
    case .secondDocument(let place): return [.secondDocument(in: file, at: SourceRange(place))]
    case .tooManyValues(let place, let most):
      return [.tooManyValues(most, in: file, at: SourceRange(place.start))]
    }
  }
}

extension Diagnostic {
  fileprivate static func secondDocument(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .yamlSyntax, at: .init(file: file, range: range),
      "the file holds a second document", "文件里有第二个文档",
      help: LocalizedText(
        "delete the line `---`, or move what follows into a file of its own",
        "删除 `---` 这一行，或把其后的内容移到另一个文件"))
  }
}

extension Diagnostic {
  fileprivate static func tooManyValues(
    _ most: Int, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .yamlSyntax, at: .init(file: file, range: range),
      "a file of this length may hold \(most) values; here is one more",
      "这样长的文件最多可有 \(most) 个值，从这里起超出",
      help: LocalizedText(
        "look whether it is the right file, or write it as several", "看看是不是选错了文件，或拆成几个文件"))
  }
}

extension SourceRange {
  fileprivate init(_ place: YAMLTree.Place) {
    self.init(
      SourcePosition(line: place.start.line, column: place.start.column),
      to: SourcePosition(line: place.end.line, column: place.end.column))
  }

  /// The first character at a place.
  fileprivate init(_ mark: YAMLMark) {
    self.init(line: mark.line, column: mark.column, length: 1)
  }
}
