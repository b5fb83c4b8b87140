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
      let reason = Phrase(error.message)
      throw Failure(
        "--add \(argument.terminalSafe): \(reason.english.terminalSafe)",
        "--add \(argument.terminalSafe)：\(reason.chinese.terminalSafe)",
        help: .init(
          "write --add \(link.name)=3亿元, \(link.name)=5000万元, \(link.name)=300 for million"
            + " CNY, or \(link.name) alone for one typical plant",
          "请写作 --add \(link.name)=3亿元、\(link.name)=5000万元；\(link.name)=300 表示 300 百万元，"
            + "只写 \(link.name) 即一个典型项目"))
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
    guard let word else {
      throw Failure(
        "--stage \(argument.terminalSafe) says no stage",
        "--stage \(argument.terminalSafe) 没有写明阶段",
        help: .init(
          "write --stage \(argument.terminalSafe)=operating; ",
          "请写作 --stage \(argument.terminalSafe)=投产；") + ProjectStage.words)
    }
    guard let stage = ProjectStage(typed: word) else {
      let near = word.lowercased().nearest(among: ProjectStage.typed.map(\.word))
      throw Failure(
        "there is no stage \"\(word.terminalSafe)\"", "没有“\(word.terminalSafe)”这一阶段",
        help: near.map { Phrase("write \($0); ", "请改为 \($0)；") + ProjectStage.words }
          ?? ProjectStage.words)
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

  /// Which words there are.
  fileprivate static let words = Phrase(
    "stages are operating, building, signed, negotiating or closed",
    "阶段可写投产（operating）、在建（building）、签约（signed）、在谈（negotiating）、退出（closed）")

  /// The word that the notices of a language use.
  fileprivate var typedWord: Phrase {
    let words = Self.typed.filter { $0.stage == self }.map(\.word)
    return Phrase(words.first ?? "", words.last ?? "")
  }

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
        "nothing is supposed", "没有给出任何假设",
        help: .init(
          "add --add LINK, --remove FIRM or LINK, or --stage FIRM=operating",
          "请加上 --add 环节、--remove 企业或环节，或 --stage 企业=投产"))
    case .unknownLink(let link):
      return Failure("there is no link \"\(link)\"", "没有环节“\(link)”", help: .seeLinks)
    case .unknownFirm(let firm):
      return Failure("there is no firm \"\(firm)\"", "没有企业“\(firm)”", help: .seeFirms)
    case .outputNotPositive(let link):
      return Failure(
        "a plant in \(link) must put out more than nothing", "\(link) 新项目的产值必须大于零",
        help: .init(
          "write --add \(link)=3亿元, or --add \(link) for one typical plant",
          "请写作 --add \(link)=3亿元；只写 --add \(link) 即一个典型项目"))
    case .addedAndRemoved(let link):
      return Failure(
        "\(link) is added to and removed at once", "\(link) 既新增又退出",
        help: .init(
          "leave out --add or --remove of \(link); to replace one firm, remove it by its name",
          "请去掉 \(link) 的 --add 或 --remove；若要替换某家企业，请在 --remove 中写企业名"))
    case .removedAndStaged(let firm):
      return Failure(
        "\"\(firm)\" leaves and is given a stage at once", "“\(firm)”既退出又设定了阶段",
        help: .init(
          "leave out --stage \(firm)=… or what removes it",
          "请去掉 --stage \(firm)=…，或去掉使其退出的选项"))
    case .stagedTwice(let firm, let link):
      return Failure(
        "\"\(firm)\" in \(link) is given two stages", "“\(firm)”在 \(link) 设定了两个阶段",
        help: .init("leave one of them out", "请只保留一个"))
    case .nobodyOperates(let link):
      return Failure(
        "no firm operates in \(link), so none can leave it", "\(link) 没有投产企业，谈不上退出",
        help: .init(
          "see who is there with: chaingap explain \(link)",
          "该环节的企业可用 chaingap explain \(link) 查看"))
    case .noProject(let firm, let link): return noProject(of: firm, in: link, analysis)
    case .nothingToRemove(let firm):
      return Failure(
        "\"\(firm)\" has no open project here, so it cannot leave",
        "“\(firm)”在本地没有在办项目，谈不上退出", help: .leaveOut)
    case .alreadyAtStage(let firm, let stage):
      let word = stage.typedWord
      return Failure(
        "\"\(firm)\" is \(word.english) already on \(analysis.day)",
        "“\(firm)”在 \(analysis.day) 已是\(word.chinese)", help: .leaveOut)
    }
  }

  private func noProject(of firm: FirmID, in link: LinkID?, _ analysis: Analysis) -> Failure {
    let links = analysis.region.firms.first { $0.id == firm }?.projects.compactMap(\.link) ?? []
    let place =
      link.map { Phrase("in \($0)", "在 \($0) 没有项目") }
      ?? Phrase("whose link is known", "没有已知环节的项目")
    let choices = Phrase.either(links.map { "\(firm)@\($0)=…" })
    return Failure(
      "\"\(firm)\" has no project \(place.english)", "“\(firm)”\(place.chinese)",
      help: links.isEmpty
        ? .init("no source says in which link it works", "没有资料说明它属于哪个环节")
        : .init("write \(choices.english)", "请写作 \(choices.chinese)"))
  }
}

extension Phrase {
  fileprivate static let leaveOut = Phrase("leave it out", "请去掉这一项")
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
