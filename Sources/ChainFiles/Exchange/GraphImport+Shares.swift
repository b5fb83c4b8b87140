import Diagnostics
import IndustryChain

extension GraphImport {
  /// The attributes that may hold a share, the first that is there counts.
  static let shareNames = ["share", "weight", "coefficient", "投入系数", "label"]

  /// The share of an edge as its file spells it, `nil` and a finding where it is none.
  mutating func share(of edge: ForeignGraph.Edge) -> String? {
    let key = Self.shareNames.first { edge.attributes[$0] != nil }
    guard let text = edge.share ?? key.flatMap({ edge.attributes[$0] }) else { return nil }
    if let share = Self.share(text) { return share }
    // A label may say anything; what is no number is told for all of them together.
    if edge.share != nil || key != "label" || Self.isNumber(text) { refuseShare(text, of: edge) }
    return nil
  }

  /// A share as the text spells it, `nil` where it is no number from 0 to 1.
  private static func share(_ text: String) -> String? {
    guard let (number, isPercent) = number(text), let value = Double(number) else { return nil }
    let share = isPercent ? value / 100 : value
    guard (0...1).contains(share) else { return nil }
    let isPlain = number.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    return isPlain && !isPercent ? number : share.shareText
  }

  private static func isNumber(_ text: String) -> Bool { number(text) != nil }

  private static func number(_ text: String) -> (text: String, isPercent: Bool)? {
    var number = text.halfWidth.trimmed
    let isPercent = number.hasSuffix("%")
    if isPercent { number.removeLast() }
    guard let value = Double(number), value.isFinite else { return nil }
    return (number, isPercent)
  }

  private mutating func refuseShare(_ text: String, of edge: ForeignGraph.Edge) {
    report(
      .unmappedValue, edge.range,
      "\"\(text.shortened)\" is no share: \"\(edge.source)\" → \"\(edge.target)\" has none now",
      "“\(text.shortened)”不是投入系数，“\(edge.source)”→“\(edge.target)”按未知处理",
      ("write a number from 0 to 1", "请填写 0 到 1 之间的数"))
  }

  /// Lists the labels of edges that are no shares: a chain has no place for them.
  mutating func tellLabels() {
    let labelled = graph.edges.compactMap { edge in
      edge.attributes["label"].flatMap { Self.isNumber($0) ? nil : (edge, $0) }
    }
    guard !labelled.isEmpty else { return }
    let notes = labelled.map { edge, label in
      let line = "\"\(edge.source)\" → \"\(edge.target)\": \"\(label.shortened)\""
      return LocalizedText(
        english: line, chinese: "“\(edge.source)”→“\(edge.target)”：“\(label.shortened)”")
    }
    report(
      .unmappedColumn, nil,
      "the labels of \(labelled.count) edges are no shares, and are not read",
      "有 \(labelled.count) 条边的标签不是投入系数，未导入",
      ("write shares as numbers from 0 to 1", "投入系数请写成 0 到 1 之间的数"),
      notes: Diagnostic.notes(notes))
  }

  /// Tells which shares were too small, in all and for each buyer.
  mutating func tell(_ below: [String: (count: Int, sum: Double)]) {
    guard !below.isEmpty else { return }
    let count = below.values.reduce(0) { $0 + $1.count }
    let sum = below.values.reduce(0) { $0 + $1.sum }
    let least = settings.leastShare.shareText
    let notes = below.sorted { $0.key < $1.key }.map { buyer, part in
      Diagnostic.Note(
        LocalizedText(
          english: "\"\(buyer)\": \(part.count) inputs, \(part.sum.shareText) together",
          chinese: "“\(buyer)”：\(part.count) 项投入，合计 \(part.sum.shareText)"))
    }
    report(
      .belowLeastShare, nil,
      "\(count) shares below \(least) are left out, \(sum.shareText) together",
      "有 \(count) 项投入系数低于 \(least)，未导入，合计 \(sum.shareText)",
      ("lower --least-share to have them", "如需导入，请调低 --least-share"), notes: notes)
  }
}
