import Diagnostics
import IndustryChain

/// What the figures of a file rest on, counted while it is read, so that no figure is kept for it.
struct FigureEvidence {
  /// The figures that name neither a source nor a basis, our own defaults apart.
  private(set) var sourceless = FoundPlaces()
  /// The estimates by the year that they speak of, where they name one.
  var estimatesByYear: [Int: FoundPlaces] {
    var years = self
    years.settle()
    return years.earlier
  }

  private var earlier: [Int: FoundPlaces] = [:]
  /// What the last figure rests on; before the first, something of which there is nothing to say.
  private var last = Provenance(grade: .assumed, source: nil)
  /// The year that the estimates of `last` speak of.
  private var year: Int?
  private var isSourceless = false
  /// The estimates since the last change of what they rest on.
  private var pending = FoundPlaces()

  /// Takes a figure.
  ///
  /// O(1) where it rests on what the last one rested on, else O(length of the source).
  mutating func take(_ provenance: Provenance, at range: SourceRange) {
    if last != provenance {
      settle()
      last = provenance
      year = provenance.grade == .estimate ? provenance.year : nil
      isSourceless = provenance.source == nil && provenance.grade != .assumed
    }
    if isSourceless { sourceless.take(range) }
    if year != nil { pending.take(range) }
  }

  /// Puts the pending estimates under their year.
  private mutating func settle() {
    if let year { earlier[year, default: FoundPlaces()].take(pending) }
    pending = FoundPlaces()
  }

  /// The estimates that speak of a year before another, with their year, in the order of the text.
  ///
  /// O(estimates · log estimates).
  func estimates(before year: Int) -> [(range: SourceRange, year: Int)] {
    estimatesByYear.filter { $0.key < year }
      .flatMap { year, places in places.ranges.map { (range: $0, year: year) } }
      .sorted { $0.range.start < $1.range.start }
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
      if !old.isEmpty {
        findings.append(.oldEstimate(old, today: today, limit: oldestEstimateYears, in: file))
      }
    }
    return findings
  }
}

extension Diagnostic {
  static func figureWithoutSource(_ figures: FoundPlaces, in file: SourceFile) -> Self {
    let count = figures.count
    let (first, others) = figures.finding(in: file, each: LocalizedText("here, too", "这里也是"))
    return Self(
      .figureWithoutSource, at: .init(file: file, range: first),
      count == 1
        ? "a figure names no source and no basis"
        : "\(count) figures name no source and no basis; this is the first",
      count == 1 ? "有 1 个数据没有写明来源或依据" : "有 \(count) 个数据没有写明来源或依据，这是第一个",
      notes: others,
      help: LocalizedText(
        "add `source`, once for the whole file under `figures:` or in the column `source`",
        "补上 `source`：可在 `figures:` 下为整个文件写一次，表格则填“来源”列"))
  }

  /// `figures` are in the order of the text.
  static func oldEstimate(
    _ figures: [(range: SourceRange, year: Int)], today: CalendarDate, limit: Int,
    in file: SourceFile
  ) -> Self {
    let count = figures.count
    let oldest = figures.map(\.year).min() ?? today.year
    return Self(
      .oldEstimate, at: .init(file: file, range: figures.first?.range),
      (count == 1 ? "an estimate is" : "\(count) estimates are")
        + " more than \(limit) years older than the region's data of \(today.year):"
        + " the oldest is of \(oldest)",
      "有 \(count) 个估算数据比区域数据（\(today.year) 年）早 \(limit) 年以上，最早为 \(oldest) 年",
      notes: figures.dropFirst().map { figure in
        Note(
          "here one of \(figure.year)", "这里是 \(figure.year) 年的",
          at: .init(file: file, range: figure.range))
      },
      help: LocalizedText(
        "look for newer figures, or say in `as_of` which time they hold for",
        "查找较新的数据，或用 `as_of` 注明数据时间"))
  }
}
