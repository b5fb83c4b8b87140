import Diagnostics
import IndustryChain
import Testing

@Suite struct TerminalRendererTests {
  private let file = SourceFile(
    path: "Chains/lighter.yaml", text: "chain: lighter\n    锂电池: \telectroplatng: 0.12\n")

  private func diagnostic(
    at range: SourceRange?, message: String = "no link named \"electroplatng\"",
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(
      id: DiagnosticID("unknown-link"), severity: .error,
      location: .init(file: file, range: range), message: LocalizedText(english: message),
      notes: notes,
      help: LocalizedText(english: "write \"electroplating\""))
  }

  @Test func `the caret stands under wide letters and tabs as a terminal shows them`() {
    let text = TerminalRenderer().render([
      diagnostic(at: SourceRange(line: 2, column: 11, length: 13))
    ])
    #expect(
      text == """
        error[unknown-link]: no link named "electroplatng"
         --> Chains/lighter.yaml:2:11
          |
        2 |     锂电池:     electroplatng: 0.12
          |                 ^^^^^^^^^^^^^
          = help: write "electroplating"


        """)
  }

  @Test func `notes show their own place`() {
    let note = Diagnostic.Note(
      LocalizedText(english: "the chain begins here"),
      at: .init(file: file, range: SourceRange(line: 1, column: 8, length: 7)))
    let text = TerminalRenderer().render([
      diagnostic(at: SourceRange(line: 2, column: 5, length: 3), notes: [note])
    ])
    #expect(
      text == """
        error[unknown-link]: no link named "electroplatng"
         --> Chains/lighter.yaml:2:5
          |
        2 |     锂电池:     electroplatng: 0.12
          |     ^^^^^^
          = note: the chain begins here
         --> Chains/lighter.yaml:1:8
          |
        1 | chain: lighter
          |        ^^^^^^^
          = help: write "electroplating"


        """)
  }

  @Test func `what steers a terminal is shown and not sent`() {
    let file = SourceFile(path: "a\u{1B}[31m", text: "x\u{1B}]0;title\u{7}\u{202E}\u{9B}")
    let finding = Diagnostic(
      id: DiagnosticID("x"), severity: .warning,
      location: .init(file: file, range: SourceRange(line: 1, column: 1)),
      message: LocalizedText(english: "\u{1B}[2J\r\nnext"))
    let text = TerminalRenderer().render([finding])
    #expect(text.contains("␛]0;title␇��"))
    #expect(text.contains("warning[x]: ␛[2J␍␊next\n"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `a long line is cut around the caret`() {
    let text = String(repeating: "a", count: 500) + "b" + String(repeating: "c", count: 500)
    let finding = Diagnostic(
      id: DiagnosticID("x"), severity: .error,
      location: .init(
        file: SourceFile(path: "f", text: text), range: SourceRange(line: 1, column: 501, length: 1)
      ),
      message: LocalizedText(english: "m"))
    let lines = TerminalRenderer().render([finding]).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 180 })
    #expect(lines.contains { $0.hasSuffix("^") })
  }

  @Test func `a place beyond the text and a finding without a file are rendered`() {
    let beyond = diagnostic(at: SourceRange(line: 99, column: 99))
    #expect(TerminalRenderer().render([beyond]).contains("Chains/lighter.yaml:99:99"))
    let none = Diagnostic(
      id: DiagnosticID("nothing-to-read"), severity: .error, location: nil,
      message: LocalizedText(english: "no file"))
    #expect(TerminalRenderer().render([none]) == "error[nothing-to-read]: no file\n\n")
  }

  @Test func `a palette dresses the title`() {
    let text = TerminalRenderer(palette: .ansi).render([diagnostic(at: nil)])
    #expect(text.hasPrefix("\u{1B}[1;31merror[unknown-link]\u{1B}[0m"))
  }

  @Test func `the summary counts in words`() {
    let error = diagnostic(at: nil)
    let warning = Diagnostic(
      id: DiagnosticID("x"), severity: .warning, location: nil, message: LocalizedText(english: "m")
    )
    let summary = DiagnosticSummary(of: [error, error, warning], fileCount: 7)
    #expect(summary.description == "2 errors, 1 warning in 7 files")
    #expect(summary.text(in: .chinese) == "7 个文件：2 个错误，1 个警告")
    #expect(DiagnosticSummary(of: [], fileCount: 1).description == "no problems in 1 file")
    let note = Diagnostic(
      id: DiagnosticID("x"), severity: .note, location: nil, message: LocalizedText(english: "m"))
    let notes = DiagnosticSummary(of: [note, note], fileCount: 2)
    #expect(notes.description == "no problems, 2 notes in 2 files")
    #expect(notes.text(in: .chinese) == "2 个文件：没有问题，2 个提示")
    #expect(!notes.hasProblems)
  }

  @Test func `the JSON has fixed keys and escapes what JSON must`() {
    let finding = Diagnostic(
      id: DiagnosticID("x"), severity: .error,
      location: .init(file: file, range: SourceRange(line: 1, column: 2, length: 3)),
      message: LocalizedText(english: "a \"b\"\u{1}"))
    #expect(
      JSONRenderer().render([finding], fileCount: 1) == #"""
        {
          "version": 1,
          "errors": 1,
          "warnings": 0,
          "notes": 0,
          "files": 1,
          "diagnostics": [
            {"id": "x", "severity": "error", "message": "a \"b\"\u0001", "file": "Chains/lighter.yaml", "line": 1, "column": 2, "endLine": 1, "endColumn": 5, "notes": []}
          ]
        }

        """#)
  }
}
