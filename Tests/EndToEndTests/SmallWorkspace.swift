let smallChain = """
  chain: metal
  name: {en: Metal, zh: 金属}
  links:
    ore: {name: {en: Ore, zh: 矿石}, stage: upstream}
    alloy:
      name: {en: Alloy, zh: 合金}
      stage: midstream
      inputs: {ore: 0.5}
    part:
      name: {en: Part, zh: 零件}
      stage: downstream
      inputs: {alloy: 0.4}
  """

let smallRegion = """
  region: here
  name: {en: Here, zh: 此地}
  date: 2024-06-30
  surveyed: {metal: }
  """

extension TemporaryFolder {
  /// A workspace of one chain of three links and one firm.
  static func smallWorkspace(firms: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(smallChain, to: "Chains/metal.yaml")
    try folder.write(smallRegion, to: "Chains/regions/here/region.yaml")
    try folder.write(
      "firm,name_zh,link,operating,output,source\n"
        + (firms.isEmpty ? "f1,一号厂,part,2020,200,年报 2021\n" : firms),
      to: "Chains/regions/here/firms.csv")
    return folder
  }
}
