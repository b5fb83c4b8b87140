import Testing

@testable import YAML

/// A tree as rows that can be compared and read.
private func rows(_ tree: YAMLTree) -> [String] {
  func rows(_ node: YAMLNode, depth: Int) -> [String] {
    let place = "\(node.line):\(node.column)-\(node.endLine):\(node.endColumn)"
    let own = String(repeating: " ", count: depth) + "\(node.kind) \(place) \(node.text)"
    let children = Array(node.keysAndValues) + Array(node.items)
    return [own] + children.flatMap { rows($0, depth: depth + 1) }
  }
  return tree.withRoot { rows($0, depth: 0) }
}

@Suite struct PlainLayoutScannerTests {
  private let plain = """
    # a comment
    chain: x
    name: {en: "Battery, a chain", zh: 电池🔋, other: [1, [2], {}]}   # why
    figures:
    empty:   # nothing
    links:

      a:
          name: 'it: is'
          url: https://example.org/#top
      # between
      b: 0.1 # share
      note: a text, that:goes
        - on # deeper
      more:
          zh: 词语
           词语

      "no": x
    """

  @Test func `a plain layout is read as libyaml reads it`() throws {
    let text = plain.replacing("  \"no\": x", with: "  c: {}")
    let tree = try #require(PlainLayoutScanner.tree(of: text))
    #expect(rows(tree) == rows(try YAMLTree.readingWithLibYAML(text)))
    #expect(tree.withRoot { $0.keysAndValues.map(\.text).prefix(2) } == ["chain", "x"])
  }

  @Test(arguments: [
    "a: 1\n\tb: 2", "a: 1\n b: 2", "a:\n- 1", "a: *x", "a: &x 1", "a: !t 1", "a: |\n  x",
    "a: \"x\\n\"",
    "a: 'it''s'", "a: b: c", "? a\n: b", "--- a", "a: 1\r\nb: 2", "a: 1\n  more", "a: 1\n  b: 2",
    "a: 1\nmore", "a: 1\n\n  more", "a: 1\n  # no\n  more",
    "a: b\n  c #\n  d", "a: b  \n  #c", "a: b\n  - c:\n", "a: b\n \t c", "a: b\n ... ",
    "a: b\n c\nd: e",
    "a: b\n &x", "a: b\r\n c", "a: b\n  c\t", "a:\n  b: c\n  d", "a:\n  b: c\n   d\n e",
    "a: b\n  \"c",
    "a: {b}",
    "a: {b:1}",
    "a: [1,\n2]", "\"a\": 1", "a: \"x\n y\"", "a: {b: 1,}", "a: -1", "a:\n    b: 1\n  c: 2",
    "a : 1", "...",
    "%x", "a: x #", "just text", " a: 1\nb: 2", "a: [b: 1]", "a: {b: c: d}", "a: \"x\"y",
  ])
  func `what it is not sure of it leaves, or reads as libyaml does`(_ text: String) throws {
    guard let tree = PlainLayoutScanner.tree(of: text) else { return }
    #expect(rows(tree) == rows(try YAMLTree.readingWithLibYAML(text)))
  }

  @Test func `a text of more values than people write is refused at the first too many`() throws {
    // The map, the key and the list are values, too.
    func text(_ count: Int) -> String { "a: [" + String(repeating: "b,", count: count - 4) + "b]" }
    let excess = try #require(
      (250_000...400_000).first { YAMLTree.mostValues(byteCount: 2 * $0 - 2) < $0 })
    #expect(text(excess).utf8.count == 2 * excess - 2)
    #expect(try YAMLTree.reading(text(excess - 1)).withRoot { $0.following.position } == excess - 1)
    #expect(PlainLayoutScanner.tree(of: text(excess)) == nil)
    #expect {
      _ = try YAMLTree.reading(text(excess))
    } throws: { error in
      guard case .tooManyValues(let place, let most)? = error as? YAMLTree.Obstacle else {
        return false
      }
      return most == excess - 1 && place.start.column == 5 + 2 * (excess - 4)
    }
  }

  @Test func `on mutated texts the two never disagree`() throws {
    var generator = SeededNumbers(state: 7)
    let pieces = [
      "\n", "\n  ", "  ", " ", ":", ": ", ",", "{", "}", "[", "]", "#", " #", "\"", "'", "-", "- ",
      "a", "键",
      "?", "&", "*", "!", "|", ">", "%", "@", "`", "\\", "...", "---", "~", "\t", "\r\n", "🔋",
      "x: y\n",
    ]
    let seed = plain.replacing("  \"no\": x", with: "  c: {}")
    var readCount = 0
    for _ in 0..<40_000 {
      var scalars = Array(seed.unicodeScalars)
      for _ in 0...Int(generator.next() % 3) {
        let place = Int(generator.next() % UInt64(scalars.count))
        switch generator.next() % 3 {
        case 0: scalars.remove(at: place)
        case 1:
          let piece = pieces[Int(generator.next() % UInt64(pieces.count))]
          scalars.insert(contentsOf: Array(piece.unicodeScalars), at: place)
        default:
          let piece = pieces[Int(generator.next() % UInt64(pieces.count))]
          scalars.replaceSubrange(place...place, with: Array(piece.unicodeScalars))
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let text = String(view)
      guard let tree = PlainLayoutScanner.tree(of: text) else { continue }
      readCount += 1
      let expected = try? YAMLTree.readingWithLibYAML(text)
      if expected.map(rows) != rows(tree) {
        Issue.record("they disagree on:\n\(text)")
        return
      }
    }
    #expect(readCount > 8_000)
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededNumbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
