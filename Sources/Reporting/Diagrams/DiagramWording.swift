import GapAnalysis
import IndustryChain

/// The languages that a diagram's names and words stand in.
public enum DiagramLanguage: String, CaseIterable, Hashable, Sendable {
  /// Chinese, English where a name has no Chinese.
  case chinese = "zh"
  /// English, Chinese where a name has no English.
  case english = "en"
  /// Chinese with English below.
  case both
}

/// The words of a diagram in its languages.
struct DiagramWording: Hashable, Sendable {
  let language: DiagramLanguage

  private func say(_ chinese: String, _ english: String) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    case .both: chinese + " " + english
    }
  }

  /// A short word, Chinese alone in a bilingual diagram, where the legend says both.
  private func short(_ chinese: String, _ english: String) -> String {
    language == .english ? english : chinese
  }

  /// A name in its one or two lines, the leading language first.
  func names(_ name: LocalizedText) -> [String] {
    switch language {
    case .chinese: [name.chinese ?? name.english].compactMap { $0 }
    case .english: [name.english ?? name.chinese].compactMap { $0 }
    case .both: [name.chinese, name.english].compactMap { $0 }
    }
  }

  func name(_ name: LocalizedText) -> String { names(name).joined(separator: " ") }

  func otherChain(_ chain: LocalizedText) -> String {
    let name = names(chain).first ?? ""
    return short("\(name)产业链", "\(name) chain")
  }

  func coverage(_ coverage: Coverage) -> String {
    switch coverage {
    case .covered: say("已有", "covered")
    case .thin: say("薄弱", "thin")
    case .planned: say("在建/签约", "planned")
    case .missing: say("缺失", "missing")
    case .unknown: say("未调查", "unknown")
    }
  }

  /// Coverage as it stands in a box; in a bilingual diagram the legend has both words.
  func coverageMark(_ coverage: Coverage) -> String {
    language == .both
      ? DiagramWording(language: .chinese).coverage(coverage) : self.coverage(coverage)
  }

  func kind(_ kind: OpportunityKind) -> String {
    switch kind {
    case .fill: short("补链", "fill")
    case .extendUpstream: short("向上游延链", "extend upstream")
    case .extendDownstream: short("向下游延链", "extend downstream")
    case .support: short("配套", "support")
    case .build: short("建链", "build")
    case .strengthen: short("强链", "strengthen")
    }
  }

  func firm(_ presence: Presence) -> String {
    let name = names(presence.firm.name).first ?? presence.firm.id.rawValue
    let stage =
      switch presence.stage {
      case nil: short("目标", "prospect")
      case .negotiating: short("在谈", "in talks")
      case .signed: short("签约", "signed")
      case .building: short("在建", "building")
      case .operating, .closed: ""
      }
    return stage.isEmpty ? name : short("\(name)(\(stage))", "\(name) (\(stage))")
  }

  /// What local firms buy outside, million CNY a year.
  func leak(_ millionCNY: Double) -> String {
    short("外购 \(Self.chinese(millionCNY))/年", "bought outside: \(Self.short(millionCNY))m CNY/yr")
  }

  func stage(_ stage: Stage) -> String {
    switch stage {
    case .upstream: say("上游", "Upstream")
    case .midstream: say("中游", "Midstream")
    case .downstream: say("下游", "Downstream")
    case .supporting: say("配套", "Supporting")
    }
  }

  var supportingMark: String { short("配套环节", "supporting") }
  var supplyTie: String { say("供货", "supplies") }
  var leakTie: String { say("采购外流", "bought outside") }
  var processingTie: String { say("外协加工", "processing") }
  var returnTie: String { say("回流", "return flow") }
  var rankBadge: String { say("招商目标名次", "target rank") }
  var zeroBadge: String { say("与本地企业尚无买卖", "no trade with firms here yet") }
  var workspaceTitle: String { say("产业链全景", "All chains") }

  func around(_ link: LocalizedText) -> String {
    say("\(names(link).first ?? "")及上下游", "around \(link.english ?? link.chinese ?? "")")
  }

  func chainTitle(_ chain: LocalizedText) -> String {
    switch language {
    case .chinese: "\(name(chain))产业链"
    case .english: "\(name(chain)) chain"
    case .both:
      [chain.chinese.map { "\($0)产业链" }, chain.english.map { "\($0) chain" }]
        .compactMap { $0 }.joined(separator: " ")
    }
  }

  func subtitle(region: Region, day: CalendarDate) -> String {
    "\(name(region.name)) · \(say("截至", "as of")) \(day)"
  }

  private static func short(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
  }

  private static func chinese(_ millionCNY: Double) -> String {
    millionCNY >= 100 ? short(millionCNY / 100) + "亿元" : short(millionCNY * 100) + "万元"
  }
}
