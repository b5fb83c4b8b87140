/// An SVG of Graphviz made fit to stand inside a page.
///
/// Ids become unique to the picture, the nodes and arrows tell by `data-` attributes which links they
/// are, and styles in attributes, which the page's policy forbids, become attributes of their own. All
/// text stays as Graphviz has escaped it.
struct InlinePicture {
  /// The `svg` element.
  let markup: String
  /// Whether it is higher than wide, so that paper should stand upright.
  let isTall: Bool

  /// What tells a return flow from the other arrows.
  private static let returnStroke = "stroke=\"\(DiagramTheme.light.returnTie)\""

  init(_ svg: String, idPrefix: String) {
    var lines: [Substring] = []
    for line in svg.split(separator: "\n", omittingEmptySubsequences: false)
    where !line.hasPrefix("<?xml") { lines.append(line) }
    var result = ""
    var isTall = false
    var place = 0
    while place < lines.count {
      let line = String(lines[place])
      place += 1
      if line.hasPrefix("<svg") {
        // The page gives the size; only the shape stays.
        let rest = line.contains(">") ? "" : String(lines[place])
        if !rest.isEmpty { place += 1 }
        let box = Self.value(of: "viewBox", in: line + rest) ?? "0 0 100 100"
        let sides = box.split(separator: " ").compactMap { Double($0) }
        isTall = sides.count == 4 && sides[3] > sides[2]
        result += "<svg viewBox=\"\(box)\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n"
        continue
      }
      guard line.hasPrefix("<g id="), place < lines.count, lines[place].hasPrefix("<title>")
      else {
        result += Self.cleaned(line, idPrefix: idPrefix) + "\n"
        continue
      }
      let title = lines[place].dropFirst("<title>".count).prefix { $0 != "<" }
      place += 1
      let isReturn = place < lines.count && lines[place].contains(Self.returnStroke)
      result +=
        Self.cleaned(
          line, idPrefix: idPrefix, data: Self.data(of: line, title, isReturn: isReturn)) + "\n"
    }
    markup = result
    self.isTall = isTall
  }

  /// What a group's title says, as attributes: the link of a node, the two of an arrow.
  ///
  /// A return flow is laid out from its buyer to its seller, and drawn the other way.
  private static func data(of group: String, _ title: Substring, isReturn: Bool) -> String {
    let title = title.replacing("&#45;", with: "-").replacing("\"", with: "&quot;")
    if group.contains("class=\"node\"") { return " data-link=\"\(title)\"" }
    guard group.contains("class=\"edge\"") else { return "" }
    // Graphviz names the sides of boxes as well: `a:e->b:w`.
    let ends = title.split(separator: "-&gt;", maxSplits: 1).map { $0.prefix { $0 != ":" } }
    guard ends.count == 2 else { return "" }
    let (from, to) = isReturn ? (ends[1], ends[0]) : (ends[0], ends[1])
    return " data-from=\"\(from)\" data-to=\"\(to)\""
  }

  private static func cleaned(_ line: String, idPrefix: String, data: String = "") -> String {
    var line = line
    // In texts, which stand in lines of their own, all of this would be words.
    if line.hasPrefix("<"), !line.hasPrefix("<text") {
      for opening: StaticString in [" id=\"", "url(#"] where holds(line, opening) {
        line = line.replacing("\(opening)", with: "\(opening)\(idPrefix)-")
      }
    }
    while holds(line, "<stop "), let style = value(of: "style", in: line) {
      let attributes = style.split(separator: ";").compactMap { rule -> String? in
        let parts = rule.split(separator: ":", maxSplits: 1)
        return parts.count == 2 ? " \(parts[0])=\"\(parts[1])\"" : nil
      }
      line = line.replacing(" style=\"\(style)\"", with: attributes.joined())
    }
    if !data.isEmpty, let end = line.firstIndex(of: ">") {
      line.insert(contentsOf: data, at: end)
    }
    return line
  }

  /// Whether a line has a string of ASCII in it, byte by byte: most lines of a picture have not.
  private static func holds(_ line: String, _ string: StaticString) -> Bool {
    let (bytes, count) = (line.utf8, string.utf8CodeUnitCount)
    return string.withUTF8Buffer { wanted in
      var place = bytes.startIndex
      while let start = bytes[place...].firstIndex(of: wanted[0]) {
        if bytes[start...].prefix(count).elementsEqual(wanted) { return true }
        place = bytes.index(after: start)
      }
      return false
    }
  }

  private static func value(of attribute: String, in tag: String) -> String? {
    guard let start = tag.firstRange(of: " \(attribute)=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }
}
