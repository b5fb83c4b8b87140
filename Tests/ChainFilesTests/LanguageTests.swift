import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct LanguageTests {
  private static func texts(of found: Diagnostic) -> [LocalizedText] {
    [found.message] + found.notes.map(\.message)
      + [found.help, found.fix?.title].compactMap { $0 }
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test(arguments: everyFixture)
  func `a finding speaks both languages, in message, notes, help and fix`(_ fixture: Fixture) {
    for text in fixture.load().diagnostics.flatMap(Self.texts) {
      #expect(text.english?.isEmpty == false)
      #expect(text.chinese.map(Self.isChinese) == true, "\(text.english ?? "")")
    }
  }
}
