import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct LanguageTests {
  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test(arguments: everyFixture)
  func `a finding speaks both languages, in message, notes, help and fix`(_ fixture: Fixture) {
    for text in fixture.load().diagnostics.flatMap(\.texts) {
      #expect(text.english?.isEmpty == false)
      #expect(text.chinese.map(Self.isChinese) == true, "\(text.english ?? "")")
      #expect(text.chinese?.slipsOfSetting == [])
    }
  }

  @Test(arguments: [
    ("推定：\"铜箔\", \"负极\"", 4), ("`weights`没有", 1), ("此处应为`true`", 1), ("此处应为 `true`，", 0),
    ("写 `2,3` 或 `链,环`", 0), ("“铜箔”、“负极”", 0),
  ])
  func `what is set as English is found`(_ text: String, _ count: Int) {
    #expect(text.slipsOfSetting.count == count)
  }

  @Test func `names and flags of the schema are set apart from Chinese`() {
    let found = Fixture(
      .wrongType, "",
      ("x.yaml", chain("x", ("a", "    inputs: {b: {critical: maybe}}\n"), ("b", ""))),
      ("region.yaml", region("ranking: {weights: {price: 3}}\nlacks: [x]\nprovides: {a: b}\n"))
    ).load().diagnostics
    #expect(found.count == 4, "\(found)")
    #expect(found.flatMap(\.texts).flatMap { $0.chinese?.slipsOfSetting ?? [] } == [])
    #expect(found.contains { $0.message.chinese == "`weights` 没有“price”这个键" })
  }
}
