import Diagnostics
import IndustryChain
import YAML

/// What the parser finds wrong with a text.
extension Diagnostic {
  static func yamlSyntax(_ problem: YAMLProblem, in file: SourceFile) -> Self {
    let note = problem.context.map { context in
      Note(
        LocalizedText(
          english: "the problem came up \(context.text)", chinese: "问题出在解析此处内容时"),
        at: .init(file: file, range: SourceRange(context.mark)))
    }
    return .yamlSyntax(
      problem.problem, in: file, at: SourceRange(problem.mark), notes: note.map { [$0] } ?? [])
  }

  static func secondDocument(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .yamlSyntax, at: .init(file: file, range: range),
      "the file holds a second document", "文件中有第二个 YAML 文档",
      help: LocalizedText(
        english: "delete the line `---`, or move what follows into a file of its own",
        chinese: "删除 `---` 这一行，或将其后的内容移到另一个文件"))
  }
}
