import Graphviz
import Testing

@testable import Reporting

@Suite struct InlinePictureTests {
  private let svg = """
    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <svg width="10pt" height="30pt"
     viewBox="0.00 0.00 10.00 30.00" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
    <g id="node1" class="node">
    <title>a/b&#45;c</title>
    <linearGradient id="l_0"><stop offset="0" style="stop-color:#b9d6ee;stop-opacity:1.;"/>
    <stop offset="1" style="stop-color:#ffffff;stop-opacity:1.;"/>
    <polygon fill="url(#l_0)" points="0,0 1,1"/>
    <text x="1" y="1"> id="x" url(#y) &lt;script&gt;</text>
    </g>
    <g id="edge1" class="edge">
    <title>a/b&#45;c&#45;&gt;a/d</title>
    <path stroke="#66727e" d="M0,0"/>
    </g>
    <g id="edge2" class="edge">
    <title>a/d&#45;&gt;a/e</title>
    <path stroke="#00795c" d="M0,0"/>
    </g>
    </svg>
    """

  private var markup: String { InlinePicture(svg, idPrefix: "p").markup }

  @Test func `ids are the picture's own, and so is what refers to them`() {
    #expect(markup.contains("<g id=\"p-node1\" class=\"node\" data-link=\"a/b-c\">"))
    #expect(markup.contains("<linearGradient id=\"p-l_0\">"))
    #expect(markup.contains("fill=\"url(#p-l_0)\""))
  }

  @Test func `arrows tell from whom to whom, return flows the way the material goes`() {
    #expect(markup.contains("data-from=\"a/b-c\" data-to=\"a/d\""))
    #expect(markup.contains("data-from=\"a/e\" data-to=\"a/d\""))
  }

  @Test func `no style stands in an attribute, no title and no declaration is left`() {
    #expect(!markup.contains("style="))
    #expect(markup.contains("stop-color=\"#b9d6ee\""))
    #expect(!markup.contains("<title>"))
    #expect(!markup.contains("<?xml"))
  }

  @Test func `texts stay as they are`() {
    #expect(markup.contains("> id=\"x\" url(#y) &lt;script&gt;</text>"))
  }

  @Test func `a picture higher than wide is tall, and fills what is around it`() {
    #expect(InlinePicture(svg, idPrefix: "p").isTall)
    #expect(markup.hasPrefix("<svg viewBox=\"0.00 0.00 10.00 30.00\""))
    #expect(!markup.contains("width=\"10pt\""))
  }

  @Test func `the page's style knows every colour of a diagram, and no other`() {
    let theme = DiagramTheme.light
    var drawn: Set<String> = [
      theme.paper, theme.ink, theme.softInk, theme.band, theme.tie, theme.returnTie, theme.leak,
      theme.badgeText,
    ].reduce(into: []) { $0.insert($1.description) }
    for box in theme.boxes.values {
      drawn.formUnion(
        [box.fill, box.lowerFill, box.frame, box.text].compactMap { $0?.description })
    }
    let styled = WebResources.style.matches(of: /="(#[0-9a-f]{6})"\]/).map { String($0.1) }
    #expect(Set(styled) == drawn)
  }
}
