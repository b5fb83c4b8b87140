/// Estimates what a DOT text stands for beside its own length.
///
/// Graphviz gives every node and edge a place for each attribute that is named anywhere, and puts a
/// node into every group around it, so that a megabyte can stand for gigabytes.
enum DOTWeight {
  /// Whether a text stands for far more than it holds.
  ///
  /// Counts names before `=`, and words outside of lists of attributes, which may be too many, never
  /// too few. O(length).
  static func isExcessive(_ bytes: [UInt8]) -> Bool {
    var names: Set<ArraySlice<UInt8>> = []
    var (wordCount, placeCount, depth) = (0, 0, 0)
    var isInList = false
    var last: ArraySlice<UInt8>?
    var index = 0
    while let token = DOTToken.next(in: bytes, from: &index) {
      switch token {
      case .open: depth += 1
      case .close: depth -= 1
      case .openList: isInList = true
      case .closeList: isInList = false
      case .word(let range):
        last = bytes[range]
        guard !isInList else { continue }
        wordCount += 1
        // The outermost group is the graph.
        placeCount += max(0, depth - 1)
      case .equals:
        if let last { names.insert(last) }
      case .other: break
      }
    }
    let allowance = 8_000_000 + 2 * bytes.count
    return names.count * wordCount > allowance
      || placeCount > 500_000 + bytes.count / 2
  }
}

/// A token of the DOT language, as far as weighing needs it.
private enum DOTToken {
  case open, close, openList, closeList, equals, other
  /// A name or a value, quoted or not.
  case word(Range<Int>)

  /// The next token; comments and blanks are passed over.
  static func next(in bytes: [UInt8], from index: inout Int) -> Self? {
    while index < bytes.count {
      let start = index
      index += 1
      let next = index < bytes.count ? bytes[index] : 0
      switch bytes[start] {
      case 0x09, 0x0A, 0x0D, 0x20: continue
      case UInt8(ascii: "/") where next == UInt8(ascii: "/"): passLine(bytes, &index)
      case UInt8(ascii: "#") where start == 0 || bytes[start - 1] == 0x0A: passLine(bytes, &index)
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        index = min(index + 2, bytes.count)
        while index < bytes.count,
          bytes[index] != UInt8(ascii: "/") || bytes[index - 1] != UInt8(ascii: "*")
        {
          index += 1
        }
        index = min(index + 1, bytes.count)
      case UInt8(ascii: "{"): return .open
      case UInt8(ascii: "}"): return .close
      case UInt8(ascii: "["): return .openList
      case UInt8(ascii: "]"): return .closeList
      case UInt8(ascii: "="): return .equals
      case UInt8(ascii: "\""):
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index + 1, bytes.count)
        return .word(start..<index)
      case UInt8(ascii: "<"):
        var depth = 1
        while index < bytes.count, depth > 0 {
          if bytes[index] == UInt8(ascii: "<") { depth += 1 }
          if bytes[index] == UInt8(ascii: ">") { depth -= 1 }
          index += 1
        }
        return .word(start..<index)
      case let byte where isPartOfWord(byte):
        while index < bytes.count, isPartOfWord(bytes[index]) { index += 1 }
        return .word(start..<index)
      default: return .other
      }
    }
    return nil
  }

  private static func passLine(_ bytes: [UInt8], _ index: inout Int) {
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte >= 0x80
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
