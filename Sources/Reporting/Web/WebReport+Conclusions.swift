import GapAnalysis
import IndustryChain
import WebPages

/// What a leader takes away from the page: each a sentence, and the figures that it rests on.
extension WebReport {
  /// So many targets, links and sources are named in a conclusion.
  private static let namedCount = 3

  /// The conclusions that the data bears out, five at most, the ground of each under it.
  func conclusions() -> [PageValue] {
    [situation, leakageConclusion, targetConclusion, togetherConclusion, pipelineConclusion]
      .compactMap { conclusion in
        conclusion.map {
          .object(["what": .say($0.what), "ground": $0.ground.map { .say($0) } ?? .flag(false)])
        }
      }
  }

  /// A sentence and its figures.
  private struct Conclusion {
    let what: LocalizedText
    let ground: LocalizedText?

    init(_ what: (Wording) -> String, because ground: ((Wording) -> String)? = nil) {
      self.what = LocalizedText(what)
      self.ground = ground.map { LocalizedText($0) }
    }
  }

  /// How the links stand, and where most are missing.
  private var situation: Conclusion? {
    let linkCount = findings.glances.reduce(0) { $0 + $1.linkCount }
    guard linkCount > 0 else { return nil }
    let present = total(.covered) + total(.thin)
    let gaps = findings.glances.filter { $0.count(.missing) > 0 }
      .sorted { $0.count(.missing) > $1.count(.missing) }
    return Conclusion(
      { wording in
        let here = wording.digits(present)
        let missing = wording.digits(total(.missing))
        let unknown = total(.unknown)
        return wording.say(
          "\(findings.glances.count)条产业链的\(wording.digits(linkCount))个环节中，本地已有企业的\(here)个，缺失\(missing)个"
            + (unknown > 0 ? "，未调查\(wording.digits(unknown))个" : ""),
          "Of \(wording.count(linkCount, "", "link")) in"
            + " \(wording.count(findings.glances.count, "", "chain")), \(here) have firms here and"
            + " \(missing) are missing"
            + (unknown > 0 ? "; nobody has surveyed \(wording.digits(unknown))" : ""))
      },
      because: gaps.isEmpty
        ? nil
        : { wording in
          let most = gaps.prefix(Self.namedCount).map { glance in
            wording.text(glance.chain.name) + " "
              + wording.count(glance.count(.missing), "个", "link")
          }
          return wording.say("缺失最多的链：", "Most are missing in: ") + wording.list(most)
        })
  }

  /// What firms here buy outside, and what the most of it is.
  private var leakageConclusion: Conclusion? {
    let leaks = leaks
    let sum = leaks.reduce(0) { $0 + $1.millionCNY }
    guard sum > 0 else { return nil }
    let first = leaks.prefix(Self.namedCount)
    let share = first.reduce(0) { $0 + $1.millionCNY } / sum
    return Conclusion(
      { wording in
        let met = wording.range(of: analysis.supportRate)
        return wording.say(
          "本地企业每年向区外采购约\(wording.money(sum))，本地配套率\(met)",
          "Firms here buy about \(wording.money(sum)) a year outside; local firms meet \(met)")
      },
      because: { wording in
        let names = first.map { leak in
          wording.text(analysis.graph.displayName(of: leak.link)) + " "
            + wording.money(leak.millionCNY)
        }
        return wording.say(
          "\(wording.list(names))，占\(wording.percent(share))",
          "\(wording.list(names)): \(wording.percent(share)) of it")
      })
  }

