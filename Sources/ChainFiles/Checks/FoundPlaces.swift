import Diagnostics
import IndustryChain

/// The places of a file where something stands.
struct FoundPlaces {
  /// In the order in which they were taken.
  private var taken: [SourceRange] = []

  var count: Int { taken.count }

  /// In the order of the text; O(places · log places).
  var ranges: [SourceRange] { taken.sorted { $0.start < $1.start } }

  /// Takes a place, O(1).
  mutating func take(_ range: SourceRange) { taken.append(range) }

  /// Takes the places of another list, O(its places).
  mutating func take(_ others: FoundPlaces) { taken += others.taken }

  /// The first place, where the finding itself stands, and a note for each of the others.
  ///
  /// O(places · log places).
  func finding(
    in file: SourceFile, each message: LocalizedText
  ) -> (first: SourceRange?, notes: [Diagnostic.Note]) {
    let ranges = ranges
    let notes = ranges.dropFirst().map {
      Diagnostic.Note(message, at: .init(file: file, range: $0))
    }
    return (ranges.first, notes)
  }
}
