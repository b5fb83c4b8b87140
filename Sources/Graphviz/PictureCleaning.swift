/// Takes out of pictures what is not the graph: dates, versions, comments.
enum PictureCleaning {
  /// Drops comments and the document type, and makes the rest well-formed.
  ///
  /// Graphviz passes what looks like an entity in a name or tooltip on as it is, and XML knows
  /// five names only; every other `&` becomes `&amp;`.
  static func svg(_ picture: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(picture.count)
    var rest = picture[...]
    while let byte = rest.first {
      if rest.starts(with: "<!--".utf8) {
        rest = rest.dropping(through: "-->").dropping(prefix: "\n")
      } else if rest.starts(with: "<!DOCTYPE".utf8) {
        rest = rest.dropping(through: ">").dropping(prefix: "\n")
      } else {
        result.append(byte)
        if byte == UInt8(ascii: "&"), !rest.beginsWithEntity { result.append(syntax: "amp;") }
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// Sets the time of creation to the beginning of time, without moving what follows it.
  static func pdf(_ picture: [UInt8]) -> [UInt8] {
    let key = Array("/CreationDate (D:".utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    var result = picture
    for start in picture.indices
    where picture[start] == key[0] && picture[start...].starts(with: key) {
      var index = start + key.count
      for fixed in "19700101000000".utf8 where index < result.count && digits ~= result[index] {
        result[index] = fixed
        index += 1
      }
    }
    return result
  }
}

extension ArraySlice<UInt8> {
  /// Whether an entity that XML knows, or a character by its number, stands at the beginning.
  fileprivate var beginsWithEntity: Bool {
    guard let end = prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = self[index(after: startIndex)..<end]
    if name.first == UInt8(ascii: "#") { return name.count > 1 }
    return ["amp", "lt", "gt", "quot", "apos"].contains { name.elementsEqual($0.utf8) }
  }

  fileprivate func dropping(prefix: String) -> ArraySlice<UInt8> {
    starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : self
  }

  /// What comes after the first occurrence of a mark; nothing where it does not occur.
  fileprivate func dropping(through mark: String) -> ArraySlice<UInt8> {
    var rest = self
    while !rest.isEmpty, !rest.starts(with: mark.utf8) { rest = rest.dropFirst() }
    return rest.dropFirst(mark.utf8.count)
  }
}
