import IndustryChain
import Testing

@testable import Reporting

@Suite struct EscapingTests {
  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}1", "\t=1",
    "\r=1",
    "\n=1", "a;=1",
  ])
  func `no text in a cell can begin a formula`(text: String) {
    let safe = CSVText.disarmed(text)
    #expect(safe.hasPrefix("'") || safe == "a;'=1")
  }

  @Test func `numbers stay numbers, blanks stay blank, quotes are doubled`() {
    let file = CSVText.file([[.number(-3.5), .blank, .text("a\"b,c"), .text("plain")]])
    #expect(file == "\u{FEFF}-3.5,,\"a\"\"b,c\",plain\r\n")
  }

  @Test func `no field of the list begins with a sign of a formula`() {
    let file = TargetList(of: SmallRegion.analysis).csv()
    #expect(file.hasPrefix("\u{FEFF}"))
    #expect(!file.dropLast(1).contains { $0 == "\n" || $0 == "\r" })
    #expect(file.contains("'=1+1"))
    #expect(!file.contains(",=") && !file.contains("\"=") && !file.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a|b", "a\\|b"),
    ("[x](http://e.x)", "\\[x\\](http\\://e.x)"), ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
    ("a\n# b", "a \\# b"), ("&amp;", "&amp;amp;"), ("www.e.x", "www\\.e.x"),
    ("~~a~~", "\\~\\~a\\~\\~"),
    ("a\\", "a\\\\"),
  ])
  func `text never becomes markup`(text: String, escaped: String) {
    #expect(MarkdownText.escape(text) == escaped)
  }

  @Test(arguments: [
    ("- a", "\\- a"), ("+ a", "\\+ a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("===", "\\==="),
  ])
  func `text at the start of a line begins no list and underlines no heading`(
    text: String, escaped: String
  ) {
    #expect(MarkdownText.escape(text, startsLine: true) == escaped)
  }

  @Test func `file names become destinations`() {
    #expect(MarkdownText.destination("图/a (1)>.svg") == "%E5%9B%BE/a%20%281%29%3E.svg")
  }

  @Test func `the terminal is steered by the palette alone`() {
    let page = TargetList(of: SmallRegion.analysis).page(in: .chinese)
    #expect(!page.terminalText(width: 80).contains("\u{1B}"))
    let dressed = page.terminalText(width: 80, palette: .ansi)
    #expect(dressed.contains("\u{1B}[1;34m"))
    #expect(!dressed.contains("\u{1B}[31m# c"))
  }
}
