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

  /// The bodies of a stream and what was passed over between them, byte by byte or at once.
  private func heard(
    _ bytes: [UInt8], inPieces: Bool = false
  ) -> (items: [String], decoder: MessageDecoder) {
    var decoder = MessageDecoder()
    var heard: [String] = []
    for piece in inPieces ? bytes.map({ [$0] }) : [bytes] {
      decoder.append(piece)
      var isWaiting = false
      while !isWaiting {
        do throws(MessageDecoder.Flaw) {
          let body = try decoder.next()
          if let body { heard.append(String(decoding: body, as: UTF8.self)) }
          isWaiting = body == nil
        } catch {
          heard.append("!")
        }
      }
    }
    return (heard, decoder)
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length:\r\n\r\n", "\r\n\r\n",
    "Content-Length: 67108865\r\n\r\n{\"a\": \"Content-Length: 3\"}", "X: y\r\n\r\nbody", "garbage",
    "Content-Length: 99999999999999999999\r\n\r\n", String(repeating: "x", count: 100_000),
    "Content-Length: 3\r\nno colon\r\n\r\nabc", "Content-Length: 1\r", "content-length: ",
    String(repeating: "Content-Length: 1\r\n", count: 300),
  ])
  func `what is no message is passed over and the next one heard`(_ garbage: String) {
    let stream = "Content-Length: 1\r\n\r\na" + garbage + "CONTENT-length:  2\r\nX: y\r\n\r\nbc"
    for inPieces in [false, true] {
      let heard = heard(Array(stream.utf8), inPieces: inPieces).items
      #expect(heard.first == "a" && heard.last == "bc")
      #expect(heard.dropFirst().dropLast().allSatisfy { $0 == "!" } && heard.count > 2)
    }
  }

  @Test func `a body above the bound is passed over without being kept`() {
    var decoder = MessageDecoder()
    decoder.append(Array("Content-Length: 70000000\r\n\r\n".utf8))
    #expect(throws: MessageDecoder.Flaw.badLength("70000000")) { try decoder.next() }
    let piece = [UInt8](repeating: UInt8(ascii: "c"), count: 1 << 16)
    for _ in 0..<40 {
      decoder.append(piece)
      #expect(throws: Never.self) { try decoder.next() == nil }
    }
    #expect(decoder.keptCount <= 2 << 16)
  }

  @Test(arguments: 0..<300)
  func `after a mutated stream the next message is heard`(seed: UInt64) {
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
    let filler = MessageDecoder.framed([UInt8](repeating: UInt8(ascii: " "), count: 1000))
    let (items, decoder) = heard(stream + filler + MessageDecoder.framed(Array("last".utf8)))
    // A length that was made longer has the rest for a body.
    #expect(items.last == "last" || decoder.awaitedLength ?? 0 > 1000)
  }
}
