import TerminalText
import WebPages

/// How close together things stand on a page of the project book, so that it is one page and full.
///
/// Paper has no script, so the lines that the page takes are estimated from the widths of its texts;
/// a test measures in a browser what comes of it.
enum PageDensity: String, Hashable, Sendable {
  /// Little to say: large letters.
  case roomy
  case normal
  /// Much to say: small letters.
  case dense

  /// The most that a page may take so that room is left for the diagram, in tenths of a line.
  private static let limits = (roomy: 182, normal: 265)

  /// The density of a page by the values of its template.
  init(of page: [String: PageValue]) {
    // The widths are what a line of the column holds in letters of normal size.
    func height(_ key: String, _ width: Int) -> Int {
      page[key].map { Self.height(of: $0, width: width) } ?? 0
    }
    let around = height("reason", 80) - 20 + height("sources", 150) * 7 / 10
    let left =
      height("why", 60) + height("market", 46) + height("marketNote", 62)
      + height("inputs", 46) + height("inputNote", 62)
    let right =
      height("plant", 40) + height("plantBasis", 50) * 7 / 10 + height("needs", 25)
      + max(10, height("leads", 38)) + height("introductions", 40)
    self =
      switch around + max(left, right) {
      case ...Self.limits.roomy: .roomy
      case ...Self.limits.normal: .normal
      default: .dense
      }
  }

  /// The height of a value in tenths of a line; of a row, that of what stands below each other in
  /// it, and of the space around it.
  private static func height(of value: PageValue, width: Int) -> Int {
    switch value {
    case .text(let text): (text.displayWidth + width - 1) / width * 10
    case .list(let values): values.reduce(0) { $0 + height(of: $1, width: width) }
    case .object(let row):
      3
        + max(
          10,
          ["name", "firms", "stage", "basis"].reduce(0) {
            $0 + (row[$1].map { height(of: $0, width: width) } ?? 0)
          })
    case .markup, .flag: 0
    }
  }
}
