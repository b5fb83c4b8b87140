import Diagnostics
import IndustryChain

/// The first places of a file where something stands, as many as a finding shows.
struct FirstPlaces {
  private static let mostShown = 20

  /// In the order of the text, at most twenty.
  private(set) var ranges: [SourceRange] = []

  /// Takes a place, O(1) where they come in the order of the text.
  mutating func take(_ range: SourceRange) {
    if ranges.count == Self.mostShown {
      guard let last = ranges.last, range.start < last.start else { return }
      ranges.removeLast()
    }
    let place = ranges.lastIndex { $0.start <= range.start }.map { $0 + 1 } ?? 0
    ranges.insert(range, at: place)
  }

  /// A note for each place behind the first, where the finding itself stands, and one for the rest.
  func notes(
    of count: Int, in file: SourceFile, each message: LocalizedText
  ) -> [Diagnostic.Note] {
    let shown = ranges.dropFirst().map {
      Diagnostic.Note(message, at: .init(file: file, range: $0))
    }
    let rest = count - ranges.count
    return rest > 0 ? shown + [Diagnostic.Note("and \(rest) more", "另有 \(rest) 处")] : shown
  }
}
