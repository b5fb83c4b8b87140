import YAML

/// Gathers the events of a YAML text, and the comments between them, into a tree.
///
/// A comment stands in a gap between two tokens. On the line of the token before, it belongs to
/// that token's entry; on lines of its own, to the next entry, or, where it stands as far to the right as
/// the entries of a map that ends there, to the end of that map.
struct TreeReader {
  /// A map or a list that is still open.
  private struct Frame {
    let isMap: Bool
    let isFlow: Bool
    /// The column of its entries, from 1.
    let column: Int
    var entries: [TreeEntry] = []
    var items: [TreeItem] = []
    /// Whether the last entry or item still waits for its value.
    var isWaiting = false
    var keys: Set<String> = []
  }

  /// A line without values, and the column where its comment begins.
  private struct LooseLine {
    let line: TreeLine
    let column: Int
  }

  /// The text in UTF-8.
  private let text: UnsafeBufferPointer<UInt8>
  private var frames: [Frame] = []
  private var loose: [LooseLine] = []
  private var head: [TreeLine] = []
  private var root: TreeMap?
  private var below: [TreeLine] = []
  /// The number of scalars that have been read, as the marks of events count them.
  private var cursor = 0
  /// The number of bytes that have been read.
  private var offset = 0
  /// Where the line of the cursor begins, in scalars.
  private var lineStart = 0
  /// Whether what stands in the rest of the line stands beside a token.
  private var isBesideToken = false
  private var documentCount = 0
  /// What keeps the text from being kept, and where.
  private(set) var obstacle: (reason: TreeObstacle, mark: YAMLMark)?

  /// Reads a text event by event; its bytes must outlive the reader.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// The whole text, where it could be kept.
  var tree: FileTree? {
    guard obstacle == nil else { return nil }
    var map = root ?? TreeMap([])
    map.below += below
    return FileTree(map, head: head)
  }

  private mutating func stop(_ reason: TreeObstacle, at mark: YAMLMark) -> YAMLReader.Continuation {
    obstacle = (reason, mark)
    return .stop
  }

  // MARK: Events

  /// Takes the next event.
  mutating func take(_ event: borrowing YAMLEvent) -> YAMLReader.Continuation {
    guard !event.hasAnchor else { return stop(.anchor, at: event.start) }
    guard !event.hasTag else { return stop(.tag, at: event.start) }
    readGap(upTo: event.start.index)
    switch event.kind {
    case .alias: return stop(.anchor, at: event.start)
    case .documentStart:
      documentCount += 1
      guard documentCount == 1 else { return stop(.documents, at: event.start) }
      guard isMarkOrNothing(event.start.index..<event.end.index) else {
        return stop(.directive, at: event.start)
      }
      move(to: event.end)
      isBesideToken = false
    case .documentEnd:
      guard event.isImplicit else { return stop(.documents, at: event.start) }
    case .scalar: return scalar(event)
    case .mappingStart, .sequenceStart: return open(event)
    case .mappingEnd, .sequenceEnd: close(event)
    }
    return .goOn
  }

  /// What follows the last event.
  mutating func end() {
    guard obstacle == nil else { return }
    readGap(upTo: .max)
    below += takeLoose()
  }

  private mutating func scalar(_ event: borrowing YAMLEvent) -> YAMLReader.Continuation {
    let last = frames.count - 1
    guard last >= 0 else {
      guard event.start.index == event.end.index else { return stop(.noMap, at: event.start) }
      return .goOn
    }
    if frames[last].isMap, !frames[last].isWaiting {
      guard frames[last].keys.insert(event.text).inserted else {
        return stop(.duplicateKey(event.text), at: event.start)
      }
      guard event.style != .literal, event.style != .folded else {
        return stop(.complexKey, at: event.start)
      }
      frames[last].entries.append(
        TreeEntry(event.text, .blank, notes: TreeNotes(above: takeLoose())))
      frames[last].isWaiting = true
    } else {
      begin()
      let scalar = TreeScalar(event.text, event.style == .plain ? .plain : .quoted)
      put(scalar.isBlank ? .blank : .scalar(scalar))
    }
    isBesideToken = true
    move(to: event.end)
    if event.style == .literal || event.style == .folded { readBlock(event) }
    return .goOn
  }

