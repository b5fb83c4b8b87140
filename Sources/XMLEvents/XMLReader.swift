internal import CExpat

/// Reads an XML text piece by piece and tells what it says.
///
/// Entities are never expanded beyond the five that XML predefines, nothing outside the text is
/// opened, and nesting is bounded, so memory stays within a small multiple of a piece.
@safe
public final class XMLReader {
  /// Elements may stand inside each other so deep.
  public static let deepest = 256

  private let parser: XML_Parser
  private let state: State

  /// What the parser's callbacks work on; they get a pointer to it.
  @safe
  private final class State {
    let parser: XML_Parser
    let handle: (XMLEvent) throws -> Void
    /// What the handler has thrown; the first stops the parser.
    var failure: (any Error)?
    var reason: XMLError.Reason?
    var depth = 0

    init(_ parser: XML_Parser, _ handle: @escaping (XMLEvent) throws -> Void) {
      unsafe self.parser = unsafe parser
      self.handle = handle
    }

    var isReading: Bool { failure == nil && reason == nil }

    func stop(_ reason: XMLError.Reason) {
      guard isReading else { return }
      self.reason = reason
      unsafe XML_StopParser(parser, 0)
    }

    func send(_ event: XMLEvent) {
      guard isReading else { return }
      do {
        try handle(event)
      } catch {
        failure = error
        unsafe XML_StopParser(parser, 0)
      }
    }
  }

  /// A reader that hands each event over; what the handler throws ends the reading.
  ///
  /// - Throws: `XMLError` without memory.
  public init(_ handle: @escaping (XMLEvent) throws -> Void) throws(XMLError) {
    // The separator stands between a namespace and a name.
    guard let parser = unsafe XML_ParserCreateNS(nil, 0x7C) else {
      throw XMLError(reason: .noMemory, line: 1, column: 1)
    }
    unsafe self.parser = unsafe parser
    state = unsafe State(parser, handle)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { state, name, attributes in
        unsafe XMLReader.begin(state, name, attributes)
      },
      { state, name in
        guard let state = unsafe XMLReader.state(state), let name = unsafe name else { return }
        state.depth -= 1
        unsafe state.send(.end(XMLReader.localName(name).text))
      })
    unsafe XML_SetCharacterDataHandler(
      parser,
      { state, text, length in
        guard let state = unsafe XMLReader.state(state), let text = unsafe text else { return }
        let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(length))
        unsafe state.send(.text(String(decoding: bytes, as: UTF8.self)))
      })
    unsafe XML_SetEntityDeclHandler(
      parser,
      { state, _, _, _, _, _, _, _, _ in
        unsafe XMLReader.state(state)?.stop(.entityDeclaration)
      })
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Reads on; `isLast` where no more comes.
  ///
  /// - Throws: `XMLError`, or what the handler has thrown.
  public func read(_ bytes: [UInt8], isLast: Bool) throws {
    // The parser takes lengths as 32-bit numbers.
    var rest = bytes[...]
    repeat {
      let piece = Array(rest.prefix(1 << 20))
      rest = rest.dropFirst(piece.count)
      try parse(piece, isLast: isLast && rest.isEmpty)
    } while !rest.isEmpty
  }

  /// Reads a whole text.
  ///
  /// - Throws: `XMLError`, or what the handler has thrown.
  public static func read(
    _ bytes: [UInt8], _ handle: @escaping (XMLEvent) throws -> Void
  ) throws {
    try XMLReader(handle).read(bytes, isLast: true)
  }

  private func parse(_ piece: [UInt8], isLast: Bool) throws {
    let state = state
    try withExtendedLifetime(state) {
      let status = unsafe piece.withUnsafeBytes { buffer in
        unsafe XML_Parse(
          parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count),
          isLast ? 1 : 0)
      }
      if let failure = state.failure { throw failure }
      if let reason = state.reason { throw error(reason) }
      guard status != XML_STATUS_ERROR else {
        let code = unsafe XML_GetErrorCode(parser)
        if code == XML_ERROR_NO_MEMORY { throw error(.noMemory) }
        let message = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) }
        throw error(.syntax(message ?? "it is not XML"))
      }
    }
  }

  private func error(_ reason: XMLError.Reason) -> XMLError {
    unsafe XMLError(
      reason: reason, line: Int(XML_GetCurrentLineNumber(parser)),
      column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
  }

  private static func begin(
    _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let state = unsafe state(pointer), let name = unsafe name else { return }
    state.depth += 1
    guard state.depth <= deepest else {
      return state.stop(.tooDeep)
    }
    guard state.isReading else { return }
    // A name without a namespace goes before one with the same last part.
    var (plain, qualified) = (XMLAttributes(), XMLAttributes())
    var next = unsafe attributes
    while let key = unsafe next?[0], let value = unsafe next?[1] {
      let name = unsafe localName(key)
      if name.isQualified {
        unsafe qualified.append(name.text, String(cString: value))
      } else {
        unsafe plain.append(name.text, String(cString: value))
      }
      unsafe next = unsafe next?.advanced(by: 2)
    }
    plain.append(qualified)
    unsafe state.send(.start(localName(name).text, attributes: plain))
  }

  private static func state(_ pointer: UnsafeMutableRawPointer?) -> State? {
    unsafe pointer.map { unsafe Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The part of a name behind its namespace, of which no text is made, and whether it has one.
  private static func localName(
    _ name: UnsafePointer<CChar>
  ) -> (text: String, isQualified: Bool) {
    var (start, next) = unsafe (name, name)
    while unsafe next.pointee != 0 {
      let isSeparator = unsafe next.pointee == 0x7C
      unsafe next = unsafe next.advanced(by: 1)
      if isSeparator { unsafe start = unsafe next }
    }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: next - start)
    return unsafe (String(decoding: bytes, as: UTF8.self), start != name)
  }
}
