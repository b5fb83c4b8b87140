import Testing

@testable import LanguageServer

@Suite struct MessageDecoderTests {
  @Test func `nothing gives nothing`() throws {
    var decoder = MessageDecoder()
    #expect(try decoder.next() == nil)
  }
}
