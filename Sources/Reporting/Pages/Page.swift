/// A document as blocks, before any output format.
public struct Page: Hashable, Sendable {
  /// One block.
  enum Block: Hashable, Sendable {
    /// A heading, 1 for the title.
    case heading(Int, Prose)
    case paragraph(Prose)
    case bullets([Bullet])
    case table(Table)
    /// What belongs under one line, which Markdown can fold away.
    case group(Group)
    /// A picture in a file beside the document.
    case picture(file: String, caption: String)
  }

  /// One point of a list, and the points under it.
  struct Bullet: Hashable, Sendable {
    var text: Prose
    var points: [Bullet] = []
    /// What stands before it instead of a bullet.
    var mark: Mark?

    init(_ text: Prose, points: [Bullet] = [], mark: Mark? = nil) {
      self.text = text
      self.points = points
      self.mark = mark
    }
  }

  /// What has become of what a line names.
  enum Mark: Hashable, Sendable {
    case added, removed, changed, renamed

    /// The sign that plans of changes put before a line.
    var sign: String {
      switch self {
      case .added: "+"
      case .removed: "-"
      case .changed: "~"
      case .renamed: "→"
      }
    }
  }

  /// Points under a line.
  struct Group: Hashable, Sendable {
    /// Whether a reader of Markdown sees the points at once or opens them.
    enum Fold: Hashable, Sendable {
      case open, closed
    }

    let title: Bullet
    let fold: Fold
  }

  var blocks: [Block]

  init(_ blocks: [Block] = []) {
    self.blocks = blocks
  }
}

extension Page.Block {
  /// Points of plain text.
  static func points(_ lines: [String]) -> Self { .bullets(lines.map { .init(Prose($0)) }) }
}

/// Rows under headings.
struct Table: Hashable, Sendable {
  /// On which side the cells of a column stand.
  enum Alignment: Hashable, Sendable {
    case left, right
  }

  struct Column: Hashable, Sendable {
    let title: String
    let alignment: Alignment
    /// How gladly a reader does without the column where room is scarce; 0 for never.
    let dispensability: Int

    init(_ title: String, _ alignment: Alignment = .left, dispensability: Int = 0) {
      self.title = title
      self.alignment = alignment
      self.dispensability = dispensability
    }
  }

  let columns: [Column]
  /// As many cells in each row as there are columns.
  let rows: [[Prose]]
}
