import IndustryChain
import WebPages

/// Horizontal bars, each under its label, of one or several segments.
///
/// Labels stand above their bars, so that long names need no margin and a telephone shows them.
struct BarChart {
  /// One part of a bar.
  struct Segment {
    /// How much of the width it takes, 0…1.
    let share: Double
    /// The class of the style sheet that colours it.
    let style: String
    /// What it says to whoever points at it.
    let title: LocalizedText
    /// What stands in it where there is room.
    var mark = ""
  }

  struct Row {
    /// The link that the row is about, where it is about one.
    var link: LinkID?
    let label: LocalizedText
    /// The figure at the right end of the label's line.
    var value = LocalizedText()
    let segments: [Segment]
    /// Whether the bar stands in the middle, as in a funnel.
    var isCentred = false
  }

  /// What a colour stands for.
  struct Key {
    let style: String
    let label: LocalizedText
  }

  let title: LocalizedText
  let note: LocalizedText
  let rows: [Row]
  var keys: [Key] = []

  private static let width = 460.0
  private static let rowHeight = 40.0
  private static let barHeight = 15.0
  /// A digit is about so wide; a mark that is wider than its segment is left out.
  private static let digitWidth = 7.5

  /// The chart for the template `bars`.
  var web: PageValue {
    .object([
      "title": .say(title), "note": .say(note),
      "width": .coordinate(Self.width),
      "height": .coordinate(Self.rowHeight * Double(rows.count) + 2),
      "keys": .list(keys.map { .object(["style": .text($0.style), "label": .say($0.label)]) }),
      "rows": .list(rows.enumerated().map { web($0.element, place: $0.offset) }),
    ])
  }

  private func web(_ row: Row, place: Int) -> PageValue {
    let top = Self.rowHeight * Double(place)
    let total = row.segments.reduce(0) { $0 + $1.share } * Self.width
    var x = row.isCentred ? (Self.width - total) / 2 : 0
    let segments = row.segments.filter { $0.share > 0 }.map { segment -> PageValue in
      let width = segment.share * Self.width
      defer { x += width }
      let fits = Double(segment.mark.count) * Self.digitWidth + 4 <= width
      return .object([
        "x": .coordinate(x), "y": .coordinate(top + 20),
        "segmentWidth": .coordinate(max(width, 0.8)), "barHeight": .coordinate(Self.barHeight),
        "style": .text(segment.style), "tip": .say(segment.title),
        "mark": fits && !segment.mark.isEmpty ? .text(segment.mark) : .flag(false),
        "markX": .coordinate(x + width / 2), "markY": .coordinate(top + 31.5),
      ])
    }
    return .object([
      "link": .optional(row.link?.description),
      "label": .say(row.label), "value": .say(row.value),
      "labelY": .coordinate(top + 14), "right": .coordinate(Self.width),
      "trackY": .coordinate(top + 20), "trackHeight": .coordinate(Self.barHeight),
      "isTracked": .flag(!row.isCentred),
      "segments": .list(segments),
    ])
  }
}
