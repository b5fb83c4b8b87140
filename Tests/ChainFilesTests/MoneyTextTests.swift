import ChainFiles
import IndustryChain
import Testing

@Suite struct MoneyTextTests {
  @Test func `an argument is read as the files are, or refused with the reason`() throws {
    #expect(try MoneyText.millionCNY("3亿元") == 300)
    #expect(try MoneyText.millionCNY("300") == 300)
    let flaw = #expect(throws: MoneyText.Flaw.self) { try MoneyText.millionCNY("3美元") }
    #expect(flaw?.message.chinese?.contains("美元") == true)
    let large = #expect(throws: MoneyText.Flaw.self) { try MoneyText.millionCNY("1e300") }
    #expect(
      large?.message.english
        == "\"1e300\" is too large for an amount of money: more than 100 trillion CNY, 1e8 million")
    #expect(try MoneyText.number("1,200.5") == 1200.5)
    let land = #expect(throws: MoneyText.Flaw.self) { try MoneyText.number("1e13") }
    #expect(land?.message.english == "\"1e13\" is too large for a number: more than 1e9")
  }
}
