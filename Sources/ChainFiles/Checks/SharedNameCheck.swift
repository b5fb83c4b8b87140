import Diagnostics
import IndustryChain

/// Finds links of different chains that have the same name and may be one.
enum SharedNameCheck {
  /// One finding for each link that has the name of an earlier one in another chain.
  ///
  /// Letters count alike in both cases. Links that `variant_of` ties are meant to be two. O(links).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    var first: [ByteText: Int] = [:]
    first.reserveCapacity(2 * network.links.count)
    var findings: [Diagnostic] = []
    for (link, item) in network.links.enumerated() {
      var isTold = false
      for name in [item.link.name.chinese, item.link.name.english?.lowercased()] {
        guard let name = name.map(ByteText.init) else { continue }
        guard let earlier = first[name] else {
          first[name] = link
          continue
        }
        guard !isTold, network.links[earlier].link.id.chain != item.link.id.chain,
          network.umbrellas[link] != earlier, network.umbrellas[earlier] != link
        else { continue }
        isTold = true
        findings.append(.duplicateName(item, first: network.links[earlier]))
      }
    }
    return findings
  }
}

extension Diagnostic {
  static func duplicateName(_ item: ResolvedLink, first: ResolvedLink) -> Self {
    let (id, other) = (item.link.id, first.link.id)
    let (own, others) = (item.link.name, first.link.name)
    // Only what they share, for the other language may well tell them apart.
    let name = LocalizedText(
      english: own.english?.lowercased() == others.english?.lowercased() ? own.english : nil,
      chinese: own.chinese == others.chinese ? own.chinese : nil)
    return Self(
      .duplicateName, at: .init(file: item.file, range: item.range),
      "\"\(id)\" has the same name as \"\(other)\": \(Language.english.text(name).shortened)",
      "“\(id)”与“\(other)”重名：\(Language.chinese.text(name).shortened)",
      notes: [
        Note(
          "the other stands here", "另一个在这里", at: .init(file: first.file, range: first.range))
      ],
      help: LocalizedText(
        "keep one of them and let the other chain buy `\(other)`; if they differ, name them apart",
        "是同一环节的只留一个，另一条链直接引用 `\(other)`；不是的，名称要区分开"))
  }
}
