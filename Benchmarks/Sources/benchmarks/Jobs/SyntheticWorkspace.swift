import ChainFiles
import Diagnostics
import Foundation

/// A made-up workspace of chains of 50 links with three inputs each, as the texts of its files.
///
/// The links of a chain form one strongly connected component: each buys from the one before it,
/// and the first takes material back from the last. The other inputs come from anywhere in the
/// chain, marked `return` where they come from further down, and one in eight from an earlier chain,
/// so that components never join. About half of the links have an operating firm.
struct SyntheticWorkspace {
  static let linksPerChain = 50

  /// How much the files say of each link.
  enum Detail {
    /// Name, stage and inputs, and every third link's plant.
    case brief
    /// What a planner fills in besides: kind, value added, whole plants, a code and a note.
    case full
  }

  /// The files, as the loader takes them.
  let sources: WorkspaceSources

  /// A workspace of a number of links, a multiple of 50; the same seed gives the same texts.
  ///
  /// The links of a chain have the given numbers of inputs in turn.
  init(
    linkCount: Int, inputCounts: [Int] = [3], detail: Detail = .brief, seed: UInt64 = 1
  ) {
    var generator = SeededGenerator(seed: seed)
    let chainCount = linkCount / Self.linksPerChain
    let chains = (0..<chainCount).map { chain in
      SourceFile(
        path: "\(Self.chainID(chain)).yaml",
        text: Self.chainText(chain, inputCounts, detail, using: &generator))
    }
    sources = WorkspaceSources(
      chains: chains,
      regions: [
        RegionSources(
          folder: "regions/synthetic",
          region: SourceFile(
            path: "regions/synthetic/region.yaml", text: Self.regionText(chainCount: chainCount)),
          firms: SourceFile(
            path: "regions/synthetic/firms.csv",
            text: Self.firmsText(chainCount: chainCount, using: &generator)))
      ])
  }

  /// Writes the files into a folder.
  func write(to folder: URL) throws {
    let region = sources.regions[0]
    for file in sources.chains + [region.region, region.firms].compactMap({ $0 }) {
      let place = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: place)
    }
  }

  private static func chainID(_ chain: Int) -> String { "chain-\(chain)" }

  private static func linkID(_ link: Int) -> String { "link-\(link)" }

  private static func chainText(
    _ chain: Int, _ inputCounts: [Int], _ detail: Detail,
    using generator: inout SeededGenerator
  ) -> String {
    var text = """
      chain: \(chainID(chain))
      name: {en: Chain \(chain), zh: 产业链\(chain)}
      figures: {grade: estimate, source: made up for measurements}
      links:

      """
    for link in 0..<linksPerChain {
      let stage = ["upstream", "midstream", "downstream"][link * 3 / linksPerChain]
      text += """
          \(linkID(link)):
            name: {en: Link \(link) of chain \(chain), zh: 第\(chain)链第\(link)环节}
            stage: \(stage)
            inputs:

        """
      for (supplier, isReturn) in inputs(
        inputCounts[link % inputCounts.count], of: link, in: chain, using: &generator)
      {
        // Three shares of at most 0.3 leave a tenth of the output as value added.
        let share = Double(Int.random(in: 50...300, using: &generator)) / 1000
        text += "      \(supplier): "
        text += isReturn ? "{share: \(share), return: true}\n" : "\(share)\n"
      }
      if detail == .full {
        text += """
              value_added: 0.1
              plant: {output: \(link + 20), investment: \(link + 40), land_mu: 30, jobs: \(link + 7)}
              codes: {local: c\(chain)-\(link)}
              note: {en: made up for measurements, zh: 为测速而编}

          """
      } else if link % 3 == 0 {
        text += "    plant: {output: \(Int.random(in: 20...900, using: &generator))}\n"
      }
    }
    return text
  }

  /// Some suppliers of a link by the names that its file uses.
  private static func inputs(
    _ count: Int, of link: Int, in chain: Int, using generator: inout SeededGenerator
  ) -> [(supplier: String, isReturn: Bool)] {
    let before = (link + linksPerChain - 1) % linksPerChain
    var chosen = [before]
    while chosen.count < count {
      let supplier = Int.random(in: 0..<linksPerChain, using: &generator)
      if supplier != link, !chosen.contains(supplier) { chosen.append(supplier) }
    }
    return chosen.map { supplier in
      if supplier != before, chain > 0, Int.random(in: 0..<8, using: &generator) == 0 {
        let other = Int.random(in: 0..<chain, using: &generator)
        return ("\(chainID(other))/\(linkID(supplier))", false)
      }
      return (linkID(supplier), supplier > link)
    }
  }

  private static func regionText(chainCount: Int) -> String {
    var text = """
      region: synthetic
      name: {en: Synthetic region, zh: 合成区域}
      date: 2021-01-26
      surveyed:

      """
    for chain in 0..<chainCount { text += "  \(chainID(chain)):\n" }
    return text
  }

  private static func firmsText(
    chainCount: Int, using generator: inout SeededGenerator
  ) -> String {
    var text = "firm,name_en,name_zh,link,signed,operating,output,source\n"
    for chain in 0..<chainCount {
      for link in 0..<linksPerChain {
        let name = "\(chain)-\(link)"
        let firm =
          "firm-\(name),Firm \(name),第\(name)号企业,\(chainID(chain))/\(linkID(link))"
        let output = Int.random(in: 10...999, using: &generator)
        switch Int.random(in: 0..<20, using: &generator) {
        case 0..<6: text += "\(firm),,2019-06,\(output),made up\n"
        case 6..<10: text += "\(firm),2018,是,,made up\n"
        case 10: text += "\(firm),2020-06-30,,,made up\n"
        default: continue
        }
      }
    }
    return text
  }
}
