/// Takes out of pictures what is not the graph: dates, versions, comments.
enum PictureCleaning {
  /// Drops comments and the document type, makes the rest well-formed, and numbers gradients anew.
  ///
  /// Graphviz passes what looks like an entity in a name or tooltip on as it is, and XML knows
  /// five names only; every other `&` becomes `&amp;`. It numbers gradients through all pictures of
  /// a process, so that a picture would differ by what was drawn before it.
  static func svg(_ picture: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(picture.count)
    var gradients: [ArraySlice<UInt8>: Int] = [:]
    var rest = picture[...]
    while let place = rest.firstIndex(where: { marks.contains($0) }) {
      result += rest[..<place]
      rest = rest[place...]
      if rest.starts(with: "<!--".utf8) {
        rest = rest.dropping(through: "-->").dropping(prefix: "\n")
      } else if rest.starts(with: "<!DOCTYPE".utf8) {
        rest = rest.dropping(through: ">").dropping(prefix: "\n")
      } else if let mention = gradientMentions.first(where: { rest.starts(with: $0.utf8) }) {
        result += mention.utf8
        rest = rest.dropFirst(mention.utf8.count)
        let number = rest.prefix { digits ~= $0 }
        rest = rest.dropFirst(number.count)
        let place = gradients[number] ?? gradients.count
        gradients[number] = place
        result += String(place).utf8
      } else {
        result.append(rest[place])
        if rest[place] == UInt8(ascii: "&"), !rest.beginsWithEntity {
          result.append(syntax: "amp;")
        }
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// What a part of a picture that is changed begins with.
  private static let marks = "<&f".utf8
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// What stands before a gradient's number; no name can hold it, since quotes in names are escaped.
  private static let gradientMentions = [
    "<linearGradient id=\"l_", "<radialGradient id=\"r_", "fill=\"url(#l_", "fill=\"url(#r_",
  ]

  /// Sets the time of creation to the beginning of time, without moving what follows it.
  static func pdf(_ picture: [UInt8]) -> [UInt8] {
    let key = Array("/CreationDate (D:".utf8)
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
