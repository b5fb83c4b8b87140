import Testing
import YAML

@Suite struct YAMLReaderTests {
  private func events(_ text: String) throws -> [YAMLEvent] {
    var events: [YAMLEvent] = []
    try YAMLReader.read(text) { event in
      events.append(copy event)
      return .goOn
    }
    return events
  }

  @Test func `events come in order with their texts and styles`() throws {
    let found = try events("a: [1, '2']\nb: |\n  text\n")
    #expect(
      found.map(\.kind) == [
        .documentStart, .mappingStart, .scalar, .sequenceStart, .scalar, .scalar, .sequenceEnd,
        .scalar, .scalar, .mappingEnd, .documentEnd,
      ])
    #expect(found.map(\.text).filter { !$0.isEmpty } == ["a", "1", "2", "b", "text\n"])
    #expect(found[3].style == .flow)
    #expect(found[1].style == .block)
    #expect(found[5].style == .singleQuoted)
    #expect(found[8].style == .literal)
    #expect(found[0].isImplicit)
  }

  @Test func `places count lines, columns and scalars`() throws {
    let found = try events("名: 锂🔋\r\nb: \"x\"\r\n")
    let value = try #require(found.first { $0.text == "锂🔋" })
    #expect((value.start.line, value.start.column, value.start.index) == (1, 4, 3))
    #expect((value.end.line, value.end.column) == (1, 6))
    let quoted = try #require(found.first { $0.text == "x" })
    #expect((quoted.start.line, quoted.start.column, quoted.end.column) == (2, 4, 7))
  }

  @Test func `anchors, aliases and tags are told and nothing is expanded`() throws {
    let found = try events("a: &x !t [1]\nb: *x\n")
    #expect(found.filter(\.hasAnchor).map(\.kind) == [.sequenceStart])
    #expect(found.filter(\.hasTag).map(\.kind) == [.sequenceStart])
    #expect(found.filter { $0.kind == .alias }.map(\.start.line) == [2])
  }

  @Test func `a text that is no YAML says where and why`() {
    do {
      _ = try events("a: [1\nb: 2\n")
      Issue.record("read")
    } catch let problem as YAMLProblem {
      #expect(problem.mark.line == 2)
      #expect(problem.problem.contains("did not find expected"))
    } catch {
      Issue.record("another error")
    }
  }

  @Test func `an empty text has no document, and reading stops when asked`() throws {
    #expect(try events("").isEmpty)
    #expect(try events("# only a comment\n").isEmpty)
    var count = 0
    try YAMLReader.read("[1, 2, 3]") { _ in
      count += 1
      return count == 2 ? .stop : .goOn
    }
    #expect(count == 2)
  }
}
