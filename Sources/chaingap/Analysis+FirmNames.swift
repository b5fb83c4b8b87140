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
      throw Failure(
        "\"\(name.terminalSafe)\" names \(matches.count) firms",
        help: "write " + matches.map(\.id.rawValue).joined(separator: " or "))
    }
    throw Failure(
      "there is no firm \"\(name.terminalSafe)\" in \(region.id)",
      help: name.nearest(among: firmNames).map { "write \"\($0.terminalSafe)\"" }
        ?? "see who is here with: chaingap risk")
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
      throw Failure(
        "\"\(name.terminalSafe)\" is the name of a firm and of a link",
        help: "write firm:\(name.terminalSafe) or link:\(name.terminalSafe)")
    case (true, true):
      throw Failure(
        "there is no firm and no link \"\(name.terminalSafe)\"",
        help: name.nearest(among: firmNames + linkNames).map { "write \"\($0.terminalSafe)\"" }
          ?? "see who is here with: chaingap risk")
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
