import Diagnostics
import IndustryChain

/// The words that the files take, by what people call them in Chinese.
enum ChineseWords {
  /// The one of some words that a Chinese word stands for, `nil` where none does.
  static func word(for chinese: String, among words: [String]) -> String? {
    words.first { names[$0]?.contains(chinese) == true }
  }

  /// The one of some words that a Chinese text stands for, or most likely does where it is near to
  /// a name of three characters or more; shorter ones are near to too much.
  ///
  /// `isCertain` where it is the name itself. O(names · length²), for use on errors only.
  static func match(_ chinese: String, among words: [String]) -> (word: String, isCertain: Bool)? {
    if let word = word(for: chinese, among: words) { return (word, true) }
    let longNames = words.flatMap { names[$0] ?? [] }.filter { $0.unicodeScalars.count > 2 }
    return chinese.nearest(among: longNames).flatMap { word(for: $0, among: words) }
      .map { ($0, false) }
  }

  /// `true` or `false` for a word that people write instead.
  static func flag(for word: String) -> String? {
    switch word.lowercased() {
    case "是", "有", "yes", "true": "true"
    case "否", "无", "没有", "no", "false": "false"
    default: nil
    }
  }

  /// The usual name first, as reports write it.
  static let names: [String: [String]] = [
    Stage.upstream.rawValue: ["上游"],
    Stage.midstream.rawValue: ["中游"],
    Stage.downstream.rawValue: ["下游"],
    Stage.supporting.rawValue: ["配套"],
    LinkKind.material.rawValue: ["材料", "原材料"],
    LinkKind.component.rawValue: ["零部件", "部件"],
    LinkKind.process.rawValue: ["工艺", "工序"],
    LinkKind.equipment.rawValue: ["设备"],
    LinkKind.product.rawValue: ["产品"],
    LinkKind.service.rawValue: ["服务"],
    Grade.reported.rawValue: ["报道", "有报道"],
    Grade.estimate.rawValue: ["估算", "估计"],
    Grade.assumed.rawValue: ["假设"],
    Criterion.chainValue.rawValue: ["链上价值"],
    Criterion.reach.rawValue: ["带动面"],
    Criterion.bridging.rawValue: ["贯通作用"],
    Criterion.priority.rawValue: ["规划优先"],
    Criterion.localMarket.rawValue: ["本地市场"],
    Criterion.inputReadiness.rawValue: ["原料就近"],
    Criterion.relatedness.rawValue: ["产业关联"],
    Criterion.leads.rawValue: ["招商线索"],
    Criterion.readiness.rawValue: ["要件具备"],
    Severity.error.rawValue: ["错误"],
    Severity.warning.rawValue: ["警告"],
    Severity.note.rawValue: ["提示"],
  ]
}

extension Stage {
  /// What reports call it in Chinese.
  var chinese: String { ChineseWords.names[rawValue]?.first ?? rawValue }
}

extension Fix {
  /// Writes the word that a Chinese one stands for, or probably does.
  static func writing(
    _ match: (word: String, isCertain: Bool)?, for word: Located<String>
  ) -> Self? {
    match.flatMap { writing($0.word, for: word, $0.isCertain ? .certain : .likely) }
  }
}
