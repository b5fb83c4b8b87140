@testable import ChainFiles

/// Chains and regions as no person would write them, the same from the same seed.
struct GeneratedDefinition {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(state: seed) }

  private mutating func chance(_ part: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < part
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: items.indices, using: &generator)]
  }

  private mutating func words() -> String {
    let parts = [
      "阀门", "valve", "0451", "=1+1", "'quoted", "a, b; c", "\"said\"", "true", "null", "~",
      "- dash", "# not a comment", "铜（99.9%）", "line one\nline two", "_x0041_", "1e3", "@home",
      "naïve", "{en: x}", "yes", "x: y", "end:", "🔋", "２０",
    ]
    return (0...Int.random(in: 0...2, using: &generator)).map { _ in pick(parts) }
      .joined(separator: pick([" ", "", "，"]))
  }

  private mutating func text() -> TreeValue {
    switch Int.random(in: 0...3, using: &generator) {
    case 0: .text(words())
    case 1: .text(english: words(), chinese: nil)
    case 2: .text(english: nil, chinese: words())
    default: .text(english: words(), chinese: words())
    }
  }

  private mutating func number() -> String {
    pick(["0", "0.1", "0.30", "0.05", "1", "24.2亿元", "2401.83万", "1,200", "3000", "0.125"])
  }

  private mutating func provenance() -> [TreeEntry] {
    var entries: [TreeEntry] = []
    if chance(0.6) { entries.append(TreeEntry("grade", .text(pick(["estimate", "assumed"])))) }
    if chance(0.6) { entries.append(TreeEntry("source", text())) }
    if chance(0.3) { entries.append(TreeEntry("as_of", .figure(pick(["2020", "2020-06"])))) }
    return entries
  }

  private mutating func figure(_ key: String = "value", _ more: [TreeEntry] = []) -> TreeValue {
    let rest = more + (chance(0.4) ? provenance() : [])
    let value: TreeValue = chance(0.9) ? .figure(number()) : .blank
    return rest.isEmpty ? value : .map(TreeMap([TreeEntry(key, value)] + rest))
  }

  private mutating func notes() -> TreeNotes {
    var notes = TreeNotes()
    while chance(0.15) {
      notes.above.append(chance(0.3) ? .blank : .comment("# \(pick(["甲", "x > y", "#", "'=1"]))"))
    }
    if chance(0.1) { notes.beside = "# beside" }
    return notes
  }

  private mutating func inputs(_ count: Int, returns: Bool) -> TreeValue {
    var map = TreeMap([])
    for number in 0..<Int.random(in: 1...3, using: &generator) {
      var more: [TreeEntry] = []
      if chance(0.3) { more.append(TreeEntry("critical", .flag(true))) }
      if returns, chance(0.3) { more.append(TreeEntry("return", .flag(true))) }
      let supplier = pick(["l\((number * 7) % count)", "other/x\(number)"])
      guard map[supplier] == nil else { continue }
      map.entries.append(TreeEntry(supplier, figure("share", more), notes: notes()))
    }
    return .map(map)
  }

  /// A chain of so many links.
  mutating func chain(linkCount count: Int) -> FileTree {
    var links: [TreeEntry] = []
    for number in 0..<count {
      var link: [TreeEntry] = [
        TreeEntry("name", text(), notes: notes()),
        TreeEntry("stage", .text(pick(["upstream", "midstream"])), notes: notes()),
      ]
      if chance(0.5) { link.append(TreeEntry("kind", "component")) }
      if chance(0.6) {
        link.append(TreeEntry("inputs", inputs(count, returns: true), notes: notes()))
      }
      if chance(0.2) { link.append(TreeEntry("processed_by", inputs(count, returns: false))) }
      if chance(0.5) { link.append(TreeEntry("value_added", figure())) }
      if chance(0.5) {
        var plant = [TreeEntry("output", figure(), notes: notes()), TreeEntry("jobs", figure())]
        if chance(0.5) { plant.append(TreeEntry("land_mu", figure())) }
        link.append(TreeEntry("plant", .map(TreeMap(plant + provenance()))))
      }
      if chance(0.3) { link.append(TreeEntry("needs", .list(["steam", "permit"]))) }
      if chance(0.2) { link.append(TreeEntry("variant_of", .text("l0"))) }
      if chance(0.3) { link.append(TreeEntry("codes", ["gb4754": .text(pick(["0451", "3985"]))])) }
      if chance(0.3) { link.append(TreeEntry("note", text())) }
      links.append(TreeEntry("l\(number)", .map(TreeMap(link)), notes: notes()))
    }
    var root: TreeMap = ["chain": "made", "name": text()]
    if chance(0.5) { root["summary"] = text() }
    if chance(0.5) { root["figures"] = .map(TreeMap(provenance() + [])) }
    if chance(0.5) { root["needs"] = ["steam": text(), "permit": text()] }
    root["links"] = .map(TreeMap(links, below: chance(0.3) ? [.comment("# end")] : []))
    return FileTree(root, head: [.comment("# top"), .blank])
  }

  /// A region file.
  mutating func region() -> FileTree {
    func map(_ entries: [(String, TreeValue)]) -> TreeValue {
      .map(TreeMap(entries.map { TreeEntry($0, $1) }))
    }
    var root: TreeMap = ["region": "here", "name": text(), "date": .figure("2024-06-30")]
    if chance(0.5) { root["code"] = "052069" }
    let surveyed = provenance()
    root["surveyed"] = map([
      ("battery", surveyed.isEmpty ? .blank : .map(TreeMap(surveyed))), ("battery/cell", .blank),
    ])
    if chance(0.7) { root["final_demand"] = map([("a", figure()), ("b/c", figure())]) }
    if chance(0.7) { root["priorities"] = map([("battery", figure())]) }
    if chance(0.5) { root["chief_firms"] = map([("battery", "f1")]) }
    if chance(0.5) { root["chain_leads"] = map([("battery", text()), ("other", text())]) }
    if chance(0.5) { root["provides"] = .list(["steam"]) }
    if chance(0.5) {
      root["lacks"] = map([("permit", ["veto": .flag(true)]), ("water", .blank)])
    }
    root["ranking"] = [
      "weights": ["chain_value": .figure("3"), "leads": .figure("1")],
      "weight_ranges": [
        "chain_value": .list(TreeList([TreeItem(.figure("0.2")), TreeItem(.figure("0.60"))]))
      ],
      "weight_order": .list(["chain_value", "leads"]),
      "lead_chances": ["prospect": figure()], "bands": ["estimate": .figure("0.4")],
    ]
    return FileTree(root)
  }
}
