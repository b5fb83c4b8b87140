extension TreeNotes {
  /// The comments of both, each once; a second comment beside an entry goes above it.
  func joined(with other: TreeNotes) -> TreeNotes {
    var result = TreeNotes(above: above.joined(with: other.above), beside: beside ?? other.beside)
    if let comment = other.beside { result.add([comment]) }
    return result
  }

  /// Adds comments above that are not there yet.
  mutating func add(_ comments: [String]) {
    for comment in comments where comment != beside {
      above = above.joined(with: [.comment(comment)])
    }
  }
}

extension [TreeLine] {
  /// The lines of both, a comment that both have once; of two references to a schema the first.
  func joined(with other: [TreeLine]) -> [TreeLine] {
    guard hasComment else { return other.hasComment ? other : self }
    let hasSchema = contains { $0.isSchemaReference }
    return self
      + other.filter { line in
        line != .blank && !contains(line) && !(hasSchema && line.isSchemaReference)
      }
  }
}

extension TreeLine {
  /// Whether editors read it to know the schema of the file.
  fileprivate var isSchemaReference: Bool {
    if case .comment(let text) = self { text.hasPrefix(StartingFile.schemaMark) } else { false }
  }
}
