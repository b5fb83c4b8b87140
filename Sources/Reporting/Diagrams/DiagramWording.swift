import GapAnalysis
import IndustryChain

/// The words of a diagram in its languages.
struct DiagramWording: Hashable, Sendable {
  let language: DiagramLanguage

  /// A word in every language of the diagram.
  private func say(_ word: (Language) -> String) -> String {
    var words: [String] = []
    for language in language.languages where !words.contains(word(language)) {
      words.append(word(language))
    }
    return words.joined(separator: " ")
  }

  private func say(_ chinese: String, _ english: String) -> String {
    say { $0.say(chinese, english) }
  }

  /// A name in its one or two lines, the leading language first.
  func names(_ name: LocalizedText) -> [String] {
    let given: [String?] =
      switch language {
      case .chinese, .english: [name.text(in: language.leading)]
      case .both: [name.chinese, name.english]
      }
    return given.compactMap { $0 }.filter { !$0.isEmpty }
  }

  func name(_ name: LocalizedText) -> String { names(name).joined(separator: " ") }

  func otherChain(_ chain: LocalizedText) -> String {
    chainTitle(chain, in: language.leading)
  }

  func coverage(_ coverage: Coverage) -> String { say { coverage.name(in: $0) } }

  /// Coverage as it stands in a box; in a bilingual diagram the legend has both words.
  func coverageMark(_ coverage: Coverage) -> String { coverage.name(in: language.leading) }

  func kind(_ kind: OpportunityKind) -> String { kind.name(in: language.leading) }

  func firm(_ presence: Presence) -> String {
    let name = presence.firm.name.text(in: language.leading)
    guard presence.stage != .operating else { return name }
    return language.leading.remark(name, presence.stage.name(in: language.leading))
  }

  /// What local firms buy outside, million CNY a year.
  func leak(_ millionCNY: Double) -> String {
    let money = Numbers.money(millionCNY, in: language.leading)
    return language.leading.say("外购 \(money)/年", "\(money)/yr bought outside")
  }

  func stage(_ stage: Stage) -> String { say { stage.name(in: $0) } }

  var supportingMark: String { language.leading.say("配套环节", "supporting link") }
  var supplyTie: String { say("供货", "supplies") }
  var leakTie: String { say("采购外流", "bought outside") }
  var processingTie: String { say("外协加工", "processing") }
  var returnTie: String { say("回流", "return flow") }
  var rankBadge: String { say("招商目标名次", "target rank") }
  var zeroBadge: String { say("与本地企业尚无买卖", "no trade with firms here yet") }
  var workspaceTitle: String { say("产业链全景", "All chains") }

  func around(_ link: LocalizedText) -> String {
    say { language in
      let name = link.text(in: language)
      return language.say("\(name)及上下游", "around \(name)")
    }
  }

  func chainTitle(_ chain: LocalizedText) -> String { say { chainTitle(chain, in: $0) } }

  private func chainTitle(_ chain: LocalizedText, in language: Language) -> String {
    let name = chain.text(in: language)
    return language.say("\(name)产业链", "\(name) chain")
  }

  func subtitle(region: Region, day: CalendarDate) -> String {
    "\(name(region.name)) · \(say("截至", "as of")) \(day)"
  }
}
