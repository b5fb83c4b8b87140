import ChainFiles
import Diagnostics
import GapAnalysis
import IndustryChain
import TerminalText

extension Scenario.Change {
  /// Reads `LINK` or `LINK=OUTPUT`.
  ///
  /// - Throws: `Failure` where there is no such link or the output is no amount above zero.
  static func adding(_ argument: String, to analysis: Analysis) throws -> Self {
    let (name, amount) = argument.splitAtLast(in: "=＝")
    let link = analysis.graph.links[try analysis.link(named: name)].id
    guard let amount else { return .add(link, outputMillionCNY: nil) }
    do throws(MoneyText.Flaw) {
      return .add(link, outputMillionCNY: try MoneyText.millionCNY(amount))
    } catch {
      throw Failure(
        "--add \(argument.terminalSafe): \(error.message.terminalSafe)",
        help: "write --add \(link.name)=3亿元, \(link.name)=5000万元, \(link.name)=300 for million"
          + " CNY, or \(link.name) alone for one typical plant")
    }
  }

  /// Reads `FIRM` or `LINK`.
  ///
  /// - Throws: `Failure` where neither, or both, have that name.
  static func removing(_ argument: String, from analysis: Analysis) throws -> Self {
    switch try analysis.firmOrLink(named: argument) {
    case .firm(let firm): .removeFirm(firm)
    case .link(let link): .removeLink(link)
    }
  }

  /// Reads `FIRM=STAGE` or `FIRM@LINK=STAGE`.
  ///
  /// - Throws: `Failure` where the firm, the link or the stage is unknown.
  static func staging(_ argument: String, in analysis: Analysis) throws -> Self {
    let (whom, word) = argument.splitAtLast(in: "=＝")
    let stages = "operating, building, signed, negotiating or closed"
    guard let word else {
      throw Failure(
        "--stage \(argument.terminalSafe) says no stage",
        help: "write --stage \(argument.terminalSafe)=operating; stages are \(stages)")
    }
    guard let stage = ProjectStage(typed: word) else {
      throw Failure(
        "there is no stage \"\(word.terminalSafe)\"",
        help: word.lowercased().nearest(among: ProjectStage.typed.map(\.word)).map {
          "write \($0); stages are \(stages)"
        } ?? "stages are \(stages)")
    }
    let (firm, place) = whom.splitAtLast(in: "@＠")
    guard let place, analysis.firms(named: whom).isEmpty else {
      return .stage(try analysis.firm(named: whom), in: nil, stage)
    }
    let link = analysis.graph.links[try analysis.link(named: place)].id
    return .stage(try analysis.firm(named: firm), in: link, stage)
  }
}

extension ProjectStage {
  /// The stages as they are typed, in either language.
  fileprivate static let typed: [(word: String, stage: ProjectStage)] = [
    ("operating", .operating), ("投产", .operating), ("building", .building), ("在建", .building),
    ("signed", .signed), ("签约", .signed), ("negotiating", .negotiating), ("在谈", .negotiating),
    ("closed", .closed), ("退出", .closed),
  ]

  fileprivate init?(typed word: String) {
    let word = word.lowercased()
    guard let match = Self.typed.first(where: { $0.word == word }) else { return nil }
    self = match.stage
  }
}

extension ScenarioConflict {
  /// The conflict in words, and what to write instead.
  func failure(in analysis: Analysis) -> Failure {
    switch self {
    case .nothing:
      return Failure(
        "nothing is supposed",
        help: "add --add LINK, --remove FIRM or LINK, or --stage FIRM=operating")
    case .unknownLink(let link):
      return Failure(
        "there is no link \"\(link)\"", help: "see all links with: chaingap diagram")
    case .unknownFirm(let firm):
      return Failure("there is no firm \"\(firm)\"", help: "see who is here with: chaingap risk")
    case .outputNotPositive(let link):
      return Failure(
        "a plant in \(link) must put out more than nothing",
        help: "write --add \(link)=3亿元, or --add \(link) for one typical plant")
    case .addedAndRemoved(let link):
      return Failure(
        "\(link) is added to and removed at once",
        help: "leave out --add or --remove of \(link); to replace one firm, remove it by its name")
    case .removedAndStaged(let firm):
      return Failure(
        "\"\(firm)\" leaves and is given a stage at once",
        help: "leave out --stage \(firm)=… or what removes it")
    case .stagedTwice(let firm, let link):
      return Failure(
        "\"\(firm)\" in \(link) is given two stages", help: "leave one of them out")
    case .nobodyOperates(let link):
      return Failure(
        "no firm operates in \(link), so none can leave it",
        help: "see who is there with: chaingap explain \(link)")
    case .noProject(let firm, let link):
      let links = analysis.region.firms.first { $0.id == firm }?.projects.compactMap(\.link) ?? []
      return Failure(
        "\"\(firm)\" has no project " + (link.map { "in \($0)" } ?? "whose link is known"),
        help: links.isEmpty
          ? "no source says in which link it works"
          : "write " + links.map { "\(firm)@\($0)=…" }.joined(separator: " or "))
    case .nothingToRemove(let firm):
      return Failure(
        "\"\(firm)\" has no open project here, so it cannot leave", help: "leave it out")
    case .alreadyAtStage(let firm, let stage):
      let word = ProjectStage.typed.first { $0.stage == stage }?.word ?? ""
      return Failure(
        "\"\(firm)\" is \(word) already on \(analysis.day)", help: "leave it out")
    }
  }
}

extension String {
  /// The text before and after the last of some characters, blanks around both dropped.
  fileprivate func splitAtLast(in marks: String) -> (before: String, after: String?) {
    guard let mark = lastIndex(where: { marks.contains($0) }) else { return (trimmed, nil) }
    return (String(self[..<mark]).trimmed, String(self[index(after: mark)...]).trimmed)
  }

  private var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = self[start...].lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