  /// The first targets, what each would bring, and how sure their ranks are.
  private var targetConclusion: Conclusion? {
    let first = chinese.telling.filter { $0.opportunity.assessment.score > 0 }
      .prefix(Self.namedCount)
    guard !first.isEmpty else { return nil }
    return Conclusion(
      { wording in
        wording.say("优先招引", "Recruit first: ") + wording.list(first.map { wording.text($0.name) })
      },
      because: { wording in
        let gains = first.map { row in
          let value = row.opportunity.chainValue.millionCNY
          return wording.isMoney(value)
            ? wording.money(value) : wording.say("暂无", "none yet")
        }
        let points = first.map { wording.points($0.opportunity.assessment.score) }
        let ranks = first.compactMap { $0.standing.map { wording.briefRankBand($0.byWeights) } }
        return wording.sentence([
          wording.say(
            "得分\(wording.list(points))（满分100）", "scores of 100: \(wording.list(points))"),
          wording.say(
            "一个典型项目每年可增加链上价值\(wording.list(gains))",
            "chain value a year of one typical plant: \(wording.list(gains))"),
          ranks.isEmpty
            ? ""
            : wording.say(
              "换用不同权重，名次区间为\(wording.list(ranks))", "ranks as weights vary: \(wording.list(ranks))"),
        ])
      })
  }

  /// What the best set is worth together; nothing where it is worth no more than its parts.
  private var togetherConclusion: Conclusion? {
    guard let portfolio = findings.portfolio else { return nil }
    let members = portfolio.best.members
    let names = TogetherNames(pool: portfolio.pool, analysis: analysis, wording: Wording(.english))
    let together = portfolio.best.valueMillionCNY
    let surplus = together - members.reduce(0) { $0 + names.alone($1) }
    guard members.count > 1, surplus > 0.05 * together else { return nil }
    let steps = Roadmap(of: portfolio.pool, members: members).steps.prefix(Self.namedCount)
    return Conclusion(
      { wording in
        wording.say(
          "成组引进\(members.count)个环节，每年可增加链上价值\(wording.money(together))，比单个引进之和多\(wording.money(surplus))",
          "\(wording.count(members.count, "", "link")) recruited together add"
            + " \(wording.money(together)) a year, \(wording.money(surplus)) more than each alone")
      },
      because: { wording in
        let first = steps.map {
          wording.text(
            analysis.graph.displayName(of: portfolio.pool.candidates[$0.candidate].index))
        }
        return wording.say("先后顺序：", "In this order: ")
          + first.joined(separator: " → ") + (members.count > first.count ? " → …" : "")
      })
  }

  /// What became of the contracts.
  private var pipelineConclusion: Conclusion? {
    guard let conversion = findings.timeline?.progress(of: .region)?.conversion(.signedToOperating),
      conversion.share != nil
    else { return nil }
    let waiting = list.bringToProduction
    return Conclusion(
      { wording in
        let rate = wording.aside(wording.rate(conversion.share))
        return wording.say(
          "列明的\(conversion.reachedCount)个签约项目中，\(conversion.wentOnCount)个已投产\(rate)",
          "Of \(wording.count(conversion.reachedCount, "", "named contract")),"
            + " \(conversion.wentOnCount) led to production\(rate)")
      },
      because: waiting.isEmpty
        ? nil
        : { wording in
          let names = wording.list(waiting.map { wording.text($0.name) }, limit: 4)
          return wording.say(
            "\(waiting.count)个环节有签约、在建项目，尚未投产：\(names)",
            "\(wording.count(waiting.count, "", "link")) with projects that do not operate yet:"
              + " \(names)")
        })
  }

  /// What a reader must know before quoting a number, and who leads the chains.
  func cautions() -> [PageValue] {
    zip(chinese.cautions(), english.cautions()).map {
      .say(LocalizedText(english: $1, chinese: $0))
    }
  }

  /// Where what the page tells is from: the named sources of the first rank; `nil` without any.
  var basis: LocalizedText? {
    let presences = analysis.presences.flatMap { $0 } + analysis.unplaced
    let stated =
      presences.map(\.project.provenance) + analysis.region.surveys.map(\.provenance)
      + list.targets.flatMap(\.explanation.evidence)
    let sources = Set(stated.filter { $0.grade == .reported }.compactMap(\.source))
    guard !sources.isEmpty else { return nil }
    return LocalizedText { wording in
      let names = Set(sources.map(wording.text)).sorted()
      return wording.say("来源：", "Sources: ") + wording.list(names, limit: Self.namedCount)
    }
  }
}
