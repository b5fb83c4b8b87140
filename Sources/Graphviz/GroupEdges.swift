/// Finds edges from a group of nodes to a group, `{a b} -> {c d}`.
///
/// Graphviz makes one edge of each pair while it reads, so a few thousand names stand for millions.
enum GroupEdges {
  /// A text of this many bytes holds too few names for that.
  static let harmlessLength = 2000

  /// Whether a DOT text has such an edge.
  ///
  /// O(length).
  static func arePresent(in bytes: [UInt8]) -> Bool {
    var before: [Token] = []
    var awaitsGroup = false
    var index = 0
    while let token = token(in: bytes, from: &index) {
      if awaitsGroup, token == .open || token == .subgraph { return true }
      awaitsGroup =
        token == .edge
        && (before.last == .close || (before.count == 2 && before.first == .subgraph))
      before = before.suffix(1) + [token]
    }
    return false
  }

  private enum Token {
    case open, close, edge, subgraph, other
  }

  /// The next token; comments and blanks are passed over.
  private static func token(in bytes: [UInt8], from index: inout Int) -> Token? {
    while index < bytes.count {
      let start = index
      index += 1
      let next = index < bytes.count ? bytes[index] : 0
      switch bytes[start] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
      case UInt8(ascii: "/") where next == UInt8(ascii: "/"):
        pass(bytes, &index) { $0 == UInt8(ascii: "\n") }
      case UInt8(ascii: "#") where start == 0 || bytes[start - 1] == UInt8(ascii: "\n"):
        pass(bytes, &index) { $0 == UInt8(ascii: "\n") }
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        index += 1
        var last: UInt8 = 0
        pass(bytes, &index) { byte in
          defer { last = byte }
          return byte == UInt8(ascii: "/") && last == UInt8(ascii: "*")
        }
      case UInt8(ascii: "{"): return .open
      case UInt8(ascii: "}"): return .close
      case UInt8(ascii: "-") where next == UInt8(ascii: "-") || next == UInt8(ascii: ">"):
        index += 1
        return .edge
      case UInt8(ascii: "\""):
        var isEscaped = false
        pass(bytes, &index) { byte in
          defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
          return byte == UInt8(ascii: "\"") && !isEscaped
        }
        return .other
      case UInt8(ascii: "<"):
        var depth = 1
        pass(bytes, &index) { byte in
          if byte == UInt8(ascii: "<") { depth += 1 }
          if byte == UInt8(ascii: ">") { depth -= 1 }
          return depth == 0
        }
        return .other
      case let byte where isLetter(byte):
        while index < bytes.count, isLetter(bytes[index]) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        return word == "subgraph" ? .subgraph : .other
      default: return .other
      }
    }
    return nil
  }

  /// Goes on behind the first byte of a kind.
  private static func pass(
    _ bytes: [UInt8], _ index: inout Int, until isLast: (UInt8) -> Bool
  ) {
    while index < bytes.count {
      index += 1
      if isLast(bytes[index - 1]) { return }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
