import GapAnalysis
import IndustryChain
import WebPages

extension WebReport {
  /// So many changes of links are named.
  private static let changeCount = 12

  /// What is different from the day before; a section that does not show where there is none.
  func changes(_ timeline: Timeline) -> PageValue {
    guard timeline.moments.count > 1, let before = timeline.moments.first,
      let now = timeline.moments.last
    else { return .flag(false) }
    let then = Analysis(
      graph: analysis.graph, needs: analysis.needs, region: analysis.region, day: before.day)
    let graph = analysis.graph
    let changed = graph.links.indices.filter {
      then.today.coverage[$0] != analysis.today.coverage[$0]
    }
    let figures: [(LocalizedText, (Wording) -> String, (Wording) -> String)] = [
      (
        LocalizedText { $0.say("本地配套率", "Met by local firms") },
        { $0.range(of: before.region.supportRate) }, { $0.range(of: now.region.supportRate) }
      ),
      (
        LocalizedText { $0.say("采购外流", "Bought outside") },
        { $0.money(before.region.leakageMillionCNY) }, { $0.money(now.region.leakageMillionCNY) }
      ),
    ]
    let sums = figures.compactMap { label, old, new -> PageValue? in
      // What reads the same has not changed enough to tell.
      let isSame = old(Wording(.chinese)) == new(Wording(.chinese))
      guard !isSame else { return nil }
      return PageValue.object([
        "link": .flag(false), "what": .say(label),
        "before": .say(old), "after": .say(new),
      ])
    }
    let links = changed.prefix(Self.changeCount).map { link in
      PageValue.object([
        "link": .text(graph.links[link].id.description), "what": .say(graph.displayName(of: link)),
        "before": .say(then.today.coverage[link].word),
        "after": .say(analysis.today.coverage[link].word),
      ])
    }
    let hidden = changed.count - links.count
    return .object([
      "since": .say {
        $0.say("自\($0.date(before.day))以来的变化", "Changed since \($0.date(before.day))")
      },
      "note": .say {
        $0.say(
          "\($0.date(before.day))是资料中上一次有项目进展的日期，只写年份的按当年最后一天计；调查和产值均按现有数据。",
          "The day of the last news of a project before this report; news of a year counts for its last"
            + " day. Surveys and outputs are those of today.")
      },
      "lines": .list(sums + links),
      "rest": hidden > 0
        ? .say {
          $0.say("另有\(hidden)个环节有变化。", "\($0.count(hidden, "", "link")) more changed.")
        } : .flag(false),
      "isQuiet": changed.isEmpty
        ? .say { $0.say("没有环节的现状变化。", "No link's coverage changed.") } : .flag(false),
    ])
  }
}
