import TerminalText
import Testing

@Test func `wide, joining and control scalars have their widths`() {
  #expect("锂a".displayWidth == 3)
  #expect("e\u{301}".displayWidth == 1)
  #expect("（）".displayWidth == 4)
  #expect("".displayWidth == 0)
}

@Test func `nothing in a text steers the terminal`() {
  #expect("a\u{1B}[31mb\u{202E}c\u{2028}".terminalSafe == "a␛[31mb\u{FFFD}c\u{FFFD}")
}

@Test func `a text is cut between characters, never through a wide one`() {
  #expect("三元正极".truncated(toWidth: 8) == "三元正极")
  #expect("三元正极".truncated(toWidth: 7) == "三元正…")
  #expect("三元正极".truncated(toWidth: 6) == "三元…")
  #expect("三元正极".truncated(toWidth: 0) == "")
}

@Test func `one line has no ends, tabs or control characters in it`() {
  #expect("a\nb\tc\u{1B}d\u{202E}".singleLine == "a b c\u{FFFD}d\u{FFFD}")
}
