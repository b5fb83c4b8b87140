import Diagnostics
import IndustryChain

/// Finds links of different chains that have the same name and may be one.
enum SharedNameCheck {
  /// One finding for each link that has the name of an earlier one in another chain.
  ///
  /// Blanks, capitals and full width make no difference. Links that `variant_of` ties are meant to
  /// be two. O(links).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    let links = network.links
    return namesakes(among: links.count) { links[$0].link.name }.compactMap { link, earlier in
      let first = earlier.first { earlier in
        links[earlier].link.id.chain != links[link].link.id.chain
          && network.umbrellas[link] != earlier && network.umbrellas[earlier] != link
      }
      return first.map { .duplicateName(links[link], first: links[$0]) }
    }
  }
}

extension Diagnostic {
  static func duplicateName(_ item: ResolvedLink, first: ResolvedLink) -> Self {
    let (id, other) = (item.link.id, first.link.id)
    let name = item.link.name.shared(with: first.link.name)
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
