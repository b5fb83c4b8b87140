import Diagnostics

/// The comments and blank lines of a file as rows, and back.
enum CommentTable {
  /// The keys that the format names, as against those that authors choose.
  private static let formatKeys = Set(
    [ObjectSchema.chain, .link, .plant, .figure, .region, .ranking].flatMap(\.keys).map(\.key))

  /// What joins the keys of a path.
  private static let joint = " > "

  /// A row for each line.
  static func table(of tree: FileTree) -> ExchangeTable {
    var table = ExchangeTable(.comments)
    func add(_ lines: [TreeLine], _ path: [String], _ place: CommentPlace) {
      for line in lines {
        var text = ""
        if case .comment(let comment) = line { text = comment }
        table.add([
          "path": path.isEmpty ? "." : path.joined(separator: joint), "place": place.rawValue,
          "comment": text,
        ])
      }
    }
    func add(_ notes: TreeNotes, _ path: [String]) {
      add(notes.above, path, .above)
      if let beside = notes.beside { add([.comment(beside)], path, .beside) }
    }
    func add(_ value: TreeValue, _ path: [String]) {
      switch value {
      case .blank, .scalar: break
      case .map(let map):
        for entry in map.entries {
          add(entry.notes, path + [entry.key])
          add(entry.value, path + [entry.key])
        }
        add(map.below, path, .below)
      case .list(let list):
        for (number, item) in list.items.enumerated() {
          add(item.notes, path + ["\(number + 1)"])
          add(item.value, path + ["\(number + 1)"])
        }
        add(list.below, path, .below)
      }
    }
    add(tree.head, [], .head)
    add(.map(tree.root), [])
    return table
  }

  /// Puts comments back to where they stood; what is gone leaves its comments to what it stood in.
  static func restore(_ rows: SheetRows, in tree: inout FileTree) -> [Diagnostic] {
    var diagnostics = rows.diagnostics
    for row in rows.rows {
      guard let path = row["path"] else {
        diagnostics.append(
          rows.finding(
            .unmappedRow, row, nil, "the comment has no path", "这条注释没有写明位置",
            help: ("write `.` for the file's top, or delete the row", "文件开头请写“.”，或删去此行")))
        continue
      }
      let comment = row["comment"].map { $0.hasPrefix("#") ? $0 : "# \($0)" }
      // A comment is a line: one that was typed with breaks is several.
      let lines: [TreeLine] =
        comment.map { text in
          text.split(separator: "\n").map { .comment($0.hasPrefix("#") ? String($0) : "# \($0)") }
        } ?? [.blank]
      let keys = path == "." ? [] : path.split(separator: joint).map(String.init)
      let place = row["place"].flatMap(CommentPlace.init) ?? .above
      if keys.isEmpty {
        if place == .below { tree.root.below += lines } else { tree.head += lines }
        continue
      }
      var root = TreeValue.map(tree.root)
      let fate = put(lines, place, at: keys[...], in: &root)
      if case .map(let map) = root { tree.root = map }
      if fate == .homeless { tree.root.below += lines }
      if fate != .kept {
        diagnostics.append(
          rows.finding(
            .unmappedRow, row, "path", "nothing stands at \"\(path)\" any more",
            "“\(path)”处已没有内容",
            help: (
              "delete the row, or see where the comment stands now", "请删去此行，或确认这条注释现在的位置"
            )))
      }
    }
    return diagnostics
  }

  /// What became of comments.
  private enum Fate {
    /// They stand at their entry, or above it where its value is written otherwise now.
    case kept
    /// Their entry is gone, and they stand above the one that it stood in.
    case moved
    /// Not even that is there.
    case homeless
  }

  /// Puts comments to an entry below a value.
  private static func put(
    _ lines: [TreeLine], _ place: CommentPlace, at path: ArraySlice<String>,
    in value: inout TreeValue
  ) -> Fate {
    guard let key = path.first else { return .homeless }
    let rest = path.dropFirst()
    switch value {
    case .map(var map):
      guard let index = map.entries.firstIndex(where: { $0.key == key }) else { return .homeless }
      var entry = map.entries[index]
      let fate = add(lines, place, rest, to: &entry.value, &entry.notes)
      map.entries[index] = entry
      value = .map(map)
      return fate
    case .list(var list):
      guard let number = Int(key), list.items.indices.contains(number - 1) else {
        return .homeless
      }
      var item = list.items[number - 1]
      let fate = add(lines, place, rest, to: &item.value, &item.notes)
      list.items[number - 1] = item
      value = .list(list)
      return fate
    case .blank, .scalar: return .homeless
    }
  }

  private static func add(
    _ lines: [TreeLine], _ place: CommentPlace, _ rest: ArraySlice<String>,
    to value: inout TreeValue, _ notes: inout TreeNotes
  ) -> Fate {
    guard rest.isEmpty else {
      let fate = put(lines, place, at: rest, in: &value)
      guard fate == .homeless else { return fate }
      notes.above += lines
      // A text or a figure that was a map is none any more, and a blank is not written: nothing
      // has gone.
      switch value {
      case .blank, .scalar: return .kept
      case .map, .list: return rest.last.map(formatKeys.contains) == true ? .kept : .moved
      }
    }
    switch (place, value) {
    case (.below, .map(var map)):
      map.below += lines
      value = .map(map)
    case (.below, .list(var list)):
      list.below += lines
      value = .list(list)
    case (.beside, _):
      if notes.beside == nil, lines.count == 1, case .comment(let text) = lines[0] {
        notes.beside = text
      } else {
        notes.above += lines
      }
    default: notes.above += lines
    }
    return .kept
  }
}
