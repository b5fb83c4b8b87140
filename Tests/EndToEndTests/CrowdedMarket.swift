/// Chains with more projects, neighbours, needs and firms than pages can name, of names that are
/// long, unbroken or markup.
enum CrowdedMarket {
  private static let projects = 1...10
  private static let neighbours = 1...30
  private static let needs = 1...10
  private static let long = "of a name that goes on as such names do"
  private static let unbroken = String(repeating: "W", count: 90)
  private static let chineseLong = String(repeating: "名称很长的项目", count: 16)

  /// A folder with the workspace in its `Chains`.
  static func written() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(chain, to: "Chains/crowd.yaml")
    try folder.write(
      """
      region: here
      name: {en: "Here <script>alert(1)</script> \(long) \(long)", zh: \(chineseLong)}
      date: 2024-06-30
      surveyed: {crowd: {source: "survey \(long) \(long) \(long)"}}
      provides: [need-1, need-2]
      lacks: {need-3: {source: a plan}}

      """, to: "Chains/regions/here/region.yaml")
    try folder.write(firms, to: "Chains/regions/here/firms.csv")
    try folder.write(prospects, to: "Chains/regions/here/prospects.csv")
    return folder
  }

  private static var chain: String {
    var text = "chain: crowd\nname: {en: \"Crowd \(long) \(long)\", zh: \(chineseLong)}\nneeds:\n"
    for place in needs {
      text +=
        "  need-\(place): {en: Need \(place) \(long) \(long), zh: 第\(place)项落地条件的较长名称与说明文字和更多说明}\n"
    }
    text += "links:\n"
    for place in neighbours {
      text +=
        "  input-\(place): {name: {en: Input \(place) \(unbroken), zh: 第\(place)种投入品的较长名称\(chineseLong)},"
        + " stage: upstream}\n"
    }
    for place in projects {
      text += """
          hub-\(place):
            name: {en: "Hub \(place) \(place % 2 == 0 ? unbroken : "<b>\(long)</b> \(long) \(long)")", zh: "项目\(place)\(chineseLong)"}
            stage: midstream
            inputs: {\(neighbours.map { "input-\($0): 0.02" }.joined(separator: ", "))}
            needs: [\(needs.map { "need-\($0)" }.joined(separator: ", "))]
            plant:
              output: {value: 100000, source: "a basis \(long) \(long) \(long)"}
              investment: 123456
              land_mu: 12345
              jobs: 98765
              power_mw: 555
              discharge_tonnes_per_day: 44444

        """
    }
    for place in neighbours {
      text += """
          buyer-\(place):
            name: {en: Buyer \(place) \(long) \(unbroken), zh: 第\(place)个买家环节的较长名称\(chineseLong)}
            stage: downstream
            inputs:
        \(projects.map { "      hub-\($0): {share: 0.02, source: \"a basis \(long), a basis \(long), a basis \(long)\"}" }.joined(separator: "\n"))

        """
    }
    return text
  }

  private static var firms: String {
    var text = "firm,name_zh,name_en,link,operating,output,source\n"
    for place in neighbours {
      for (kind, name) in [("input", "供应商"), ("buyer", "买家")] {
        text +=
          "\(kind)-\(place),第\(place)家名称较长的\(name)\(chineseLong)有限公司,\(kind) firm \(place) \(unbroken),"
          + "\(kind)-\(place),2020,50000,年报 2021\n"
      }
    }
    return text
  }

  private static var prospects: String {
    var text = "firm,name_zh,name_en,link,negotiating,home,source\n"
    for project in projects {
      for place in 1...7 {
        text +=
          "lead-\(project)-\(place),第\(place)家目标企业\(chineseLong),lead \(place) \(unbroken) \(long),"
          + "hub-\(project),2024-03,上海市\(chineseLong),日报 2024 \(long) \(long)\n"
      }
    }
    return text
  }
}
