public import Diagnostics
import IndustryChain

extension TableMerge {
  /// The conflicts as findings, with the cells of both versions.
  ///
  /// O(conflicts).
  public var findings: [Diagnostic] { conflicts.map(finding) }

  private func finding(_ conflict: Conflict) -> Diagnostic {
    let (inA, inB) = (Self.words(conflict.a), Self.words(conflict.b))
    let place = [conflict.row, conflict.column].compactMap { $0 }.joined(separator: " → ")
    let other = files.b.path
    return Diagnostic(
      id: DiagnosticID("merge-conflict"), severity: .error,
      location: .init(file: files.a, range: conflict.a?.range),
      message: LocalizedText(
        english: "\"\(place)\" is \(inA.english) here and \(inB.english) in \(other)",
        chinese: "“\(place)”此处\(inA.chinese)，“\(other)”中\(inB.chinese)"),
      notes: [
        .init(
          LocalizedText(english: "the other version stands here", chinese: "另一版本在此处"),
          at: .init(file: files.b, range: conflict.b?.range))
      ],
      help: LocalizedText(
        english: "make the two alike, or take one side with `--prefer a` or `--prefer b`",
        chinese: "请统一两处写法，或用“--prefer a”或“--prefer b”取其中一方"))
  }

  /// A cell as a message quotes it.
  private static func words(_ cell: Located<String>?) -> (english: String, chinese: String) {
    guard let cell else { return ("removed", "已删除") }
    return cell.value.isEmpty
      ? ("blank", "为空白") : ("\"\(cell.value.shortened)\"", "为“\(cell.value.shortened)”")
  }
}
