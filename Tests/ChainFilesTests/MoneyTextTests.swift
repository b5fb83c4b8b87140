import ChainFiles
import Testing

@Suite struct MoneyTextTests {
  @Test func `an argument is read as the files are, or refused with the reason`() throws {
    #expect(try MoneyText.millionCNY("3亿元") == 300)
    #expect(try MoneyText.millionCNY("300") == 300)
    let flaw = #expect(throws: MoneyText.Flaw.self) { try MoneyText.millionCNY("3美元") }
    #expect(flaw?.message.contains("美元") == true)
  }
}
