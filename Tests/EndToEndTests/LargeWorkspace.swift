import Foundation

/// A workspace whose diagram no layout finishes in a second or two.
enum LargeWorkspace {
  static let chainCount = 40
  static let linksPerChain = 60

  /// Chains of links that each buy from several of those before them.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for chain in 0..<chainCount {
      var text = """
        chain: chain-\(chain)
        name: {en: Chain \(chain), zh: 产业链\(chain)}
        figures: {grade: estimate, source: made up for a test}
        links:

        """
      for link in 0..<linksPerChain {
        let stage = ["upstream", "midstream", "downstream"][link * 3 / linksPerChain]
        text +=
          "  link-\(link):\n    name: {en: Link \(link), zh: 环节\(link)}\n    stage: \(stage)\n"
        // Far and near suppliers, so that many arrows cross.
        let suppliers = Set(
          [1, 2, 7, 11, 13, 17].map { link - $0 * (1 + link % 3) }.filter { $0 >= 0 })
        if !suppliers.isEmpty {
          text += "    inputs: {"
          text += suppliers.sorted().map { "link-\($0): 0.05" }.joined(separator: ", ") + "}\n"
        }
      }
      try folder.write(text, to: "Chains/chain-\(chain).yaml")
    }
    let surveyed = (0..<chainCount).map { "  chain-\($0):\n" }.joined()
    try folder.write(
      "region: here\nname: {en: Here, zh: 此地}\ndate: 2024-06-30\nsurveyed:\n\(surveyed)",
      to: "Chains/regions/here/region.yaml")
    return folder
  }
}
