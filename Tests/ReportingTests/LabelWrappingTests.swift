import Testing

@testable import Reporting

struct LabelWrappingTests {
  @Test(arguments: [
    ("short", 10, ["short"]), ("two words", 5, ["two", "words"]), ("", 5, [""]),
    ("unbreakable next", 11, ["unbreakable", "next"]),
    ("unbreakablewords next", 12, ["unbreakablew", "ords next"]),
    ("三元正极材料", 8, ["三元正极", "材料"]), ("电池包（PACK）", 8, ["电池包", "（PACK）"]),
    ("一二三。四", 6, ["一二", "三。四"]),
  ])
  func `names break between words, and between Chinese characters`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(LabelWrapping.lines(of: text, width: width) == lines)
  }

  @Test(arguments: [1, 7, 24])
  func `wrapping loses nothing but blanks, and closing punctuation never begins a line`(width: Int)
  {
    let text = "新型 Metal surface（表面）处理, 科技产业园; <script>a|b</script>。"
    let lines = LabelWrapping.lines(of: text, width: width)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    for line in lines { #expect(line.first.map { "）。,;".contains($0) } != true, "\(line)") }
  }

  @Test(arguments: [
    ("打火机五金企业（报道未具名）", 24, ["打火机五金企业", "（报道未具名）"]), ("short", 24, ["short"]),
    ("one two three four five", 20, ["one two three", "four five"]),
  ])
  func `balanced lines are as many, and none is a leftover`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(LabelWrapping.balancedLines(of: text, width: width) == lines)
  }
}
