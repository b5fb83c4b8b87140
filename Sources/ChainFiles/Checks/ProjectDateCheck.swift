import Diagnostics
import IndustryChain

/// Finds projects of which no date is known, and projects that went on after the region's own day.
enum ProjectDateCheck {
  /// One finding of each kind a table, at the first such project, with a note for each of the next.
  ///
  /// Construction and production lie ahead where they are planned; talks and contracts are known
  /// only once they have been. A date known to the year or month counts as late only where all of
  /// it is. O(projects).
  static func findings(in firms: [FirmDraft], day: CalendarDate) -> [Diagnostic] {
    let undated = firms.tables { item in
      item.project.milestones.allSatisfy { $0.date == nil }
    }
    // A region without a day of its own has an error already.
    let late = day < .distantFuture ? firms.tables { $0.project.isKnown(after: day) } : []
    return undated.map { .projectWithoutDate($0.places, in: $0.file) }
      + late.map { .dateAfterRegion($0.places, day: day, in: $0.file) }
  }
}

extension [FirmDraft] {
  /// The tables with projects of some kind, and where the rows of those begin.
  fileprivate func tables(
    where isMeant: (ProjectDraft) -> Bool
  ) -> [(file: SourceFile, places: FoundPlaces)] {
    var tables: [(file: SourceFile, places: FoundPlaces)] = []
    for firm in indices {
      for item in self[firm].projects where isMeant(item) {
        let file = self[firm].file
        let known = tables.lastIndex { $0.file.path == file.path }
        if known == nil { tables.append((file, FoundPlaces())) }
        tables[known ?? tables.count - 1].places.take(item.range)
      }
    }
    return tables
  }
}

extension Project {
  /// Whether it was in talks or signed on a date that is all after a day.
  fileprivate func isKnown(after day: CalendarDate) -> Bool {
    milestones.contains { milestone in
      milestone.stage <= .signed && milestone.date.map { $0.earliest > day } ?? false
    }
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

  static func dateAfterRegion(_ places: FoundPlaces, day: CalendarDate, in file: SourceFile) -> Self
  {
    let count = places.count
    let (first, others) = places.finding(in: file, each: LocalizedText("here, too", "这里也是"))
    return Self(
      .dateAfterRegion, at: .init(file: file, range: first),
      (count == 1 ? "a project was" : "\(count) projects were")
        + " in talks or signed only after \(day), the day of the region's data"
        + (count == 1 ? "" : "; this is the first"),
      "有 \(count) 个项目的在谈或签约日期晚于区域的数据日期 \(day)" + (count == 1 ? "" : "，这是第一个"),
      notes: others,
      help: LocalizedText(
        "move `date` in `region.yaml` to the day that the tables describe, or mend the year;"
          + " reports leave out what came after `date`",
        "数据已更新的，把 `region.yaml` 的 `date` 改为最新的数据日期；年份写错的请改正。晚于 `date` 的进展不会计入报告"))
  }
}
