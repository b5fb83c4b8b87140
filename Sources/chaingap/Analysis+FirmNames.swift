import Diagnostics
import GapAnalysis
import IndustryChain
import TerminalText

/// A firm or a link, where a user may name either.
enum FirmOrLink {
  case firm(FirmID)
  case link(LinkID)
}

extension Analysis {
  /// The firm that a user names, by id or by its name in either language.
  ///
  /// - Throws: `Failure` with the nearest names, or with the candidates where there are several.
  func firm(named name: String) throws -> FirmID {
    let matches = firms(named: name)
    if matches.count == 1 { return matches[0].id }
    guard matches.isEmpty else {
      let ids = Phrase.either(matches.map(\.id.rawValue))
      throw Failure(
        "\"\(name.terminalSafe)\" names \(matches.count) firms",
        "“\(name.terminalSafe)”对应 \(matches.count) 家企业",
        help: .init("write \(ids.english)", "请写明 \(ids.chinese)"))
    }
    throw Failure(
      "there is no firm \"\(name.terminalSafe)\" in \(region.id)",
      "\(region.id) 没有企业“\(name.terminalSafe)”",
      help: .write(name, nearestAmong: firmNames, else: .seeFirms))
  }

  /// The firm or the link that a user names; `firm:` or `link:` before it says which is meant.
  ///
  /// - Throws: `Failure` where the name is both, or neither, and says what to write.
  func firmOrLink(named name: String) throws -> FirmOrLink {
    if let rest = name.after(prefix: "firm:") { return .firm(try firm(named: rest)) }
    if let rest = name.after(prefix: "link:") {
      return .link(graph.links[try link(named: rest)].id)
    }
    switch (firms(named: name).isEmpty, links(named: name).isEmpty) {
    case (false, true): return .firm(try firm(named: name))
    case (true, false): return .link(graph.links[try link(named: name)].id)
    case (false, false):
      let (firm, link) = ("firm:\(name.terminalSafe)", "link:\(name.terminalSafe)")
      throw Failure(
        "\"\(name.terminalSafe)\" is the name of a firm and of a link",
        "“\(name.terminalSafe)”既是企业名，又是环节名",
        help: .init("write \(firm) or \(link)", "指企业请写 \(firm)，指环节请写 \(link)"))
    case (true, true):
      throw Failure(
        "there is no firm and no link \"\(name.terminalSafe)\"",
        "没有名为“\(name.terminalSafe)”的企业或环节",
        help: .write(name, nearestAmong: firmNames + linkNames, else: .seeFirms))
    }
  }

  /// The firms of that id or name; an id comes before names.
  func firms(named name: String) -> [Firm] {
    if let exact = region.firms.first(where: { $0.id.rawValue == name }) { return [exact] }
    return region.firms.filter { firm in
      firm.name.chinese == name || firm.name.english?.lowercased() == name.lowercased()
    }
  }

  private var firmNames: [String] {
    region.firms.flatMap { firm in
      [firm.id.rawValue, firm.name.chinese, firm.name.english].compactMap { $0 }
    }
  }
}

extension String {
  /// What follows a prefix, `nil` where the text does not begin with it.
  fileprivate func after(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
