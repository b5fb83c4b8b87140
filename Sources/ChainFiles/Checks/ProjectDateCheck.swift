import Diagnostics
import IndustryChain

/// Finds projects of which no date is known.
enum ProjectDateCheck {
  /// One finding a table, at the first of them, the next ones as notes.
  ///
  /// O(projects).
  static func findings(in firms: [FirmDraft]) -> [Diagnostic] {
    var tables: [SourceFile] = []
    var counts: [(count: Int, places: FirstPlaces)] = []
    for firm in firms {
      for item in firm.projects where item.project.milestones.allSatisfy({ $0.date == nil }) {
        if let table = tables.lastIndex(where: { $0.path == firm.file.path }) {
          counts[table].count += 1
          counts[table].places.take(item.range)
        } else {
          tables.append(firm.file)
          var places = FirstPlaces()
          places.take(item.range)
          counts.append((1, places))
        }
      }
    }
    return zip(tables, counts).map {
      .projectWithoutDate(count: $1.count, in: $0, at: $1.places)
    }
  }
}

extension Diagnostic {
  static func projectWithoutDate(
    count: Int, in file: SourceFile, at places: FirstPlaces
  ) -> Self {
    Self(
      .projectWithoutDate, at: .init(file: file, range: places.ranges.first),
      count == 1
        ? "a project has no date" : "\(count) projects have no date; this is the first",
      count == 1 ? "有 1 个项目没有日期" : "有 \(count) 个项目没有日期，这是第一个",
      notes: places.notes(of: count, in: file, each: LocalizedText("here, too", "这里也是")),
      help: LocalizedText(
        "write when a stage was reached, if only the year: what happened when cannot be told else",
        "在在谈、签约、在建、投产等列写上时间，只知道年份也可以；否则无法按时间分析"))
  }
}
