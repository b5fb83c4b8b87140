import FoundationEssentials

/// The id of a request, which its answer repeats.
enum RequestID: Hashable, Codable, Sendable {
  case number(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

/// What every message that comes in says of itself.
struct Envelope: Decodable {
  let id: RequestID?
  let method: String?
}

/// The parameters of a message that comes in.
struct Parameters<Value: Decodable>: Decodable {
  let params: Value
}

/// Why a request has no result, by the codes of JSON-RPC and of the protocol.
struct RPCError: Error, Encodable {
  enum Code: Int, Encodable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParameters = -32602
    case internalError = -32603
    case serverNotInitialized = -32002
    case requestFailed = -32803
  }

  let code: Code
  let message: String
}

/// JSON's null, the result where there is nothing to tell.
struct Null: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encodeNil()
  }
}

/// Puts messages that go out into JSON.
enum OutgoingMessage {
  private struct Success<Result: Encodable>: Encodable {
    let jsonrpc = "2.0"
    let id: RequestID
    let result: Result
  }

  private struct Failure: Encodable {
    let id: RequestID?
    let error: RPCError

    private enum CodingKeys: CodingKey { case jsonrpc, id, error }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode("2.0", forKey: .jsonrpc)
      // An answer to what could not be read has the id null.
      if let id {
        try container.encode(id, forKey: .id)
      } else {
        try container.encodeNil(forKey: .id)
      }
      try container.encode(error, forKey: .error)
    }
  }

  private struct Call<Value: Encodable>: Encodable {
    let jsonrpc = "2.0"
    let id: RequestID?
    let method: String
    let params: Value
  }

  static func result(_ result: some Encodable, of id: RequestID) -> [UInt8] {
    bytes(Success(id: id, result: result))
  }

  static func failure(_ error: RPCError, of id: RequestID?) -> [UInt8] {
    bytes(Failure(id: id, error: error))
  }

  static func notification(_ method: String, _ params: some Encodable) -> [UInt8] {
    bytes(Call(id: nil, method: method, params: params))
  }

  static func request(_ method: String, _ params: some Encodable, id: RequestID) -> [UInt8] {
    bytes(Call(id: id, method: method, params: params))
  }

  /// The same value gives the same bytes.
  private static func bytes(_ message: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Only numbers that JSON cannot write would fail, and no message holds any.
    guard let data = try? encoder.encode(message) else {
      return Array(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":""}}"#.utf8)
    }
    return Array(data)
  }
}
