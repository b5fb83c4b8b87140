extension FileTree {
  /// All comments, sorted.
  ///
  /// O(n log n).
  var comments: [String] { (head.comments + TreeValue.map(root).comments).sorted() }
}

extension TreeValue {
  /// The comments inside, in the order of the file.
  ///
  /// O(n).
  var comments: [String] {
    var comments: [String] = []
    collectComments(into: &comments)
    return comments
  }

  private func collectComments(into comments: inout [String]) {
    switch self {
    case .blank, .scalar: break
    case .map(let map):
      for entry in map.entries {
        comments += entry.notes.comments
        entry.value.collectComments(into: &comments)
      }
      comments += map.below.comments
    case .list(let list):
      for item in list.items {
        comments += item.notes.comments
        item.value.collectComments(into: &comments)
      }
      comments += list.below.comments
    }
  }
}

extension TreeNotes {
  /// The comments above and beside.
  fileprivate var comments: [String] { above.comments + (beside.map { [$0] } ?? []) }
}

extension [TreeLine] {
  /// The comments among the lines.
  fileprivate var comments: [String] {
    compactMap { line in
      if case .comment(let text) = line { text } else { nil }
    }
  }
}
