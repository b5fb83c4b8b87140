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
      "以下环节要凑齐才见效：其中缺一不可的部分，至少占分别引进之和的一成、且每年不少于10万元。"
        + "有的组合是新引进企业之间互为买卖，并不直接与现有企业往来。",
      "These links only pay together: the part that would not be there without every one of them is at"
        + " least a tenth of the sum of each alone and 0.1 million CNY a year. In some the newcomers"
        + " trade with each other and not with firms that are here.")
    var blocks: [Page.Block] = [
      .paragraph(Prose(note)),
      .bullets(search.bundles.prefix(limit).map(bullet)),
    ]
    var rest: [String] = []
    if search.bundles.count > limit {
      rest.append(
        wording.say(
          "共\(wording.digits(search.bundles.count))组，只列出差额最大的\(limit)组。",
          "These are the first \(limit) of \(wording.digits(search.bundles.count))."))
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
    let surplus = wording.money(bundle.surplusMillionCNY)
    let text =
      bundle.members.count == 2
      ? wording.say(
        "：一起引进每年\(value)，分别引进之和\(alone)，多出\(surplus)",
        ": together \(value) a year, the sum of each alone \(alone), \(surplus) more")
      : wording.say(
        "：一起引进每年\(value)，分别引进之和\(alone)，多出\(surplus)，其中\(dividend)要全部凑齐才有",
        ": together \(value) a year, the sum of each alone \(alone), \(surplus) more, of which"
          + " \(dividend) only once all are there")
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
