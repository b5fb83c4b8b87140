import Diagnostics
import IndustryChain

/// What the figures of a file rest on, counted while it is read, so that no figure is kept for it.
struct FigureEvidence {
  /// How many figures, and where the first of them stand.
  struct Tally {
    private(set) var count = 0
    private(set) var places = FirstPlaces()
    var first: SourceRange? { places.ranges.first }

    mutating func take(_ range: SourceRange) {
      count += 1
      places.take(range)
    }

    mutating func take(_ other: Tally) {
      count += other.count
      for range in other.places.ranges { places.take(range) }
    }
  }

  /// The figures that name neither a source nor a basis, our own defaults apart.
  private(set) var sourceless = Tally()
  /// The estimates by the year that they speak of, where they name one.
  var estimatesByYear: [Int: Tally] {
    guard let year = last?.year else { return earlier }
    return earlier.merging([year: pending]) { tally, other in
      var sum = tally
      sum.take(other)
      return sum
    }
  }

  private var earlier: [Int: Tally] = [:]
  private var last: (provenance: Provenance, year: Int?, isSourceless: Bool)?
  /// The estimates since the last change of what they rest on.
  private var pending = Tally()

  /// Takes a figure.
  ///
  /// O(1) where it rests on what the last one rested on, else O(length of the source).
  mutating func take(_ provenance: Provenance, at range: SourceRange) {
    if last?.provenance != provenance {
      earlier = estimatesByYear
      pending = Tally()
      last = (
        provenance, provenance.grade == .estimate ? provenance.year : nil,
        provenance.source == nil && provenance.grade != .assumed
      )
    }
    if last?.isSourceless == true { sourceless.take(range) }
    if last?.year != nil { pending.take(range) }
  }

  /// The estimates that speak of a year before another.
  func estimates(before year: Int) -> Tally {
    estimatesByYear.sorted { $0.key < $1.key }.reduce(into: Tally()) { sum, item in
      if item.key < year { sum.take(item.value) }
    }
  }
}

extension Provenance {
  /// The year that it speaks of: the one given, else the latest that its source names.
  var year: Int? {
    asOf?.year ?? [source?.english, source?.chinese].compactMap { $0?.latestYear }.max()
  }
}

extension FigureEvidence {
  /// What to say about the figures of a file; `today` is the latest day that a region describes.
  func findings(
    in file: SourceFile, today: CalendarDate?, oldestEstimateYears: Int
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if sourceless.count > 0 {
      findings.append(.figureWithoutSource(sourceless, in: file))
    }
    if let today {
      let old = estimates(before: today.year - oldestEstimateYears)
      if let oldest = estimatesByYear.keys.min(), old.count > 0 {
        findings.append(
          .oldEstimate(old, oldest: oldest, today: today, limit: oldestEstimateYears, in: file))
      }
    }
    return findings
  }
}

extension Diagnostic {
  static func figureWithoutSource(_ figures: FigureEvidence.Tally, in file: SourceFile) -> Self {
    let count = figures.count
    return Self(
      .figureWithoutSource, at: .init(file: file, range: figures.first),
      count == 1
        ? "a figure names no source and no basis"
        : "\(count) figures name no source and no basis; this is the first",
      count == 1 ? "有 1 个数据没有写明来源或依据" : "有 \(count) 个数据没有写明来源或依据，这是第一个",
      notes: figures.places.notes(
        of: count, in: file, each: LocalizedText("here, too", "这里也是")),
      help: LocalizedText(
        "add `source`, once for the whole file under `figures:` or in the column `source`",
        "补上 `source`：可在 `figures:` 下为整个文件写一次，表格则填“来源”列"))
  }

  static func oldEstimate(
    _ figures: FigureEvidence.Tally, oldest: Int, today: CalendarDate, limit: Int,
    in file: SourceFile
  ) -> Self {
    let count = figures.count
    return Self(
      .oldEstimate, at: .init(file: file, range: figures.first),
      (count == 1 ? "an estimate is" : "\(count) estimates are")
        + " more than \(limit) years older than the region's data of \(today.year):"
        + " the oldest is of \(oldest)",
      "有 \(count) 个估算数据比区域数据（\(today.year) 年）早 \(limit) 年以上，最早为 \(oldest) 年",
      help: LocalizedText(
        "look for newer figures, or say in `as_of` which time they hold for",
        "查找较新的数据，或用 `as_of` 注明数据时间"))
  }
}
