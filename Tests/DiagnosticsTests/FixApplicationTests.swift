import IndustryChain
import Testing

@testable import Diagnostics

@Suite struct FixApplicationTests {
  private func fix(_ edits: (line: Int, column: Int, length: Int, text: String)...) -> Fix {
    Fix(
      LocalizedText(english: "x", chinese: "改"), .certain,
      edits: edits.map {
        TextEdit(SourceRange(line: $0.line, column: $0.column, length: $0.length), with: $0.text)
      })
  }

  @Test func `edits are applied from the back, whatever their order`() {
    let (text, applied) = "一ab\r\ncd\n".applying([
      fix((2, 1, 2, "zz!")), fix((1, 2, 1, "A"), (1, 3, 1, "")), fix((2, 3, 0, ",")),
    ])
    #expect(text == "一A\r\nzz!,\n")
    #expect(applied == [0, 1, 2])
  }

  @Test func `overlapping fixes and those outside of the text are left out as a whole`() {
    let (text, applied) = "abcdef".applying([
      fix((1, 2, 3, "X")), fix((1, 4, 2, "Y"), (1, 1, 1, "Z")), fix((1, 2, 0, "W")),
      fix((3, 1, 0, "V")), fix((1, 6, 2, "U")), fix(), fix((1, 5, 2, "T")),
    ])
    #expect(text == "aXT")
    #expect(applied == [0, 6])
  }

  @Test func `many fixes are applied in one go`() {
    let text = String(repeating: "ab\n", count: 20_000)
    let fixes = (1...20_000).map { fix(($0, 1, 1, "x")) }
    #expect(text.applying(fixes).text == String(repeating: "xb\n", count: 20_000))
    #expect(text.applying(fixes.reversed()).applied.count == 20_000)
  }

  @Test func `a whole line may go, the last one too`() {
    let line = { (number: Int) in
      Fix(
        LocalizedText(english: "x", chinese: "删"), .certain,
        edits: [
          TextEdit(
            SourceRange(
              SourcePosition(line: number, column: 1),
              to: SourcePosition(line: number + 1, column: 1)), with: "")
        ])
    }
    #expect("a\nb\nc".applying([line(3)]).text == "a\nb\n")
    #expect("a\nb\nc\n".applying([line(2)]).text == "a\nc\n")
    #expect("".applying([]).text == "")
  }
}
