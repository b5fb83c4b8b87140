/// Reads texts that are laid out plainly, as most chain files are: maps by indentation, texts that
/// end on their line or go on in deeper ones, and `{…}` and `[…]` that end on their line.
///
/// It knows a small part of YAML and reads that part exactly as libyaml does, places included; a test
/// holds the two against each other on generated, mutated and shipped texts. At anything else (another
/// construct, a tab, an escape, an error) it gives up, and says nothing about the text.
@safe struct PlainLayoutScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let classes: UnsafeBufferPointer<UInt8>
  private let count: Int
  private var builder: YAMLTreeBuilder
  private var position = 0
  private var line = 1
  private var lineStart = 0
  /// How many bytes of this line so far do not begin a character.
  private var innerBytes = 0
  /// The columns of the open maps.
  private var indents: [Int] = []
  /// Where a value goes that the line after the key may hold.
  private var awaited: (line: Int, column: Int)?

  /// The tree of a text, `nil` where the scanner gives up.
  ///
  /// O(length).
  static func tree(of text: String) -> YAMLTree? {
    var text = text
    return text.withUTF8 { bytes in
      unsafe ByteClass.table.withUnsafeBufferPointer { classes in
        // Places are kept as 32-bit numbers.
        guard bytes.count < Int32.max else { return nil }
        var scanner = unsafe PlainLayoutScanner(bytes: bytes, classes: classes)
        return scanner.scan() ? scanner.builder.tree() : nil
      }
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = unsafe bytes
    unsafe self.classes = unsafe classes
    count = bytes.count
    builder = unsafe YAMLTreeBuilder(source: bytes)
    indents.reserveCapacity(YAMLTree.deepest)
  }

  /// The byte at a place, a line end behind the last.
  private func byte(_ index: Int) -> UInt8 {
    unsafe index < count ? bytes[index] : UInt8(ascii: "\n")
  }

  private func has(_ byteClass: UInt8, _ byte: UInt8) -> Bool {
    unsafe classes[Int(byte)] & byteClass != 0
  }

  private var column: Int { position - lineStart - innerBytes + 1 }

  private mutating func scan() -> Bool {
    while position < count {
      skipBlanks()
      let first = byte(position)
      if first == UInt8(ascii: "\n") || first == UInt8(ascii: "#") {
        skipLine()
        continue
      }
      guard !builder.isFull, openMapping(at: position - lineStart), entry() else { return false }
      skipBlanks()
      guard endsLine else { return false }
      skipLine()
    }
    putAwaited()
    for _ in indents { builder.end() }
    return builder.rows.count <= builder.mostValues
  }

  /// Closes what ends and opens what begins where a line is indented so far.
  private mutating func openMapping(at indent: Int) -> Bool {
    if let last = indents.last, indent <= last {
      putAwaited()
      while let last = indents.last, indent < last {
        indents.removeLast()
        builder.end()
      }
      return indents.last == indent
    }
    // A deeper line is the value of the key above; without such a key it goes on with a text.
    guard indents.isEmpty ? builder.rows.isEmpty : awaited != nil,
      builder.depth < YAMLTree.deepest
    else { return false }
    awaited = nil
    indents.append(indent)
    builder.begin(.mapping, line: line, column: column)
    return true
  }

  /// A blank value where a key has none.
  private mutating func putAwaited() {
    guard let place = awaited else { return }
    awaited = nil
    builder.scalar(
      .plain, offset: 0, length: 0, line: place.line, column: place.column,
      endColumn: place.column)
  }

  /// A key and, where it stands on the same line, its value.
  private mutating func entry() -> Bool {
    guard key(endingAt: ByteClass.endsBlockText) else { return false }
    position += 1
    let place = (line, column)
    skipBlanks()
    if endsLine {
      awaited = place
      return true
    }
    switch byte(position) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return collection()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quotedText()
    default: return blockText()
    }
  }

  /// A text without quotes and outside brackets, which the deeper lines below go on with.
  private mutating func blockText() -> Bool {
    let (start, startLine, startColumn) = (position, line, column)
    guard !has(ByteClass.isIndicator, byte(position)), var end = restOfText() else { return false }
    guard continuation != nil else {
      put(.plain, from: start, to: end, column: startColumn)
      return true
    }
    let offset = builder.ownTextOffset
    builder.addToOwnText(start..<end, isFirst: true)
    while let next = continuation {
      skipLine()
      position = next
      guard let lineEnd = restOfText() else { return false }
      end = lineEnd
      builder.addToOwnText(next..<end, isFirst: false)
    }
    builder.ownScalar(
      since: offset, line: startLine, column: startColumn, endLine: line,
      endColumn: end - lineStart - innerBytes + 1)
    return true
  }

  /// Goes to the end of a text's line, or to the comment there; where the text's last character ends,
  /// `nil` where a key or something else stands there.
  private mutating func restOfText() -> Int? {
    while true {
      skip(until: ByteClass.endsBlockText)
      let next = byte(position)
      if next == UInt8(ascii: ":") {
        let follower = byte(position + 1)
        if follower == UInt8(ascii: " ") || follower == UInt8(ascii: "\n") { return nil }
      } else if next != UInt8(ascii: "#") || byte(position - 1) == UInt8(ascii: " ") {
        break
      }
      position += 1
    }
    guard byte(position) == UInt8(ascii: "\n") || byte(position) == UInt8(ascii: "#") else {
      return nil
    }
    var last = position
    while byte(last - 1) == UInt8(ascii: " ") { last -= 1 }
    return last
  }

  /// Where the next line goes on with the text that ends this one, `nil` where it does not.
  ///
  /// Behind a blank line the scanner gives up by itself: no text may stand there.
  private var continuation: Int? {
    guard byte(position) == UInt8(ascii: "\n"), let indent = indents.last else { return nil }
    var next = position + 1
    while byte(next) == UInt8(ascii: " ") { next += 1 }
    let isText = byte(next) != UInt8(ascii: "\n") && byte(next) != UInt8(ascii: "#")
    return isText && next - position - 1 > indent ? next : nil
  }

  /// A key without quotes, up to its colon.
  private mutating func key(endingAt ends: UInt8) -> Bool {
    let start = position
    let startColumn = column
    guard !has(ByteClass.isIndicator, byte(position)) else { return false }
    // A line that begins with three dots ends a document.
    if position == lineStart, byte(position) == UInt8(ascii: ".") { return false }
    while true {
      skip(until: ends)
      let (next, follower) = (byte(position), byte(position + 1))
      let isBehindBlank = byte(position - 1) == UInt8(ascii: " ")
      if next == UInt8(ascii: ":"),
        follower == UInt8(ascii: " ") || follower == UInt8(ascii: "\n")
      {
        guard !isBehindBlank, position - start < 500 else { return false }
        put(.plain, from: start, to: position, column: startColumn)
        return true
      }
      guard ends == ByteClass.endsBlockText,
        next == UInt8(ascii: ":") || (next == UInt8(ascii: "#") && !isBehindBlank)
      else { return false }
      position += 1
    }
  }

  /// A text without quotes in brackets, up to what separates values there.
  private mutating func flowText() -> Bool {
    let start = position
    let startColumn = column
    guard !has(ByteClass.isIndicator, byte(position)) else { return false }
    skip(until: ByteClass.endsFlowText)
    guard has(ByteClass.closesValue, byte(position)) else { return false }
    var last = position
    while byte(last - 1) == UInt8(ascii: " ") { last -= 1 }
    put(.plain, from: start, to: last, column: startColumn)
    return true
  }

  /// A text in quotes that holds neither an escape nor a line end.
  private mutating func quotedText() -> Bool {
    let quote = byte(position)
    let startColumn = column
    position += 1
    let start = position
    skip(until: ByteClass.endsQuotedText)
    while position < count,
      byte(position) == UInt8(ascii: "\"") || byte(position) == UInt8(ascii: "'"),
      byte(position) != quote
    {
      position += 1
      skip(until: ByteClass.endsQuotedText)
    }
    guard byte(position) == quote else { return false }
    // Two quotes in a row stand for one.
    guard byte(position + 1) != quote else { return false }
    position += 1
    builder.scalar(
      .quoted, offset: start, length: position - 1 - start, line: line, column: startColumn,
      endColumn: column)
    return true
  }

  /// `{…}` or `[…]` on one line.
  private mutating func collection() -> Bool {
    guard builder.depth < YAMLTree.deepest else { return false }
    let isMapping = byte(position) == UInt8(ascii: "{")
    let close = UInt8(ascii: isMapping ? "}" : "]")
    builder.begin(isMapping ? .mapping : .sequence, line: line, column: column)
    position += 1
    skipBlanks()
    var isFirst = true
    while true {
      if isFirst, byte(position) == close { break }
      isFirst = false
      guard !builder.isFull else { return false }
      if isMapping {
        guard key(endingAt: ByteClass.endsFlowText) else { return false }
        position += 1
        skipBlanks()
      }
      guard flowValue() else { return false }
      skipBlanks()
      if byte(position) == close { break }
      guard byte(position) == UInt8(ascii: ",") else { return false }
      position += 1
      skipBlanks()
    }
    position += 1
    builder.end()
    return true
  }

  private mutating func flowValue() -> Bool {
    switch byte(position) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): collection()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quotedText()
    default: flowText()
    }
  }

  private mutating func put(_ kind: YAMLTree.Kind, from start: Int, to end: Int, column: Int) {
    builder.scalar(
      kind, offset: start, length: end - start, line: line, column: column,
      endColumn: end - lineStart - innerBytes + 1)
  }

  /// Whether a line end or a comment stands here.
  private var endsLine: Bool {
    let next = byte(position)
    return next == UInt8(ascii: "\n")
      || (next == UInt8(ascii: "#") && byte(position - 1) == UInt8(ascii: " "))
  }

  /// Goes on to the next byte of a class, or to the end.
  @inline(__always)
  private mutating func skip(until ends: UInt8) {
    // In registers: this is where most of the time goes.
    var next = position
    var inner = 0
    while next <= count - 8 {
      let word = unsafe EightBytes(bytes, at: next)
      let length = word.ordinaryCount
      inner += word.continuations(upTo: length)
      next += length
      guard length < 8 else { continue }
      // Not ordinary, and yet it may stand in a text of this kind.
      if unsafe classes[Int(bytes[next])] & ends != 0 {
        position = next
        innerBytes += inner
        return
      }
      next += 1
    }
    while next < count {
      let byteClass = unsafe classes[Int(bytes[next])]
      if byteClass & ends != 0 { break }
      inner += Int(byteClass >> 7)
      next += 1
    }
    position = next
    innerBytes += inner
  }

  @inline(__always)
  private mutating func skipBlanks() {
    var next = position
    while unsafe next < count && bytes[next] == UInt8(ascii: " ") { next += 1 }
    position = next
  }

  private mutating func skipLine() {
    var next = position
    while unsafe next < count && bytes[next] != UInt8(ascii: "\n") { next += 1 }
    position = next + 1
    line += 1
    lineStart = position
    innerBytes = 0
  }
}

/// What a byte may mean to the scanner, a bit each.
private enum ByteClass {
  /// It may end a text outside brackets.
  static let endsBlockText: UInt8 = 1
  /// It may end a text in brackets, or is not read there.
  static let endsFlowText: UInt8 = 2
  /// No text without quotes begins with it.
  static let isIndicator: UInt8 = 4
  /// It may end a text in quotes, or is not read there.
  static let endsQuotedText: UInt8 = 8
  /// It follows a value in brackets.
  static let closesValue: UInt8 = 16
  /// It continues a character.
  static let continues: UInt8 = 128

  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    func mark(_ bytes: some Sequence<UInt8>, _ byteClass: UInt8) {
      for byte in bytes { table[Int(byte)] |= byteClass }
    }
    mark(0..<0x20, endsBlockText | endsFlowText | isIndicator | endsQuotedText)
    mark("\"'\\".utf8, endsQuotedText)
    mark(":#".utf8, endsBlockText)
    mark(":#,[]{}?\"'&*!|>%@`".utf8, endsFlowText)
    mark(" -?:,[]{}#&*!|>'\"%@`".utf8, isIndicator)
    mark(",]}".utf8, closesValue)
    mark(0x80..<0xC0, continues)
    return table
  }()
}
