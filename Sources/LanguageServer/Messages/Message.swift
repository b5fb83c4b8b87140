import FoundationEssentials
import IndustryChain

/// A message that came in, its parameters not yet looked at.
struct Message {
  /// Why bytes are no message.
  enum Flaw: Error {
    case noJSON
    case noMessage
    case tooManyValues

    var reason: LocalizedText {
      switch self {
      case .noJSON:
        LocalizedText(english: "the message is no JSON in UTF-8", chinese: "消息不是 UTF-8 编码的 JSON")
      case .noMessage:
        LocalizedText(
          english: "the message is no JSON-RPC request, notification or response",
          chinese: "消息不是 JSON-RPC 请求、通知或应答")
      case .tooManyValues:
        LocalizedText(
          english: "the message holds more than \(Message.mostValues) values",
          chinese: "消息中的值超过\(Message.mostValues)个")
      }
    }
  }

  let envelope: Envelope
  private let data: Data

  /// Reads what a message says of itself.
  ///
  /// O(length).
  init(_ body: [UInt8]) throws(Flaw) {
    guard String(validating: body, as: UTF8.self) != nil else { throw .noJSON }
    guard Self.valueCount(of: body) <= Self.mostValues else { throw .tooManyValues }
    data = Data(body)
    do {
      envelope = try JSONDecoder().decode(Envelope.self, from: data)
    } catch DecodingError.dataCorrupted {
      throw .noJSON
    } catch {
      throw .noMessage
    }
  }

  /// No message of an editor holds as many; the decoder needs some fifty bytes for each.
  static let mostValues = 100_000

  /// About how many values a JSON text holds: one before each comma outside of texts, one in each
  /// bracket.
  private static func valueCount(of body: [UInt8]) -> Int {
    var (count, isText, isEscaped) = (1, false, false)
    for byte in body {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"): count += 1
      default: break
      }
    }
    return count
  }

  /// The parameters.
  ///
  /// - Throws: `RPCError` where they are not what the method takes.
  func parameters<Value: Decodable>(_: Value.Type) throws(RPCError) -> Value {
    do {
      return try JSONDecoder().decode(Parameters<Value>.self, from: data).params
    } catch {
      throw RPCError(
        code: .invalidParameters,
        message: "the parameters of \"\(envelope.method ?? "")\" are not what it takes")
    }
  }
}
