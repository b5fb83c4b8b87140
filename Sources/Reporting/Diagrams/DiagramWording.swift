import GapAnalysis
import IndustryChain

/// The words of a diagram in its languages.
struct DiagramWording: Hashable, Sendable {
  let language: DiagramLanguage

  /// The wording of what stands once only.
  private var leading: Wording { Wording(language.leading) }

  /// Something said in every language of the diagram, once where it is the same in all.
  private func distinct(_ word: (Wording) -> String) -> [String] {
    var words: [String] = []
    for word in language.languages.map({ word(Wording($0)) }) where !words.contains(word) {
      words.append(word)
    }
    return words
  }

  private func say(_ word: (Wording) -> String) -> String {
    distinct(word).joined(separator: " ")
  }

  private func say(_ chinese: String, _ english: String) -> String {
    say { $0.say(chinese, english) }
  }

  /// A name in its one or two lines, the leading language first.
  func names(_ name: LocalizedText) -> [String] {
    var names: [String] = []
    for text in language.languages.map({ Wording($0).text(name) }) {
      if !text.isEmpty, !names.contains(text) { names.append(text) }
    }
    return names
  }

  func name(_ name: LocalizedText) -> String { names(name).joined(separator: " ") }

  func otherChain(_ chain: LocalizedText) -> String { chainTitle(chain, leading) }

  func coverage(_ coverage: Coverage) -> String { say { $0.text(coverage.word) } }

  /// Coverage as it stands in a box; in a bilingual diagram the legend has both words.
  func coverageMark(_ coverage: Coverage) -> String { leading.text(coverage.word) }

  func kind(_ kind: OpportunityKind) -> String { leading.text(kind.word) }

  /// A firm, with its stage where it does not operate yet.
  func firm(_ presence: Presence) -> String {
    let name = leading.text(presence.firm.name)
    switch presence.stage {
    case .operating: return name
    case nil: return name + leading.aside(leading.say("目标企业", "prospect"))
    case .some(let stage): return name + leading.aside(leading.text(stage.word))
    }
  }

  /// What local firms buy outside, million CNY a year.
  func leak(_ millionCNY: Double) -> String {
    let money = leading.money(millionCNY)
    return leading.say("外购\(money)/年", "\(money)/yr bought outside")
  }

  func stage(_ stage: Stage) -> String { say { $0.text(stage.word) } }

  var supportingMark: String { leading.say("配套环节", "supporting link") }
  var supplyTie: String { say("供货", "supplies") }
  var leakTie: String { say("采购外流", "bought outside") }
  var processingTie: String { say("外协加工", "processing") }
  var returnTie: String { say("回流", "return flow") }
  var variantTie: String { say("属于该类", "is a kind of") }
  var tieNumber: String { say("合并的联系条数", "ties in one arrow") }
  var bestRankBadge: String { say("最高的招商目标名次", "best target rank") }
  var rankBadge: String { say("招商目标名次", "target rank") }
  var zeroBadge: String { say("暂无链上价值", "no chain value yet") }
  var workspaceTitle: String { say("产业链全景", "All chains") }

  func around(_ link: LocalizedText) -> String {
    say { $0.say("\($0.text(link))及上下游", "around \($0.text(link))") }
  }

  func path(from start: LocalizedText, to end: LocalizedText) -> String {
    say { wording in
      let (start, end) = (wording.text(start), wording.text(end))
      return wording.say("从\(start)到\(end)", "from \(start) to \(end)")
    }
  }

  func gaps(of title: String) -> String { "\(title) · \(say("仅缺口", "gaps only"))" }

  func chainTitle(_ chain: LocalizedText) -> String { say { chainTitle(chain, $0) } }

  /// A chain's title in its one or two lines.
  func chainNames(_ chain: LocalizedText) -> [String] {
    distinct { chainTitle(chain, $0) }
  }

  /// A stage in its one or two lines.
  func stageNames(_ stage: Stage) -> [String] { distinct { $0.text(stage.word) } }

  func linkCount(_ count: Int, areGuests: Bool) -> String {
    areGuests
      ? leading.say(
        "往来环节\(digits(count))个", leading.count(count, "", "trading link"))
      : leading.count(count, "个环节", "link")
  }

  /// What firms here buy outside of the links of a box, million CNY a year.
  func leakage(_ millionCNY: Double) -> String? {
    leading.isMoney(millionCNY) ? leak(millionCNY) : nil
  }

  func tieCount(_ count: Int) -> String { say { $0.count(count, "条联系", "tie") } }

  func digits(_ number: Int) -> String { leading.digits(number) }

  private func chainTitle(_ chain: LocalizedText, _ wording: Wording) -> String {
    wording.say("\(wording.text(chain))产业链", "\(wording.text(chain)) chain")
  }

  /// Region and day, and what was folded; no part is to be broken.
  func subtitle(region: Region, day: CalendarDate, folded: (Wording) -> String?) -> [String] {
    [name(region.name), "\(say("截至", "as of")) \(day)"]
      + language.languages.compactMap { folded(Wording($0)) }
  }
}
