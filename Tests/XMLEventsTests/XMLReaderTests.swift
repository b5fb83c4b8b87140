import Testing
import XMLEvents

/// Everything that a text says, pieces of one text joined.
private func events(_ text: String, pieces: Int = 1) throws -> [XMLEvent] {
  var events: [XMLEvent] = []
  let reader = try XMLReader { event in
    if case .text(let more) = event, case .text(let text)? = events.last {
      events[events.count - 1] = .text(text + more)
    } else {
      events.append(event)
    }
  }
  let bytes = Array(text.utf8)
  let size = max(1, bytes.count / pieces)
  for start in stride(from: 0, to: bytes.count, by: size) {
    let end = min(start + size, bytes.count)
    try reader.read(Array(bytes[start..<end]), isLast: end == bytes.count)
  }
  return events
}

@Suite struct XMLReaderTests {
  private let text = """
    <?xml version="1.0"?><a xmlns="x" xmlns:r="y" id="1" r:id="2" r:other="3">
    甲&amp;乙<r:b/><![CDATA[<c>]]></a>
    """

  @Test func `names lose their namespaces and plain attributes go first`() throws {
    let expected: [XMLEvent] = [
      .start("a", attributes: ["id": "1", "other": "3"]), .text("\n甲&乙"),
      .start("b", attributes: [:]), .end("b"), .text("<c>"), .end("a"),
    ]
    #expect(try events(text) == expected)
  }

  @Test func `pieces of any size give the same events`() throws {
    let whole = try events(text)
    for pieces in 2...text.utf8.count { #expect(try events(text, pieces: pieces) == whole) }
  }

  @Test func `entities are refused before they can grow`() {
    let bomb = """
      <!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>
      """
    #expect { try events(bomb) } throws: {
      ($0 as? XMLError)?.reason == .entityDeclaration
    }
  }

  @Test func `elements nested a hundred thousand deep are refused`() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect { try events(deep) } throws: { ($0 as? XMLError)?.reason == .tooDeep }
  }

  @Test(arguments: ["", "<a>", "<a></b>", "no XML", "<a>\0</a>", "<a b=c/>", "<a/><b/>"])
  func `what is not well formed is an error with its place`(_ text: String) {
    #expect { try XMLReader.read(Array(text.utf8)) { _ in } } throws: {
      ($0 as? XMLError).map { $0.line == 1 && $0.column >= 1 } == true
    }
  }

  @Test func `what the handler throws ends the reading`() {
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try XMLReader.read(Array("<a/>".utf8)) { _ in throw Enough() }
    }
  }
}
