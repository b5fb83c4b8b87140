import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test func `a byte order mark is dropped`() {
    #expect(SourceFile(path: "f", bytes: [0xEF, 0xBB, 0xBF, 0x61]).text == "a")
    #expect(SourceFile(path: "f", text: "\u{FEFF}a").text == "a")
  }

  @Test func `lines end at LF, CRLF and CR`() {
    let table = LineTable("a\nb\r\nc\rd")
    #expect((1...5).map { table[$0] } == ["a", "b", "c", "d", nil])
    #expect(LineTable("").count == 1)
  }
}
