import IndustryChain

/// The Chinese words that notes and drop-downs explain, as the words that files have.
private let chineseWords: [String: String] = [
  "上游": "upstream", "中游": "midstream", "下游": "downstream", "配套": "supporting",
  "材料": "material", "原材料": "material", "零部件": "component", "部件": "component",
  "工艺": "process", "工序": "process", "设备": "equipment", "产品": "product", "服务": "service",
  "有来源": "reported", "已报告": "reported", "估算": "estimate", "估计": "estimate",
  "假设": "assumed", "默认假设": "assumed",
  "采购": "purchase", "外购": "purchase", "加工": "processing", "外协": "processing",
  "外协加工": "processing", "回流": "return",
  "具备": "provides", "不具备": "lacks", "是": "yes",
  "最终需求": "final_demand", "本地配套率": "supply_ratio", "规划优先": "priorities",
  "增加值率": "value_added", "典型工厂年产值": "output", "年产值": "output", "投资额": "investment",
  "用地": "land_mu", "用地（亩）": "land_mu", "就业人数": "jobs", "用电负荷": "power_mw",
  "用电负荷（兆瓦）": "power_mw", "废水排放": "discharge_tonnes_per_day",
  "废水排放（吨/日）": "discharge_tonnes_per_day",
]

extension ExchangeShape.Column {
  /// Whether its cells are times, by the keys that definitions have for them.
  private var isDate: Bool {
    key == "as_of" || key == "plant_as_of" || FirmColumn(rawValue: key)?.isDate == true
  }

  /// What a cell says in the words of files.
  ///
  /// That is the word of a choice for its Chinese word, alone or behind it, and a time in another
  /// spelling as files have it. Other texts stay as they are.
  func meaning(of text: String) -> String {
    if isDate { return text.normalizedDate }
    guard case .choice(let words) = content, !words.contains(text) else { return text }
    let parts = [text] + text.split { $0.isWhitespace }.map(String.init)
    let meanings = parts.compactMap { part -> String? in
      let word = chineseWords[part] ?? part.halfWidth.lowercased()
      return words.contains(word) ? word : nil
    }
    // Two words that say different things say nothing.
    return Set(meanings).count == 1 ? meanings[0] : text
  }
}

extension FirmColumn {
  /// Whether its cells are amounts of money.
  var isMoney: Bool { [.output, .investment, .fundsInPlace].contains(self) }

  /// Whether its cells are times.
  var isDate: Bool {
    switch self {
    case .negotiating, .signed, .building, .operating, .closed: true
    default: false
    }
  }
}

extension String {
  /// A time as files have it, where the text is one in another spelling: `2019-03` of `2019年3月`.
  var normalizedDate: String {
    guard PartialDate(halfWidth) == nil, let date = PartialDate(otherSpelling: self) else {
      return self
    }
    return "\(date)"
  }
}
