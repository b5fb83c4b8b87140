import GapAnalysis
import IndustryChain

/// The bundles of a pool (捆绑招商) as blocks of a page.
struct BundleBlocks {
  let search: BundleSearch
  let names: TogetherNames

  private var wording: Wording { names.wording }

  /// The first bundles with what recruiting the first link unlocks; nothing where there are none.
  func blocks(limit: Int) -> [Page.Block] {
    guard !search.bundles.isEmpty else { return [] }
    let note = wording.say(
      "以下环节一起引进比分别引进之和至少多一成、且每年至少多10万元；多出的部分缺了其中任何一个都不会有。",
      "These links create together at least a tenth more than the sum of each alone, and at least"
        + " 0.1 million CNY a year, that would not be there without any one of them.")
    var blocks: [Page.Block] = [
      .paragraph(Prose(note)),
      .bullets(search.bundles.prefix(limit).map(bullet)),
    ]
    var rest: [String] = []
    if search.bundles.count > limit {
      rest.append(
        wording.say(
          "另有\(search.bundles.count - limit)组未列出。",
          "\(search.bundles.count - limit) more are not shown."))
    }
    if search.completeSize < Bundle.largestSize {
      rest.append(
        wording.say(
          "备选太多，只比较了不超过\(search.completeSize)个环节的组合。",
          "There are too many candidates: only sets of up to \(search.completeSize) were compared.")
      )
    }
    if !rest.isEmpty { blocks.append(.points(rest)) }
    return blocks
  }

  private func bullet(_ bundle: Bundle) -> Page.Bullet {
    let value = wording.money(bundle.valueMillionCNY)
    let alone = wording.money(bundle.aloneMillionCNY)
    let dividend = wording.money(bundle.dividendMillionCNY)
    let first = names.name(bundle.members[0])
    let text = wording.say(
      "：一起引进每年\(value)，分别引进之和\(alone)；只有凑齐才有的\(dividend)",
      ": together \(value) a year, the sum of each alone \(alone); \(dividend) only once all are"
        + " there")
    let points = bundle.unlocked.filter { unlocked in
      unlocked.afterMillionCNY > unlocked.beforeMillionCNY + 1e-6
    }.map { unlocked in
      let other = names.name(unlocked.candidate)
      let before = wording.money(unlocked.beforeMillionCNY)
      let after = wording.money(unlocked.afterMillionCNY)
      return Page.Bullet(
        Prose(
          wording.say(
            "先引进\(first)，\(other)的价值从\(before)升到\(after)",
            "once \(first) is there, \(other) is worth \(after) instead of \(before)")))
    }
    return Page.Bullet(
      .strong(bundle.members.map(names.name).joined(separator: " + ")) + Prose(text), points: points
    )
  }
}
