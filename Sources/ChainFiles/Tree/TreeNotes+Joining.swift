extension TreeNotes {
  /// The comments of both, each once; a second comment beside an entry goes above it.
  ///
  /// O(lines).
  func joined(with other: TreeNotes) -> TreeNotes {
    var result = TreeNotes(above: above.joined(with: other.above), beside: beside ?? other.beside)
    if let comment = other.beside { result.add([comment]) }
    return result
  }

  /// Adds comments above that are not there yet.
  ///
  /// O(lines).
  mutating func add(_ comments: [String]) {
    let new = comments.filter { $0 != beside }
    if !new.isEmpty { above = above.joined(with: new.map { .comment($0) }) }
  }
}

extension [TreeLine] {
  /// The lines of both, a comment that both have once; of two references to a schema the first.
  ///
  /// O(lines).
  func joined(with other: [TreeLine]) -> [TreeLine] {
    guard hasComment else { return other.hasComment ? other : self }
    guard !other.isEmpty else { return self }
    let known = Set(self)
    let hasSchema = contains { $0.isSchemaReference }
    return self
      + other.filter { line in
        line != .blank && !known.contains(line) && !(hasSchema && line.isSchemaReference)
      }
  }
}

extension TreeLine {
  /// Whether editors read it to know the schema of the file.
  fileprivate var isSchemaReference: Bool {
    if case .comment(let text) = self { text.hasPrefix(StartingFile.schemaMark) } else { false }
  }
}
