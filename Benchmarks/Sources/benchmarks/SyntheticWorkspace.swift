import ChainFiles
import Diagnostics

/// A workspace of any size as texts: chains of 50 links, each chain one cycle with return flows.
///
/// A link buys from three others: the one before it in its chain, one further back, and for one link
/// in ten a link of the chain before. The first link of a chain takes material back from the last.
/// Every other link has a firm. Same size, same bytes.
struct SyntheticWorkspace {
  static let blockSize = 50

  let linkCount: Int

  func sources() -> WorkspaceSources {
    let chainCount = (linkCount + Self.blockSize - 1) / Self.blockSize
    let chains = (0..<chainCount).map { chain in
      SourceFile(path: "chain-\(chain).yaml", text: yaml(of: chain))
    }
    let region = """
      region: here
      name: {en: Here, zh: 此地}
      date: 2024-06-30
      surveyed:
      \((0..<chainCount).map { "  chain-\($0): {grade: estimate}" }.joined(separator: "\n"))
      """
    var firms = "firm,name_zh,link,operating,output\n"
    for link in stride(from: 0, to: linkCount, by: 2) {
      let name = "chain-\(link / Self.blockSize)/link-\(link % Self.blockSize)"
      firms += "firm-\(link),第\(link)厂,\(name),2020,\(50 + link * 37 % 400)\n"
    }
    return WorkspaceSources(
      chains: chains,
      regions: [
        RegionSources(
          folder: "regions/here",
          region: SourceFile(path: "regions/here/region.yaml", text: region),
          firms: SourceFile(path: "regions/here/firms.csv", text: firms))
      ])
  }

  private func yaml(of chain: Int) -> String {
    let count = min(Self.blockSize, linkCount - chain * Self.blockSize)
    var text = "chain: chain-\(chain)\nname: {en: Chain \(chain), zh: 第\(chain)链}\nlinks:\n"
    for link in 0..<count {
      let stage = link < count / 3 ? "upstream" : link < 2 * count / 3 ? "midstream" : "downstream"
      text += """
          link-\(link):
            name: {en: Link \(link), zh: 第\(link)环}
            stage: \(stage)
            plant: {output: \(100 + (link * 53 + chain * 31) % 900)}

        """
      var inputs: [String] = []
      if link > 0 {
        inputs.append("link-\(link - 1): 0.3")
        let further = (link * 7 + chain) % link
        if further != link - 1 { inputs.append("link-\(further): 0.15") }
      } else if count > 1 {
        inputs.append("link-\(count - 1): {share: 0.1, return: true}")
      }
      if link % 10 == 0, chain > 0 {
        inputs.append("chain-\(chain - 1)/link-\((link * 3 + 1) % Self.blockSize): 0.1")
      } else if link > 2 {
        inputs.append("link-\(link / 2 == link - 1 ? link - 2 : link / 3): 0.1")
      }
      var seen: Set<Substring> = []
      let distinct = inputs.filter { seen.insert($0.prefix { $0 != ":" }).inserted }
      if !distinct.isEmpty {
        text += "    inputs:\n" + distinct.map { "      \($0)\n" }.joined()
      }
    }
    return text
  }
}
