import Graphviz
import Testing

struct HTMLLabelTests {
  /// The markup of a label as it stands in DOT, without the brackets around it.
  private func markup(_ label: HTMLLabel) -> String {
    let graph = Digraph(name: "g", nodes: [Digraph.Node("n", [.label: .html(label)])])
    let text = DOTSource(graph).description
    let start = "digraph \"g\" {\n  \"n\" [label="
    return String(text.dropFirst(start.count).dropLast("];\n}\n".count))
  }

  @Test func `runs carry their fonts`() {
    let text = HTMLText(pieces: [
      .run("前驱体", HTMLFont(face: "Noto Sans", size: 12, color: RGBColor(hex: 0x112233))),
      .lineBreak(.left),
      .run("Precursor", HTMLFont(isBold: true, isItalic: true, isUnderlined: true)),
    ])
    let expected =
      ##"<FONT COLOR="#112233" FACE="Noto Sans" POINT-SIZE="12.0">前驱体</FONT>"##
      + #"<BR ALIGN="LEFT"/><B><I><U>Precursor</U></I></B>"#
    #expect(markup(.text(text)) == "<\n\(expected)>")
  }

  @Test func `tables carry rows, rules, boxes and spans`() {
    let table = HTMLTable(
      rows: [
        .rule,
        .cells([
          HTMLCell(
            "a",
            box: HTMLBox(
              alignment: .left, verticalAlignment: .top, background: RGBColor(hex: 0xFFFFFF),
              width: 20, height: 10, isFixedSize: true, port: "p.1", sides: [.left, .bottom],
              tooltip: "R&D"),
            columnSpan: 2, rowSpan: 3, lineAlignment: .right)
        ]),
        .rule, .rule,
        .cells([HTMLCell(.table(HTMLTable(rows: [])), box: HTMLBox(sides: []))]),
        .cells([]),
        .rule,
      ],
      box: HTMLBox(border: 1, padding: 4, styles: [.dashed, .rounded]),
      cellBorder: 0, cellSpacing: 2)
    let first =
      ##"<TR><TD ALIGN="LEFT" BGCOLOR="#ffffff" FIXEDSIZE="TRUE" HEIGHT="10" PORT="p%2e1""##
      + #" SIDES="LB" TOOLTIP="R&amp;amp;D" VALIGN="TOP" WIDTH="20" BALIGN="RIGHT""#
      + #" COLSPAN="2" ROWSPAN="3">a</TD></TR>"#
    let second = #"<TR><TD BORDER="0"><TABLE><TR><TD></TD></TR></TABLE></TD></TR>"#
    let expected =
      #"<TABLE BORDER="1" CELLPADDING="4" STYLE="rounded,dashed" CELLBORDER="0" CELLSPACING="2">"#
      + "\(first)<HR/>\(second)</TABLE>"
    #expect(markup(.table(table)) == "<\n\(expected)>")
  }

  @Test func `text cannot become markup`() {
    let label = HTMLLabel.text("</TD><IMG SRC=\"x\"/>&nbsp;\\N\u{1}")
    #expect(markup(label) == "<\n&lt;/TD&gt;&lt;IMG SRC=&quot;x&quot;/&gt;&amp;nbsp;\\\\N>")
  }

  @Test func `line breaks in text end lines, and empty text is left out`() {
    let font = HTMLFont(isBold: true)
    #expect(markup(.text(HTMLText("a\r\n\nb", font: font))) == "<\n<B>a</B><BR/><BR/><B>b</B>>")
    #expect(markup(.text("")) == "\"\"")
    #expect(markup(.text(HTMLText("\u{1}", font: font))) == "\"\"")
  }
}
