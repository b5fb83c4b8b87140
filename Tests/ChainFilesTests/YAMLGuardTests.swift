import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct YAMLGuardTests {
  /// Whether a character is one that no chain file needs.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  @Test func `the first forbidden character is found wherever it stands`() {
    var generator = SeededGenerator(state: 9)
    let plain: [Unicode.Scalar] = [
      "a", " ", "\n", "\t", "~", "环", "节", "，", "“", "é", "\u{A0}", "\u{BF}", "🔋", "\u{2027}",
      "\u{FEFE}", "\u{FFFD}", "\u{800}", "\u{9FFF}",
    ]
    let forbidden: [Unicode.Scalar] = [
      "\0", "\u{1F}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}",
      "\u{FFFE}", "\u{FFFF}",
    ]
    for _ in 0..<5_000 {
      let scalars = (0..<Int(generator.next() % 30)).map { _ in
        let choices = generator.next() % 20 == 0 ? forbidden : plain
        return choices[Int(generator.next() % UInt64(choices.count))]
      }
      var view = String.UnicodeScalarView("-".unicodeScalars)
      view.append(contentsOf: scalars)
      let text = String(view)
      let finding = YAMLGuard.obstacle(in: SourceFile(path: "x.yaml", text: text))
      let expected = text.unicodeScalars.first(where: Self.isForbidden)
      #expect((finding == nil) == (expected == nil), "\(text.debugDescription)")
      guard let finding, let expected else { continue }
      let code = String(expected.value, radix: 16, uppercase: true)
      #expect(finding.message.english?.contains(code) == true, "\(text.debugDescription)")
    }
  }
}
