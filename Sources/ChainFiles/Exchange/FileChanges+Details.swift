import IndustryChain

extension FileChanges {
  /// One entry that differs.
  public struct Detail: Hashable, Sendable {
    /// Its keys from the top of the file, joined by ` > `, or what tells a row apart.
    public let place: String
    /// What stood there; `nil` where the entry is new.
    public let old: String?
    /// What stands there now; `nil` where the entry is gone.
    public let new: String?
  }

  /// The entries that differ between two versions of a file, in the order of their keys.
  static func details(from old: FileValues, to new: FileValues, at path: [String]) -> [Detail] {
    if old == new { return [] }
    guard let olds = old.entries, let news = new.entries else {
      return [Detail(at: path, old: old.brief, new: new.brief)]
    }
    let keys = Set(olds.keys).union(news.keys).sorted()
    let details = keys.flatMap { key -> [Detail] in
      let path = path + [key]
      switch (olds[key], news[key]) {
      case (let old?, let new?): return self.details(from: old, to: new, at: path)
      case (nil, let new?):
        return [Detail(at: path, old: nil, new: new.brief)]
      case (let old?, nil):
        return [Detail(at: path, old: old.brief, new: nil)]
      case (nil, nil): return []
      }
    }
    // Only the order differs.
    guard details.isEmpty else { return details }
    let orders = [old, new].map { $0.order.joined(separator: ", ") }
    return [Detail(at: path, old: orders[0], new: orders[1])]
  }

  /// The rows that differ between two versions of a table: a cell each where the row is the only one
  /// of its firm and link, else the whole row; and how many rows have such cells.
  static func details(
    from old: [TableRow], to new: [TableRow]
  ) -> (details: [Detail], changedCount: Int) {
    var counts: [TableRow: Int] = [:]
    for row in new { counts[row, default: 0] += 1 }
    var removed: [TableRow] = []
    for row in old {
      if counts[row, default: 0] > 0 { counts[row, default: 0] -= 1 } else { removed.append(row) }
    }
    var added: [TableRow] = []
    for row in new.reversed() where counts[row, default: 0] > 0 {
      counts[row, default: 0] -= 1
      added.append(row)
    }
    added.reverse()
    let olds = Dictionary(grouping: removed, by: \.name)
    let news = Dictionary(grouping: added, by: \.name)
    var details: [Detail] = []
    var changedCount = 0
    for row in removed {
      if olds[row.name]?.count == 1, let other = news[row.name], other.count == 1 {
        details += row.changes(to: other[0])
        changedCount += 1
      } else {
        details.append(Detail(place: row.name, old: row.rest, new: nil))
      }
    }
    for row in added where !(olds[row.name]?.count == 1 && news[row.name]?.count == 1) {
      details.append(Detail(place: row.name, old: nil, new: row.rest))
    }
    return (details, changedCount)
  }

  /// A row of a table: the cells that hold something.
  struct TableRow: Hashable {
    let header: [String]
    let cells: [String: String]

    init(_ header: [String], _ cells: [String]) {
      self.header = header
      self.cells = Dictionary(zip(header, cells).filter { !$1.isEmpty }) { first, _ in first }
    }

    static func == (one: Self, other: Self) -> Bool { one.cells == other.cells }
    func hash(into hasher: inout Hasher) { hasher.combine(cells) }

    private var nameColumns: [String] {
      header.prefix(1) + header.filter { ["link", "环节"].contains($0) }
    }

    /// The firm and the link.
    var name: String { nameColumns.compactMap { cells[$0] }.joined(separator: " ") }

    /// The other cells.
    var rest: String {
      header.filter { !nameColumns.contains($0) }.compactMap { cells[$0] }.joined(separator: ", ")
    }

    /// The cells that differ.
    func changes(to other: Self) -> [Detail] {
      (header + other.header.filter { !header.contains($0) }).filter {
        cells[$0] != other.cells[$0]
      }
      .map { Detail(place: "\(name) \($0)", old: cells[$0] ?? "", new: other.cells[$0] ?? "") }
    }
  }
}

extension FileChanges.Detail {
  /// An entry by its keys; the number of a figure stands for the figure.
  fileprivate init(at path: [String], old: String?, new: String?) {
    let keys = path.last == "value" ? path.dropLast() : path[...]
    self.init(place: keys.joined(separator: " > "), old: old, new: new)
  }
}

extension FileValues {
  /// The value in a few words, empty of what has entries.
  fileprivate var brief: String {
    switch self {
    case .nothing, .ordered: ""
    case .map(let map):
      if case .word(let word)? = map["value"] { word } else { "" }
    case .word(let word): word
    case .text(let text):
      [text.chinese, text.english].compactMap { $0 }.filter { !$0.isEmpty }
        .joined(separator: " / ")
    case .list(let items): items.map(\.brief).joined(separator: ", ")
    }
  }

  /// The keys where their order says something.
  fileprivate var order: [String] {
    if case .ordered(let keys, _) = self { keys } else { [] }
  }
}
