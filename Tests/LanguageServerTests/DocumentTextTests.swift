import Diagnostics
import Testing

@testable import LanguageServer

/// A text as the protocol describes one, in the plainest way: units, one after the other.
private struct ModelText {
  let encoding: PositionEncoding
  /// Each scalar, with its line and the units before it on the line.
  var scalars: [Unicode.Scalar]

  /// The index of the scalar at a position, by walking there.
  func index(of position: Position) -> Int {
    var line = 0
    var units = 0
    for (index, scalar) in scalars.enumerated() {
      let endsLine =
        scalar == "\n"
        || (scalar == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n"))
      let isEnd = scalar == "\n" || scalar == "\r"
      if line == position.line {
        if isEnd { return index }
        units += encoding.width(of: scalar)
        if units > position.character { return index }
      }
      if endsLine { line += 1 }
    }
    return scalars.count
  }

  mutating func replace(_ range: Range, with text: String) {
    let start = index(of: range.start)
    scalars.replaceSubrange(start..<max(start, index(of: range.end)), with: text.unicodeScalars)
  }
}

@Suite struct DocumentTextTests {
  private static let pieces = [
    "", "\n", "\r", "\r\n", "a", "金属", "𠮷", "😀x", "e\u{301}", "\u{FEFF}", "\u{2028}", " ",
  ]

  @Test(arguments: 0..<60, PositionEncoding.allCases)
  func `after any edits the text equals the client's`(seed: UInt64, encoding: PositionEncoding) {
    var generator = SeededGenerator(seed: seed)
    var text = DocumentText("链: {en: a}\r\n𠮷\n", in: encoding)
    var model = ModelText(encoding: encoding, scalars: Array(text.text.unicodeScalars))
    for _ in 0..<60 {
      func position() -> Position {
        Position(
          line: .random(in: 0...5, using: &generator),
          character: .random(in: 0...9, using: &generator))
      }
      let range = Range(start: position(), end: position())
      let piece = (0..<3).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      text.replace(range, with: piece)
      model.replace(range, with: piece)
      #expect(Array(text.text.unicodeScalars) == model.scalars)
    }
  }

  @Test(arguments: PositionEncoding.allCases)
  func `every place of a text comes back from its position`(encoding: PositionEncoding) {
    let text = DocumentText("ab\r\n金𠮷x\r\r\n\n😀", in: encoding)
    let lines = LineTable(text.text)
    for line in 1...lines.count {
      for column in 1...((lines[line] ?? "").unicodeScalars.count + 1) {
        let place = SourcePosition(line: line, column: column)
        #expect(text.place(of: text.position(of: place)) == place)
      }
    }
  }

  @Test func `units are the client's`() {
    let place = SourcePosition(line: 1, column: 3)
    #expect(DocumentText("𠮷金x", in: .utf16).position(of: place).character == 3)
    #expect(DocumentText("𠮷金x", in: .utf8).position(of: place).character == 7)
    #expect(DocumentText("𠮷金x", in: .utf32).position(of: place).character == 2)
  }

  @Test func `half of a pair is its beginning`() {
    let text = DocumentText("𠮷x", in: .utf16)
    #expect(text.place(of: Position(line: 0, character: 1)) == SourcePosition(line: 1, column: 1))
  }

  @Test func `what lies beyond a line or the text is its end`() {
    let text = DocumentText("ab\r\nc", in: .utf16)
    #expect(text.place(of: Position(line: 0, character: 99)) == SourcePosition(line: 1, column: 3))
    #expect(text.place(of: Position(line: 99, character: 0)) == SourcePosition(line: 2, column: 2))
    #expect(text.place(of: Position(line: -1, character: -5)) == SourcePosition(line: 1, column: 1))
    #expect(
      text.position(of: SourcePosition(line: 9, column: 9)) == Position(line: 1, character: 1))
  }

  @Test func `a byte order mark is the client's and no scalar of the file`() {
    let text = DocumentText("\u{FEFF}chain: x", in: .utf16)
    let place = SourcePosition(line: 1, column: 8)
    #expect(text.position(of: place) == Position(line: 0, character: 8))
    #expect(text.place(of: Position(line: 0, character: 8)) == place)
  }

  @Test(arguments: [
    ("file:///a/b.yaml", "/a/b.yaml"), ("file:///%E5%A4%A7%E9%BE%99/%20x", "/大龙/ x"),
    ("file:///大龙", "/大龙"), ("FILE://localhost/a", "/a"), ("file:///a%2Fb#x", "/a/b"),
  ])
  func `URIs of files are paths`(uri: String, path: String) {
    #expect(FileURI.path(of: uri) == path)
    #expect(FileURI.path(of: FileURI.uri(of: path)) == path)
  }

  @Test(arguments: [
    "", "untitled:x", "http://h/a", "file://host/a", "file:///%", "file:///%zz", "file:///%ff",
    "file:///a%00b",
  ])
  func `other URIs are no paths`(uri: String) {
    #expect(FileURI.path(of: uri) == nil)
  }
}
