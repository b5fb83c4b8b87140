import IndustryChain
import Testing

@testable import LanguageServer

@Suite struct MessageDecoderTests {
  private func bodies(in stream: [UInt8], pieces: [Int]) throws -> [String] {
    var decoder = MessageDecoder()
    var bodies: [String] = []
    var rest = stream[...]
    for length in pieces + [stream.count] {
      decoder.append(rest.prefix(length))
      rest = rest.dropFirst(length)
      while let body = try decoder.next() { bodies.append(String(decoding: body, as: UTF8.self)) }
    }
    return bodies
  }

  private func flaw(of header: String) -> MessageDecoder.Flaw? {
    var decoder = MessageDecoder()
    decoder.append(Array(header.utf8))
    do throws(MessageDecoder.Flaw) {
      _ = try decoder.next()
      return nil
    } catch {
      return error
    }
  }

  @Test func `nothing gives nothing, and half a message waits`() throws {
    #expect(try bodies(in: [], pieces: []) == [])
    #expect(try bodies(in: Array("Content-Length: 3\r\n\r\nab".utf8), pieces: []) == [])
  }

  @Test func `a header may have other lines, in any case, and a body any bytes`() throws {
    let text = "Content-Type: x; charset=utf-8\r\ncontent-LENGTH:  5\r\n\r\n\r\n\r\n!"
    #expect(try bodies(in: Array(text.utf8), pieces: []) == ["\r\n\r\n!"])
  }

  @Test(arguments: 0..<40)
  func `however a stream is cut, the same bodies come out`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let expected = (0..<6).map { _ in
      String(
        repeating: ["a", "金", "\r\n"].randomElement(using: &generator) ?? "",
        count: .random(in: 0...50, using: &generator))
    }
    let stream = expected.flatMap { MessageDecoder.framed(Array($0.utf8)) }
    let pieces = (0..<stream.count).map { _ in Int.random(in: 0...9, using: &generator) }
    #expect(try bodies(in: stream, pieces: pieces) == expected)
  }

  @Test func `a header that is none says why`() {
    #expect(flaw(of: "GET /\r\n\r\n") == .badHeader("GET /"))
    #expect(flaw(of: "A: b\r\n\r\n") == .noLength)
    #expect(flaw(of: "Content-Length: -1\r\n\r\n") == .badLength("-1"))
    #expect(flaw(of: "Content-Length: 67108865\r\n\r\n") == .badLength("67108865"))
    #expect(flaw(of: "Content-Length: 99999999999999999999\r\n\r\n") != nil)
    #expect(flaw(of: String(repeating: "x", count: 5000)) == .headerTooLong)
    #expect(flaw(of: String(repeating: "x", count: 4000)) == nil)
  }

  @Test(arguments: 0..<300)
  func `mutated streams end in bodies or a flaw`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var stream = (0..<3).flatMap { MessageDecoder.framed(Array(#"{"id":\#($0)}"#.utf8)) }
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0..<stream.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: stream[place] = .random(in: 0...255, using: &generator)
      case 1: stream.remove(at: place)
      default: stream.insert(.random(in: 0...255, using: &generator), at: place)
      }
    }
    var decoder = MessageDecoder()
    decoder.append(stream)
    var length = 0
    do throws(MessageDecoder.Flaw) {
      while let body = try decoder.next() { length += body.count }
    } catch {
      #expect(error.message.english?.isEmpty == false)
      #expect(error.message.chinese?.isEmpty == false)
    }
    #expect(length < stream.count)
  }
}
