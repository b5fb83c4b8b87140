import Diagnostics

/// The comments and blank lines of a file as rows, and back.
enum CommentTable {
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
      let isKept = put(lines, place, at: keys[...], in: &root)
      if case .map(let map) = root { tree.root = map }
      if !isKept {
        if comment != nil { tree.root.below += lines }
        diagnostics.append(
          rows.finding(
            .unmappedRow, row, "path", "nothing stands at \"\(path)\" any more",
            "“\(path)”处已没有内容",
            help: (
              "delete the row, or see that the comment at the file's end is still wanted",
              "请删去此行，或确认移到文件末尾的注释仍有用"
            )))
      }
    }
    return diagnostics
  }

  /// Whether there was an entry for them, itself or one that it stood in below the first.
  private static func put(
    _ lines: [TreeLine], _ place: CommentPlace, at path: ArraySlice<String>,
    in value: inout TreeValue
  ) -> Bool {
    guard let key = path.first else { return false }
    let rest = path.dropFirst()
    switch value {
    case .map(var map):
      guard let index = map.entries.firstIndex(where: { $0.key == key }) else { return false }
      var entry = map.entries[index]
      add(lines, place, rest, to: &entry.value, &entry.notes)
      map.entries[index] = entry
      value = .map(map)
      return true
    case .list(var list):
      guard let number = Int(key), list.items.indices.contains(number - 1) else { return false }
      var item = list.items[number - 1]
      add(lines, place, rest, to: &item.value, &item.notes)
      list.items[number - 1] = item
      value = .list(list)
      return true
    case .blank, .scalar: return false
    }
  }

  private static func add(
    _ lines: [TreeLine], _ place: CommentPlace, _ rest: ArraySlice<String>,
    to value: inout TreeValue, _ notes: inout TreeNotes
  ) {
    if !rest.isEmpty, put(lines, place, at: rest, in: &value) { return }
    if rest.isEmpty, place == .below {
      switch value {
      case .map(var map):
        map.below += lines
        value = .map(map)
        return
      case .list(var list):
        list.below += lines
        value = .list(list)
        return
      case .blank, .scalar: break
      }
    }
    if rest.isEmpty, place == .beside, notes.beside == nil, lines.count == 1,
      case .comment(let text) = lines[0]
    {
      notes.beside = text
      return
    }
    // What the entry itself says of values that are written otherwise now stands above it.
    notes.above += lines
  }
}
