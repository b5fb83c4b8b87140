import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct NamesakesTests {
  /// Pieces that make names alike or different as people see them.
  private static let pieces = [
    "a", "A", "Ａ", "É", "é", "正极", "材料", "（", "(", " ", "\t", "\u{A0}", "\u{3000}", "İ", "㐀",
  ]

  /// The name as it is compared, a character at a time.
  private static func folded(_ name: String) -> String? {
    var scalars = name.halfWidth.lowercased().unicodeScalars
    scalars.removeAll { " \t\u{A0}".unicodeScalars.contains($0) }
    return scalars.isEmpty ? nil : String(scalars)
  }

  @Test func `names are folded as they are a character at a time`() {
    var generator = SeededGenerator(state: 3)
    for _ in 0..<5_000 {
      let names = (0..<2).map { _ in
        (0..<Int(generator.next() % 4)).map { _ in
          Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))]
        }.joined()
      }
      let isSame =
        Self.folded(names[0]).map { Array($0.utf8) } == Self.folded(names[1]).map { Array($0.utf8) }
      #expect(
        (FoldedName(names[0]) == FoldedName(names[1])) == isSame, "\(names.debugDescription)")
      if isSame { #expect(names[0].foldedHash == names[1].foldedHash) }
      #expect((names[0].foldedHash == 0) == (FoldedName(names[0]) == nil))
    }
  }

  @Test func `things with a name of an earlier one are those that a search finds`() {
    var generator = SeededGenerator(state: 5)
    for count in [0, 1, 2, 30, 200] {
      func text() -> String? {
        let number = generator.next() % UInt64(2 * count + 2)
        return number == 0 ? nil : number % 3 == 0 ? "名称\(number)" : "Name \(number)"
      }
      let names = (0..<count).map { _ in LocalizedText(english: text(), chinese: text()) }
      var first: [String: Int] = [:]
      var expected: [[Int]] = []
      for (place, name) in names.enumerated() {
        var earlier: [Int] = []
        for folded in [name.chinese, name.english].compactMap({ $0 }).compactMap(Self.folded) {
          if let holder = first[folded] { earlier.append(holder) } else { first[folded] = place }
        }
        if !earlier.isEmpty { expected.append([place] + earlier) }
      }
      #expect(namesakes(among: count) { names[$0] }.map { [$0.place] + $0.earlier } == expected)
    }
  }

  @Test func `hashes that stand twice are found wherever their last bits put them`() {
    let hashes = [0, 0, 7, 8, 7 + 1 << 40, 15, 7, -1, 3 << 50, 3 << 51, -1, 1 << 63]
    let repeated = RepeatedHashes(hashes)
    for hash in Set(hashes) {
      #expect(repeated.contains(hash) == [7, -1].contains(hash), "\(hash)")
    }
    #expect(!RepeatedHashes([]).contains(0))
  }
}
