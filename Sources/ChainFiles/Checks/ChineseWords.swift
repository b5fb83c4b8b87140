import Diagnostics
import IndustryChain

/// The words that the files take, by what people call them in Chinese.
enum ChineseWords {
  /// The one of some words that a Chinese word stands for, `nil` where none does.
  static func word(for chinese: String, among words: [String]) -> String? {
    words.first { names[$0]?.contains(chinese) == true }
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
    Severity.error.rawValue: ["错误"],
    Severity.warning.rawValue: ["警告"],
    Severity.note.rawValue: ["提示"],
  ]
}
