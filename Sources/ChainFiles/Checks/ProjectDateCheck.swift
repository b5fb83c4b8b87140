import Diagnostics
import IndustryChain

/// Finds projects of which no date is known.
enum ProjectDateCheck {
  /// One finding a table, at the first of them, with a note for each of the next.
  ///
  /// O(projects).
  static func findings(in firms: [FirmDraft]) -> [Diagnostic] {
    firms.tables { item in item.project.milestones.allSatisfy { $0.date == nil } }
      .map { .projectWithoutDate($0.places, in: $0.file) }
  }
}

extension [FirmDraft] {
  /// The tables with projects of some kind, and where the rows of those begin.
  fileprivate func tables(
    where isMeant: (ProjectDraft) -> Bool
  ) -> [(file: SourceFile, places: FoundPlaces)] {
    var tables: [(file: SourceFile, places: FoundPlaces)] = []
    for firm in self {
      for item in firm.projects where isMeant(item) {
        let known = tables.lastIndex { $0.file.path == firm.file.path }
        if known == nil { tables.append((firm.file, FoundPlaces())) }
        tables[known ?? tables.count - 1].places.take(item.range)
      }
    }
    return tables
  }
}

extension Diagnostic {
  static func projectWithoutDate(_ places: FoundPlaces, in file: SourceFile) -> Self {
    let count = places.count
    let (first, others) = places.finding(in: file, each: LocalizedText("here, too", "这里也是"))
    return Self(
      .projectWithoutDate, at: .init(file: file, range: first),
      count == 1
        ? "a project has no date" : "\(count) projects have no date; this is the first",
      count == 1 ? "有 1 个项目没有日期" : "有 \(count) 个项目没有日期，这是第一个",
      notes: others,
      help: LocalizedText(
        "write when a stage was reached, if only the year: what happened when cannot be told else",
        "在在谈、签约、在建、投产等列写上时间，只知道年份也可以；否则无法按时间分析"))
  }
}
