extension [UInt8] {
  /// Appends a label in Graphviz's HTML-like markup; an empty one appends nothing.
  mutating func append(label: HTMLLabel) {
    switch label {
    case .text(let text): append(text)
    case .table(let table): append(table)
    }
  }

  private mutating func append(_ text: HTMLText) {
    for piece in text.pieces {
      switch piece {
      case .run(let run, let font):
        var isFirst = true
        for line in run.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
          if !isFirst { append(syntax: "<BR/>") }
          isFirst = false
          append(line: String(line), in: font)
        }
      case .lineBreak(let alignment):
        append(syntax: "<BR ALIGN=\"")
        append(contentsOf: alignment.rawValue.utf8)
        append(syntax: "\"/>")
      }
    }
  }

  /// Graphviz takes a font without text in it for a syntax error, so none is written.
  private mutating func append(line: String, in font: HTMLFont) {
    var text: [UInt8] = []
    text.append(line, escapedFor: .html)
    guard !text.isEmpty else { return }
    let hasFont = font.face != nil || font.size != nil || font.color != nil
    if hasFont {
      append(syntax: "<FONT")
      append(attribute: "COLOR", font.color?.description)
      append(attribute: "FACE", font.face)
      append(attribute: "POINT-SIZE", font.size.map { String($0) })
      append(syntax: ">")
    }
    if font.isBold { append(syntax: "<B>") }
    if font.isItalic { append(syntax: "<I>") }
    if font.isUnderlined { append(syntax: "<U>") }
    append(contentsOf: text)
    if font.isUnderlined { append(syntax: "</U>") }
    if font.isItalic { append(syntax: "</I>") }
    if font.isBold { append(syntax: "</B>") }
    if hasFont { append(syntax: "</FONT>") }
  }

  private mutating func append(_ table: HTMLTable) {
    append(syntax: "<TABLE")
    append(table.box)
    append(attribute: "CELLBORDER", table.cellBorder.map { String($0) })
    append(attribute: "CELLSPACING", table.cellSpacing.map { String($0) })
    append(syntax: ">")
    // Graphviz accepts a rule between two rows only.
    var isAfterRow = false
    var hasPendingRule = false
    for row in table.rows {
      switch row {
      case .rule: hasPendingRule = isAfterRow
      case .cells(let cells):
        if cells.isEmpty { continue }
        if hasPendingRule { append(syntax: "<HR/>") }
        hasPendingRule = false
        isAfterRow = true
        append(cells)
      }
    }
    if !isAfterRow { append(syntax: "<TR><TD></TD></TR>") }
    append(syntax: "</TABLE>")
  }

  private mutating func append(_ cells: [HTMLCell]) {
    append(syntax: "<TR>")
    for cell in cells {
      append(syntax: "<TD")
      append(cell.box)
      append(attribute: "BALIGN", cell.lineAlignment?.rawValue)
      append(attribute: "COLSPAN", cell.columnSpan > 1 ? String(cell.columnSpan) : nil)
      append(attribute: "ROWSPAN", cell.rowSpan > 1 ? String(cell.rowSpan) : nil)
      append(syntax: ">")
      append(label: cell.content)
      append(syntax: "</TD>")
    }
    append(syntax: "</TR>")
  }

  private mutating func append(_ box: HTMLBox) {
    append(attribute: "ALIGN", box.alignment?.rawValue)
    append(attribute: "BGCOLOR", box.background?.description)
    append(attribute: "BORDER", box.sides == [] ? "0" : box.border.map { String($0) })
    append(attribute: "CELLPADDING", box.padding.map { String($0) })
    append(attribute: "COLOR", box.color?.description)
    append(attribute: "FIXEDSIZE", box.isFixedSize ? "TRUE" : nil)
    append(attribute: "HEIGHT", box.height.map { String($0) })
    if let port = box.port {
      append(syntax: " PORT=\"")
      append(port: port)
      append(syntax: "\"")
    }
    append(attribute: "SIDES", box.sides?.letters)
    let styles = HTMLBox.Style.allCases.filter(box.styles.contains).map(\.rawValue)
    append(attribute: "STYLE", styles.isEmpty ? nil : styles.joined(separator: ","))
    append(attribute: "TOOLTIP", box.tooltip, escapedFor: .htmlTooltip)
    append(attribute: "VALIGN", box.verticalAlignment?.rawValue)
    append(attribute: "WIDTH", box.width.map { String($0) })
  }

  private mutating func append(
    attribute name: StaticString, _ value: String?, escapedFor context: TextEscaping = .html
  ) {
    guard let value else { return }
    append(syntax: " ")
    append(syntax: name)
    append(syntax: "=\"")
    append(value, escapedFor: context)
    append(syntax: "\"")
  }
}

extension HTMLBox.Sides {
  /// Graphviz's letters for the sides, `nil` for none: it has no word for that but a border of 0.
  fileprivate var letters: String? {
    let letters: [(side: HTMLBox.Sides, letter: Character)] = [
      (.left, "L"), (.top, "T"), (.right, "R"), (.bottom, "B"),
    ]
    let present = letters.filter { contains($0.side) }.map(\.letter)
    return present.isEmpty ? nil : String(present)
  }
}
