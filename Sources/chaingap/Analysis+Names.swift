import Diagnostics
import GapAnalysis
import IndustryChain
import TerminalText

extension Analysis {
  /// The index of the link that a user names: by id where that is unique, by chain/link, or by its
  /// name in either language.
  ///
  /// - Throws: `Failure` with the nearest names, or with the candidates where there are several.
  func link(named name: String) throws -> Int {
    let matches = links(named: name)
    if let exact = matches.first(where: { graph.links[$0].id.description == name }) {
      return exact
    }
    if matches.count == 1 { return matches[0] }
    guard matches.isEmpty else {
      let ids = Phrase.either(matches.map { graph.links[$0].id.description })
      throw Failure(
        "\"\(name)\" names \(matches.count) links", "“\(name)”对应 \(matches.count) 个环节",
        help: .init("write \(ids.english)", "请写明 \(ids.chinese)"))
    }
    throw Failure(
      "there is no link \"\(name.terminalSafe)\"", "没有环节“\(name.terminalSafe)”",
      help: .write(name, nearestAmong: linkNames, else: .seeLinks))
  }

  /// The links of that id or name, as graph indices, ascending.
  func links(named name: String) -> [Int] {
    graph.links.indices.filter { index in
      let link = graph.links[index]
      return link.id.name == name || link.id.description == name || link.name.chinese == name
        || link.name.english?.lowercased() == name.lowercased()
    }
  }

  /// Every id and name of a link.
  var linkNames: [String] {
    graph.links.flatMap { link in
      [link.id.name, link.name.chinese, link.name.english].compactMap { $0 }
    }
  }

  /// The chain that a user names, by id or by name.
  ///
  /// - Throws: `Failure` with the chains there are.
  func chain(named name: String) throws -> ChainID {
    let match = graph.chains.first { chain in
      chain.id.rawValue == name || chain.name.chinese == name
        || chain.name.english?.lowercased() == name.lowercased()
    }
    if let match { return match.id }
    throw Failure(
      "there is no chain \"\(name.terminalSafe)\"", "没有产业链“\(name.terminalSafe)”",
      help: .oneOf(graph.chains.map(\.id.rawValue)))
  }
}
