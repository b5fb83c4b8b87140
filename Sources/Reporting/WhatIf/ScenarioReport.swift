public import GapAnalysis
public import IndustryChain

/// What a supposition would change (假设情景): the region as it is beside the region as it would be.
public struct ScenarioReport: PageDocument {
  /// So many rows of each table are shown to people.
  static let rowLimit = 15

  let scenario: Scenario
  let difference: ScenarioDifference

  var before: Analysis { difference.before }
  var after: Analysis { difference.after }

  /// Words for a scenario and what it changes.
  public init(of scenario: Scenario, changing difference: ScenarioDifference) {
    self.scenario = scenario
    self.difference = difference
  }

  /// The page, for a terminal or as Markdown.
  public func page(in language: Language) -> Page {
    let wording = Wording(language)
    let region = wording.text(before.region.name)
    let day = wording.date(before.day)
    var blocks: [Page.Block] = [
      .heading(
        1, Prose(wording.say("\(region)假设情景（\(day)）", "What if: \(region), \(day)"))),
      .points(scenario.changes.map { line($0, wording) }),
    ]
    func section(_ chinese: String, _ english: String, _ content: [Page.Block]) {
      blocks.append(.heading(2, Prose(wording.say(chinese, english))))
      blocks +=
        content.isEmpty ? [.paragraph(Prose(wording.say("没有变化。", "No change.")))] : content
    }
    section("增加值", "Value added", valueAdded(wording))
    section("配套率与采购外流", "Support rate and leakage", rates(wording))
    section("环节变化", "Links", links(wording))
    section("排名变化", "Ranking", ranking(wording))
    section("企业得失的本地客户和供应商", "Customers and suppliers next door", ties(wording))
    let assumed = assumptions(wording)
    if !assumed.isEmpty { section("假设", "Assumptions", [.points(assumed)]) }
    return Page(blocks)
  }

  /// One change as a sentence.
  private func line(_ change: Scenario.Change, _ wording: Wording) -> String {
    switch change {
    case .add(let link, let output):
      let money = wording.money(output ?? typicalOutput(of: link))
      let basis = output == nil ? wording.aside(typicalPlant(of: link, wording)) : ""
      return wording.say(
        "新增：\(name(link, wording))，\(wording.text(Scenario.plantName))，年产值\(money)",
        "comes: a \(wording.text(Scenario.plantName)) in \(name(link, wording)), output \(money) a"
          + " year") + basis
    case .removeFirm(let firm):
      return wording.say("退出：\(name(firm, wording))", "leaves: \(name(firm, wording))")
    case .removeLink(let link):
      return wording.say(
        "退出：\(name(link, wording))的全部投产企业",
        "leave: all firms that operate in \(name(link, wording))")
    case .stage(let firm, let link, let stage):
      let place = link.map { wording.aside(name($0, wording)) } ?? ""
      return wording.say(
        "\(name(firm, wording))\(place)：\(wording.text(stage.word))",
        "\(name(firm, wording))\(place) is \(wording.text(stage.word))")
    }
  }

  /// What the figures rest on besides the region's own, a sentence each.
  private func assumptions(_ wording: Wording) -> [String] {
    let hasPlants = scenario.changes.contains { if case .add = $0 { true } else { false } }
    let plant = wording.text(Scenario.plantName)
    let note = wording.say(
      "“\(plant)”不是真实企业，其数字均为假设",
      "a \(plant) is no real firm; its figures are assumed")
    let outputs = difference.newlyAssumedOutputs.map { wording.assumption($0, in: after) }
    let ratios = difference.statedRatioChanges.map { link in
      let id = before.graph.links[link].id
      let states = [before, after].map { analysis in
        analysis.region.localSupplyRatios[id].map { wording.percent($0.value) } ?? Wording.blank
      }
      return wording.say(
        "\(name(link, wording))给定的本地配套率随其企业产值变动：\(states[0])→\(states[1])",
        "the stated local supply ratio of \(name(link, wording)) follows its firms' output:"
          + " \(states[0]) → \(states[1])")
    }
    return ((hasPlants ? [note] : []) + outputs + ratios).map { wording.sentence([$0]) }
  }

  /// One typical plant, and where its output is from.
  private func typicalPlant(of link: LinkID, _ wording: Wording) -> String {
    let basis = before.graph.index(of: link).map {
      wording.plantBasis(before.explanation(of: $0))
    }
    return wording.say("一个典型项目", "one typical plant")
      + (basis.map { wording.say("，", "; ") + $0 } ?? "")
  }

  /// The output of one typical plant of a link, million CNY a year.
  func typicalOutput(of link: LinkID) -> Double {
    before.graph.index(of: link).map {
      before.explanation(of: $0).chainValue.plantOutputMillionCNY
    } ?? 0
  }

  func name(_ link: Int, _ wording: Wording) -> String {
    wording.text(before.graph.displayName(of: link))
  }

  func name(_ link: LinkID, _ wording: Wording) -> String {
    wording.text(before.graph.displayName(of: link))
  }

  private func name(_ firm: FirmID, _ wording: Wording) -> String {
    before.region.firms.first { $0.id == firm }.map { wording.firm($0) } ?? firm.rawValue
  }

  func leftOut(_ count: Int, _ wording: Wording) -> [Page.Block] {
    guard count > Self.rowLimit else { return [] }
    return [.paragraph(Prose(wording.notShown(count - Self.rowLimit, butInJSON: true)))]
  }
}
