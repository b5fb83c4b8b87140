internal import CGraphviz
internal import Synchronization

/// Draws graphs with the system's Graphviz, in this process.
///
/// Graphviz is not thread safe and keeps state for the whole process, so drawings wait for each
/// other; any number of tasks may ask. A drawing cannot be stopped once it runs, its cost explodes
/// with the size of the graph, and some graphs crash Graphviz: what may be large is drawn in a
/// process of its own.
public struct GraphvizRenderer: Sendable {
  /// A renderer.
  public init() {}

  /// Draws a graph with Graphviz's layered layout, `dot`, as its source would be.
  ///
  /// - Parameters:
  ///   - graph: The graph; an empty one gives an empty picture.
  ///   - format: What to write.
  /// - Returns: The picture and warnings about it.
  /// - Throws: `RenderError` where there is no picture.
  public func render(
    _ graph: Digraph, as format: RenderFormat
  ) throws(RenderError) -> Rendering {
    try render(DOTSource(graph), as: format)
  }

  /// Draws a graph with Graphviz's layered layout, `dot`.
  ///
  /// The same source gives the same bytes on one machine; between machines, fonts differ.
  ///
  /// - Parameters:
  ///   - source: The graph in DOT.
  ///   - format: What to write; DOT itself is returned as it is.
  /// - Returns: The picture and warnings about it.
  /// - Throws: `RenderError` where there is no picture.
  public func render(
    _ source: DOTSource, as format: RenderFormat
  ) throws(RenderError) -> Rendering {
    if format == .dot { return Rendering(bytes: source.bytes, warnings: []) }
    let outcome = Self.lock.withLock { _ in
      Result { () throws(RenderError) in try Self.draw(source, as: format) }
    }
    var (bytes, warnings) = try outcome.get()
    switch format {
    case .svg: bytes = PictureCleaning.svg(bytes)
    case .pdf: bytes = PictureCleaning.pdf(bytes)
    case .png, .dot, .plain, .json: break
    }
    return Rendering(bytes: bytes, warnings: warnings)
  }

  /// Held while anything of Graphviz is called.
  static let lock = Mutex(())

  /// What Graphviz has said since the drawing began; it comes in pieces.
  private static let log = Mutex<[UInt8]>([])

  private static func takeMessages() -> [GraphvizMessage] {
    let bytes = log.withLock { log in
      defer { log = [] }
      return log
    }
    return GraphvizMessage.parse(String(decoding: bytes, as: UTF8.self))
  }

  /// Draws one graph; the lock is held.
  private static func draw(
    _ source: DOTSource, as format: RenderFormat
  ) throws(RenderError) -> (bytes: [UInt8], warnings: [GraphvizMessage]) {
    try listening { () throws(RenderError) in
      guard let context = unsafe gvContext() else { throw .contextUnavailable }
      defer { unsafe gvFreeContext(context) }
      return try unsafe parse(source.bytes) { graph, complaints, _ throws(RenderError) in
        try unsafe draw(graph, in: context, as: format, complaints)
      }
    }
  }

  /// Gathers what Graphviz says meanwhile; the lock is held.
  static func listening<Answer>(
    _ work: () throws(RenderError) -> Answer
  ) throws(RenderError) -> Answer {
    _ = takeMessages()
    unsafe agseterrf { piece in
      guard let piece = unsafe piece else { return 0 }
      let bytes = unsafe UnsafeBufferPointer(start: piece, count: strlen(piece))
      GraphvizRenderer.log.withLock { log in
        unsafe log.append(contentsOf: bytes.lazy.map { UInt8(bitPattern: $0) })
      }
      return 0
    }
    defer { unsafe agseterrf(nil) }
    // Otherwise one bad graph would fail every later one.
    agreseterrors()
    return try work()
  }

  /// Reads the first graph of a text and hands it over with what Graphviz says of the text and how
  /// many more graphs it holds; somebody is listening.
  static func parse<Answer>(
    _ bytes: [UInt8],
    _ handle: (
      UnsafeMutablePointer<Agraph_t>, [GraphvizMessage], _ furtherCount: Int
    ) throws(RenderError) -> Answer
  ) throws(RenderError) -> Answer {
    CGraphvizResetScanner()
    let terminated = bytes + [0]
    let (parsed, furtherCount) = unsafe terminated.withUnsafeBytes { text in
      var rest = unsafe text.bindMemory(to: CChar.self).baseAddress
      let graph = unsafe CGraphvizRead(rest, &rest)
      // The scanner keeps what follows the graph for the next one; read on, so that it is empty.
      var furtherCount = 0
      if unsafe graph == nil { unsafe rest = nil }
      while furtherCount < bytes.count, let next = unsafe CGraphvizRead(rest, &rest) {
        unsafe agclose(next)
        furtherCount += 1
      }
      return unsafe (graph, furtherCount)
    }
    // After some syntax errors Graphviz gives back what it has understood so far.
    let complaints = takeMessages()
    guard let graph = unsafe parsed else {
      settleScanner()
      throw .syntax(complaints)
    }
    defer { unsafe agclose(graph) }
    if complaints.contains(where: { $0.severity == .error }) {
      settleScanner()
      throw .syntax(complaints)
    }
    return try unsafe handle(graph, complaints, furtherCount)
  }

  /// Leads the scanner out of the string, markup or comment that a broken text has left it in.
  private static func settleScanner() {
    let ends = ["", "\"", "*/", String(repeating: ">", count: 4096)]
    for end in ends + ends {
      agreseterrors()
      let graph = unsafe CGraphvizRead(end + "\ndigraph { settled }\n", nil)
      if let rest = unsafe CGraphvizRead("", nil) { unsafe agclose(rest) }
      let isSettled = !takeMessages().contains { $0.severity == .error }
      if let graph = unsafe graph {
        let hasNode = unsafe agnnodes(graph) == 1
        unsafe agclose(graph)
        if isSettled, hasNode { break }
      }
    }
    agreseterrors()
    _ = takeMessages()
  }

  /// Draws a graph that was read; the lock is held.
  private static func draw(
    _ graph: UnsafeMutablePointer<Agraph_t>, in context: OpaquePointer, as format: RenderFormat,
    _ complaints: [GraphvizMessage]
  ) throws(RenderError) -> (bytes: [UInt8], warnings: [GraphvizMessage]) {
    if case .png(let dotsPerInch) = format {
      unsafe CGraphvizSetGraphAttribute(graph, "dpi", String(dotsPerInch))
    }

    let layoutStatus = unsafe gvLayout(context, graph, "dot")
    defer { unsafe gvFreeLayout(context, graph) }
    let layoutMessages = takeMessages()
    if layoutStatus != 0 || layoutMessages.contains(where: { $0.severity == .error }) {
      throw .layout(layoutMessages)
    }

    var data: UnsafeMutablePointer<CChar>?
    var length = 0
    let status = unsafe CGraphvizRender(context, graph, format.name, &data, &length)
    defer { unsafe gvFreeRenderData(data) }
    let outputMessages = takeMessages()
    guard status == 0, let data = unsafe data else {
      let isUnknown = outputMessages.contains { $0.text.contains("not recognized") }
      throw isUnknown ? .formatUnavailable(format, outputMessages) : .output(outputMessages)
    }
    if outputMessages.contains(where: { $0.severity == .error }) { throw .output(outputMessages) }
    let bytes = unsafe Array(UnsafeRawBufferPointer(start: data, count: length))
    return (bytes, complaints + layoutMessages + outputMessages)
  }
}
