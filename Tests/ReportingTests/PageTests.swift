import IndustryChain
import TerminalText
import Testing

@testable import Reporting

@Suite struct PageTests {
  private let table = Table(
    columns: [.init("环节"), .init("值", .right)],
    rows: [["电镀", "1"], ["打火机五金件", "1,234"], ["a\u{301}b", "—"]])

  @Test func `columns align by the cells that characters take`() {
    #expect(
      Page([.table(table)]).terminalText() == """
        环节             值
        电镀              1
        打火机五金件  1,234
        a\u{301}b                —

        """)
  }

  @Test func `no line of a table is wider than the terminal`() {
    let text = Page([.table(table)]).terminalText(width: 20)
    #expect(text.split(separator: "\n").allSatisfy { $0.displayWidth <= 20 })
    for language in Language.allCases {
      let list = TargetList(of: SmallRegion.analysis).page(in: language)
      let lines = list.terminalText(width: 100).split(separator: "\n")
      #expect(lines.allSatisfy { $0.displayWidth <= 100 })
    }
  }

  @Test func `long points are wrapped under their first character`() {
    let page = Page([.points(["one two three four five six seven"])])
    #expect(page.terminalText(width: 20) == "- one two three four\n  five six seven\n")
  }

  @Test func `a table in Markdown keeps its cells`() {
    let page = Page([.table(Table(columns: [.init("a|b")], rows: [["x\ny"]]))])
    #expect(page.markdown() == "| a\\|b |\n| --- |\n| x y |\n")
  }
}
