import Diagnostics
import IndustryChain

/// What can be wrong with the workspace's own file.
extension Diagnostic {
  static func unknownRule(_ name: Located<String>, in file: SourceFile) -> Self {
    let nearest = name.value.nearestMatch(among: Rule.allCases.lazy.map(\.rawValue))
    return Self(
      .unknownRule, at: .init(file: file, range: name.range),
      "no rule named \"\(name.value.shortened)\"", "没有名为“\(name.value.shortened)”的检查规则",
      help: nearest.map { .write($0.name) }
        ?? LocalizedText(
          "use an id of Docs/Diagnostics.md", "使用 Docs/Diagnostics.md 里的规则编号"),
      fix: .writing(nearest, for: name, atBest: .certain))
  }

  static func loweredError(_ rule: Rule, in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .loweredError, at: .init(file: file, range: range),
      "`\(rule.rawValue)` keeps the workspace from being used and stays an error",
      "`\(rule.rawValue)` 会使工作区无法使用，只能是错误",
      help: LocalizedText("delete the line, and mend the files instead", "删去这一行，改正相应的文件"))
  }
}
