import Foundation

/// A workspace whose names and numbers do their worst to the boxes that they stand in.
enum CrowdedWorkspace {
  /// Names of links that are long, wide, bidirectional, joined of many scalars, or markup.
  private static let names: [(english: String, chinese: String)] = [
    (
      "High-purity battery-grade lithium bis(fluorosulfonyl)imide and related electrolyte additives",
      "高纯度电池级双氟磺酰亚胺锂及其配套电解液添加剂（含碳酸亚乙烯酯、氟代碳酸乙烯酯）"
    ),
    (
      "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
    ),
    ("<script>alert(1)</script>", "<b>零件</b>&amp;\"引号\""),
    ("Family 👨‍👩‍👧‍👦 of rockets 🚀🚀🚀", "火箭🚀与家庭👩‍👩‍👧‍👧环节"),
    ("Zo\u{0308}e's e\u{0301}le\u{0301}ments \u{2460}\u{2461}\u{2462} ±×÷ Ω", "①②③ ±×÷ Ω 歧义宽度"),
    ("מפעל סוללות", "ｆｕｌｌ ｗｉｄｔｈ　全角"),
    ("WWWWWWWWWWWWWWWWWWWWWWWWMMMMMMMMMMMMMMMMMMMMMMMM", "囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗囗"),
    ("i", "一"),
  ]

  /// Two chains, one surveyed with more than a hundred missing links, so that ranks have three
  /// digits; firms with long names, one link with forty of them, big money, every coverage.
  static func write(to folder: TemporaryFolder) throws {
    try folder.write(chain, to: "Chains/crowded.yaml")
    try folder.write(other, to: "Chains/other.yaml")
    try folder.write(region, to: "Chains/regions/here/region.yaml")
    try folder.write(firms, to: "Chains/regions/here/firms.csv")
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func link(
    _ name: String, _ english: String, _ chinese: String, _ stage: String, _ inputs: [String]
  ) -> String {
    let shares = inputs.map { "      \($0)\n" }.joined()
    return """
        \(name):
          name: {en: \(quoted(english)), zh: \(quoted(chinese))}
          stage: \(stage)
          plant: {output: 900000}

      """ + (inputs.isEmpty ? "" : "    inputs:\n" + shares)
  }

  private static var chain: String {
    var text =
      "chain: crowded\nname: {en: Crowded, zh: 拥挤}\nfigures: {grade: estimate, source: x}\n"
    text += "links:\n"
    let stages = ["upstream", "midstream", "downstream", "supporting"]
    for (place, name) in names.enumerated() {
      let inputs = place == 0 ? ["n7: {share: 0.1, return: true}"] : ["n\(place - 1): 0.2"]
      text += link("n\(place)", name.english, name.chinese, stages[min(2, place / 3)], inputs)
    }
    for place in 0..<110 {
      text += link("m\(place)", "Part \(place)", "零件\(place)", stages[place % 4], [])
    }
    return text
  }

  private static var other: String {
    var text = "chain: other\nname: {en: Another chain of a rather long name, zh: 名称相当长的另一条产业链}\n"
    text += "figures: {grade: estimate, source: x}\nlinks:\n"
    text += link("buyer", "Buyer", "买方", "downstream", ["crowded/n1: 0.3", "unknown: 0.1"])
    text += link("unknown", names[1].english, names[1].chinese, "upstream", [])
    return text
  }

  private static let region = """
    region: here
    name: {en: A zone with quite a long name of its own, zh: 某某某国家级经济技术开发区}
    date: 2021-01-26
    surveyed:
      crowded: {grade: estimate, source: x}

    """

  private static var firms: String {
    var text = "firm,name_zh,name_en,link,signed,operating,output,grade,source\n"
    func add(
      _ id: String, _ chinese: String, _ english: String, _ link: String, isHere: Bool = true
    ) {
      text += "\(id),\(chinese),\(english),\(link),\(isHere ? ",yes,800000" : "yes,,"),estimate,x\n"
    }
    for firm in 0..<40 {
      add(
        "f\(firm)", "贵州大龙某某某某新材料科技股份有限公司第\(firm)分公司",
        "Guizhou Dalong Extraordinarily Long-Named New Materials Technology Holding No. \(firm)",
        "crowded/n2")
    }
    add("script", "<script>alert(1)</script>", "<script>alert(1)</script>", "crowded/n4")
    add("planned", "👩‍👩‍👧‍👧签约企业", "Planned 👩‍👩‍👧‍👧 firm", "crowded/n3", isHere: false)
    add("maker", "买方企业", "Buying firm", "other/buyer")
    return text
  }
}
