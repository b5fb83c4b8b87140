import Foundation
import IndustryChain
import Testing

@testable import Diagnostics

@Suite struct MachineFormatTests {
  private let file = SourceFile(path: "Chains/a,b:c %.yaml", text: "chain: x\n")

  private var finding: Diagnostic {
    Diagnostic(
      id: DiagnosticID("unknown-key"), severity: .note,
      location: .init(file: file, range: SourceRange(line: 1, column: 2, length: 3)),
      message: LocalizedText(english: "50% \"off\"\nor not", chinese: "五折"),
      notes: [.init(LocalizedText(english: "here", chinese: "这里"), at: .init(file: file))],
      help: LocalizedText(english: "write: a, b", chinese: "改为：甲"),
      fix: Fix(
        LocalizedText(english: "write `a`", chinese: "改为 `a`"), .certain,
        edits: [TextEdit(SourceRange(line: 1, column: 2, length: 3), with: "a\u{1}")]))
  }

  @Test func `workflow commands escape what would end them`() {
    #expect(
      GitHubRenderer().render([finding])
        == "::notice file=Chains/a%2Cb%3Ac %25.yaml,line=1,col=2,endLine=1,endColumn=5,"
        + "title=unknown-key::50%25 \"off\"%0Aor not%0Awrite: a, b\n")
    #expect(
      GitHubRenderer(language: .chinese).render([finding]).hasSuffix("::五折%0A改为：甲\n"))
    #expect(GitHubRenderer().render([]) == "")
  }

  @Test func `a log of SARIF names rules in both languages and carries fixes`() throws {
    let rule = RuleDescription(
      id: DiagnosticID("unknown-key"), severity: .error,
      summary: LocalizedText(english: "no such key", chinese: "没有这个键"))
    let text = SARIFRenderer(rules: [rule], version: "1").render([finding])
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleIndex"] as? Int == 0)
    #expect(result["level"] as? String == "note")
    #expect(text.contains(#""uri": "Chains/a%2Cb%3Ac%20%25.yaml""#))
    #expect(text.contains(#""shortDescription": {"text": "没有这个键"}"#))
    #expect(text.contains(#""insertedContent": {"text": "a\u0001"}"#))
    #expect(SARIFRenderer(rules: [], version: "1").render([]).contains(#""results": []"#))
  }
}
