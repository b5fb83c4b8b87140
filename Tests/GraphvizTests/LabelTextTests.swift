import Testing

@testable import Graphviz

@Suite struct LabelTextTests {
  @Test(arguments: [
    ("Lithium\\nbattery", "Lithium battery"), ("\\N cell", "node cell"), ("a \\\\ b", "a \\ b"),
    ("A &amp; B &#38; &#x94dc; &unknown; &", "A & B & 铜 &unknown; &"), ("  x\\l", "x"),
  ])
  func `breaks, names and signs of a label become plain text`(_ label: String, _ text: String) {
    #expect(LabelText.plain(label, of: "node") == text)
  }

  @Test(arguments: [
    ("<b>Plate</b><br/>thin &lt;1 mm", "Plate thin <1 mm"),
    ("<FONT COLOR=\"red\">铜</FONT>", "铜"), ("plain", "plain"),
  ])
  func `markup of letters becomes its text`(_ markup: String, _ text: String) {
    #expect(LabelText.plain(markup: markup) == text)
  }

  @Test(arguments: ["<TABLE><TR><TD>a</TD></TR></TABLE>", "<img src=\"x\"/>", "<b>", "a < b"])
  func `markup with tables, without text or without an end is none`(_ markup: String) {
    #expect(LabelText.plain(markup: markup) == nil)
  }
}