  private mutating func open(_ event: borrowing YAMLEvent) -> YAMLReader.Continuation {
    let isMap = event.kind == .mappingStart
    if let last = frames.last, last.isMap, !last.isWaiting {
      return stop(.complexKey, at: event.start)
    }
    let isFlow = event.style == .flow
    if frames.isEmpty {
      guard isMap else { return stop(.noMap, at: event.start) }
      head = takeLoose()
    } else if isFlow || !frames[frames.count - 1].isMap {
      begin()
    }
    frames.append(Frame(isMap: isMap, isFlow: isFlow, column: event.start.column))
    move(to: isFlow ? event.end : event.start)
    isBesideToken = isFlow
    return .goOn
  }

  private mutating func close(_ event: borrowing YAMLEvent) {
    guard let frame = frames.popLast() else { return }
    // A list may stand as far to the left as the keys of the map around it.
    let isIndented = frames.last?.column != frame.column
    let lines = frame.isFlow ? takeLoose() : isIndented ? takeLoose(from: frame.column) : []
    if frame.isFlow {
      move(to: event.end)
      isBesideToken = true
    }
    let map = TreeMap(frame.entries, below: lines)
    guard !frames.isEmpty else {
      root = map
      return
    }
    guard !frame.entries.isEmpty || !frame.items.isEmpty else {
      // Where nothing is inside, a comment that stands there goes above.
      addAbove(lines.filter { $0 != .blank })
      return put(frame.isMap ? .map(TreeMap([])) : .list(TreeList()))
    }
    put(frame.isMap ? .map(map) : .list(TreeList(frame.items, below: lines)))
  }

  /// A value that stands there whole, or a list or map in brackets, begins.
  private mutating func begin() {
    let last = frames.count - 1
    if frames[last].isMap {
      // Between a key and its value; above the key is the nearest place.
      addAbove(takeLoose().filter { $0 != .blank })
    } else {
      frames[last].items.append(TreeItem(.blank, notes: TreeNotes(above: takeLoose())))
      frames[last].isWaiting = true
    }
  }

  /// Adds lines above the innermost entry or item.
  private mutating func addAbove(_ lines: [TreeLine]) {
    let last = frames.count - 1
    if frames[last].isMap {
      frames[last].entries[frames[last].entries.count - 1].notes.above += lines
    } else {
      frames[last].items[frames[last].items.count - 1].notes.above += lines
    }
  }

  private mutating func put(_ value: TreeValue) {
    let last = frames.count - 1
    frames[last].isWaiting = false
    if frames[last].isMap {
      frames[last].entries[frames[last].entries.count - 1].value = value
    } else {
      frames[last].items[frames[last].items.count - 1].value = value
    }
  }

  // MARK: Gaps

  /// Goes on to a place behind the cursor; a place before it changes nothing.
  private mutating func move(to mark: YAMLMark) {
    guard mark.index >= cursor else { return }
    offset = byteOffset(of: mark.index)
    cursor = mark.index
    lineStart = mark.index - (mark.column - 1)
  }

  /// Where a scalar begins; O(distance from the cursor).
  private func byteOffset(of index: Int) -> Int {
    var (place, count) = (offset, cursor)
    while count < index, place < text.count {
      place += 1
      while place < text.count, text[place].isContinuation { place += 1 }
      count += 1
    }
    while count > index, place > 0 {
      place -= 1
      if !text[place].isContinuation { count -= 1 }
    }
    return place
  }

  /// Passes over the rest of a scalar that begins at the cursor.
  private mutating func skipScalar() {
    offset += 1
    while offset < text.count, text[offset].isContinuation { offset += 1 }
    cursor += 1
  }

