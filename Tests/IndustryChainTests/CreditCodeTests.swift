import IndustryChain
import Testing

@Test func `the code that the standard gives as its example is accepted`() throws {
  #expect(try CreditCode("91350100M000100Y43").rawValue == "91350100M000100Y43")
}

@Test func `a wrong check character is refused and the right one named`() {
  #expect(throws: CreditCode.Flaw.checkCharacter(expected: "3")) {
    try CreditCode("91350100M000100Y44")
  }
}

@Test func `length and alphabet are checked`() {
  #expect(throws: CreditCode.Flaw.length(3)) { try CreditCode("913") }
  #expect(throws: CreditCode.Flaw.character("I")) { try CreditCode("9135010IM000100Y43") }
}
