import FoundationEssentials
import IndustryChain

/// A message that came in, its parameters not yet looked at.
struct Message {
  /// Why bytes are no message.
  enum Flaw: Error {
    case noJSON
    case noMessage

    var reason: LocalizedText {
      switch self {
      case .noJSON:
        LocalizedText(english: "the message is no JSON in UTF-8", chinese: "消息不是 UTF-8 编码的 JSON")
      case .noMessage:
        LocalizedText(
          english: "the message is no JSON-RPC request, notification or response",
          chinese: "消息不是 JSON-RPC 请求、通知或应答")
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
    data = Data(body)
    do {
      envelope = try JSONDecoder().decode(Envelope.self, from: data)
    } catch DecodingError.dataCorrupted {
      throw .noJSON
    } catch {
      throw .noMessage
    }
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