  /// Reads the comments and blank lines up to a token.
  private mutating func readGap(upTo end: Int) {
    guard cursor < end else { return }
    var isBlankLine = !isBesideToken && cursor == lineStart
    while cursor < end, offset < text.count {
      let byte = text[offset]
      if byte == UInt8(ascii: "#") {
        let (start, column) = (offset, cursor - lineStart + 1)
        while offset < text.count, !text[offset].isLineEnd { skipScalar() }
        keep(comment(start..<offset), column: column)
        isBlankLine = false
        continue
      }
      if byte.isLineEnd {
        if isBlankLine { loose.append(LooseLine(line: .blank, column: 0)) }
        skipScalar()
        if byte == 13, offset < text.count, text[offset] == 10 { skipScalar() }
        lineStart = cursor
        isBlankLine = true
        isBesideToken = false
        continue
      }
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") { isBlankLine = false }
      skipScalar()
    }
  }

  /// A comment without the blanks at its end.
  private func comment(_ range: Range<Int>) -> String {
    var end = range.upperBound
    while end > range.lowerBound, [0x20, 0x09].contains(text[end - 1]) { end -= 1 }
    return String(decoding: text[range.lowerBound..<end], as: UTF8.self)
  }

  /// Keeps a comment beside the last token, or for the next.
  private mutating func keep(_ comment: String, column: Int) {
    guard isBesideToken, keepBeside(comment) else {
      loose.append(LooseLine(line: .comment(comment), column: column))
      return
    }
  }

  private mutating func keepBeside(_ comment: String) -> Bool {
    // After an opening bracket the line is that of the bracket's owner.
    for index in frames.indices.reversed() {
      if let entry = frames[index].entries.indices.last {
        frames[index].entries[entry].notes.addBeside(comment)
        return true
      }
      if let item = frames[index].items.indices.last {
        frames[index].items[item].notes.addBeside(comment)
        return true
      }
    }
    return false
  }

  /// The lines that wait for an entry.
  private mutating func takeLoose() -> [TreeLine] {
    defer { loose.removeAll() }
    return loose.map(\.line)
  }

  /// The lines up to the last comment that stands as far to the right as a column.
  private mutating func takeLoose(from column: Int) -> [TreeLine] {
    let own = loose.prefix { $0.line == .blank || $0.column >= column }
    guard let last = own.lastIndex(where: { $0.line != .blank }) else { return [] }
    defer { loose.removeFirst(last + 1) }
    return loose[...last].map(\.line)
  }

  /// The comment in the first line of a block, and the lines after its last.
  private mutating func readBlock(_ event: borrowing YAMLEvent) {
    let start = byteOffset(of: event.start.index)
    let lineEnd = text[start...].firstIndex(where: \.isLineEnd) ?? text.count
    if let mark = text[start..<lineEnd].firstIndex(of: UInt8(ascii: "#")) {
      keep(comment(mark..<lineEnd), column: 0)
    }
    while offset > lineEnd, text[offset - 1].isLineEnd || text[offset - 1] == 0x20 {
      offset -= 1
      cursor -= 1
    }
    while offset < lineEnd { skipScalar() }
    lineStart = cursor
    for byte in text[..<offset].reversed() {
      if byte.isLineEnd { break }
      if !byte.isContinuation { lineStart -= 1 }
    }
  }

  /// Whether a document begins with nothing or `---`, not with directives.
  private func isMarkOrNothing(_ range: Range<Int>) -> Bool {
    range.isEmpty
      || text[byteOffset(of: range.lowerBound)..<byteOffset(of: range.upperBound)]
        .elementsEqual("---".utf8)
  }
}

extension TreeNotes {
  /// Adds a comment at the end of the line; what stood there goes above it.
  fileprivate mutating func addBeside(_ comment: String) {
    if let earlier = beside { above.append(.comment(earlier)) }
    beside = comment
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == 10 || self == 13 }
  /// Whether it goes on with a scalar that an earlier byte has begun.
  fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
