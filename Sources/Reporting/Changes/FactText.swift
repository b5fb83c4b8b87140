import GapAnalysis
import IndustryChain

/// Puts what is said of an item into words.
struct FactText {
  let names: ChangeNames
  /// The region whose firms facts name, where they name any.
  var region: RegionID?

  private var wording: Wording { names.wording }

  /// A change as a line under its item: `share: 0.1 → 0.12`.
  func bullet(_ change: ItemChange.FactChange) -> Page.Bullet {
    let mark: Page.Mark =
      change.before == nil ? .added : change.after == nil ? .removed : .changed
    return Page.Bullet(Prose(subject(change) + said(change)), mark: mark)
  }

  /// What a change does without the name of the respect: `0.1 → 0.12`.
  func said(_ change: ItemChange.FactChange) -> String {
    let aspect = change.aspect
    switch (change.before, change.after) {
    case (nil, let fact?), (let fact?, nil): return full(fact, aspect.kind)
    case (.needs(let before)?, .needs(let after)?):
      return members(before, after) { names($0) }
    case (.firms(let before)?, .firms(let after)?): return members(before, after) { firm($0) }
    case (.figure(let before)?, .figure(let after)?): return figures(before, after, aspect.kind)
    case (let before?, let after?):
      return full(before, aspect.kind) + " → " + full(after, aspect.kind)
    case (nil, nil): return ""
    }
  }

  /// The respect and what it is about, with a colon.
  private func subject(_ change: ItemChange.FactChange) -> String {
    let aspect = change.aspect
    // A stage of a project, a criterion's weight: the key says more than the respect.
    let word =
      if aspect.kind == .reached, let key = aspect.key {
        names(key)
      } else if change.isOfSourceOnly {
        wording.say(
          "\(wording.text(aspect.kind.word))的来源", "source of \(wording.text(aspect.kind.word))")
          + about(aspect)
      } else {
        wording.text(aspect.kind.word) + about(aspect)
      }
    return word + wording.say("：", ": ")
  }

  private func about(_ aspect: Aspect) -> String {
    guard let key = aspect.key else { return "" }
    return wording.say("（\(names(key))）", " of \(names(key))")
  }

  /// Which members came and went.
  private func members<ID: Hashable & Comparable>(
    _ before: [ID], _ after: [ID], name: (ID) -> String
  ) -> String {
    let come = Set(after).subtracting(before).sorted().map(name)
    let gone = Set(before).subtracting(after).sorted().map(name)
    return [
      come.isEmpty ? "" : wording.say("增加", "adds ") + wording.list(come),
      gone.isEmpty ? "" : wording.say("去掉", "drops ") + wording.list(gone),
    ].filter { !$0.isEmpty }.joined(separator: wording.say("，", ", "))
  }

  /// Two numbers with as many digits as it takes to tell them apart, and the source where it is
  /// another.
  private func figures(_ before: Figure, _ after: Figure, _ kind: Aspect.Kind) -> String {
    let sources = [before, after].map { source($0.provenance) }
    guard before.value != after.value else { return sources.joined(separator: " → ") }
    let otherSource =
      sources[0] == sources[1] ? "" : wording.aside(sources.joined(separator: " → "))
    for significant in 3...16 {
      let numbers = [before, after].map { quantity($0.value, kind, significant: significant) }
      if numbers[0] != numbers[1] { return numbers.joined(separator: " → ") + otherSource }
    }
    return [before, after].map { String($0.value) }.joined(separator: " → ") + otherSource
  }

  /// The number of a figure without its unit.
  func number(_ figure: Figure) -> String { digits(figure.value) }

  private func digits(_ value: Double, significant: Int = 6) -> String {
    NumberFormat.digits(value, significant: significant).map(NumberFormat.grouped)
      ?? Wording.blank
  }

  /// A number with the unit of the respect.
  private func quantity(_ value: Double, _ kind: Aspect.Kind, significant: Int = 6) -> String {
    let digits = digits(value, significant: significant)
    return switch kind {
    case .plantOutput, .plantInvestment, .finalDemand, .output, .investment, .fundsInPlace:
      abs(value) < 100
        ? wording.say(
          self.digits(value * 100, significant: significant) + "万元", digits + " million CNY")
        : wording.say(
          self.digits(value / 100, significant: significant) + "亿元", digits + " million CNY")
    case .plantLand: wording.say(digits + "亩", digits + " mu")
    case .plantJobs, .jobs: wording.say(digits + "人", digits)
    case .plantPower: digits + " MW"
    case .plantDischarge: wording.say(digits + "吨/日", digits + " t a day")
    default: digits
    }
  }

  /// A fact by itself, with its source.
  func full(_ fact: Fact, _ kind: Aspect.Kind) -> String {
    switch fact {
    case .figure(let figure):
      quantity(figure.value, kind) + wording.aside(source(figure.provenance))
    case .text(let text): quoted(text)
    case .words(let words): words
    case .number(let number): digits(number)
    case .range(let range): digits(range.lowerBound) + "–" + digits(range.upperBound)
    case .flag(let isTrue): isTrue ? wording.say("是", "yes") : wording.say("否", "no")
    case .stage(let stage): wording.text(stage.word)
    case .linkKind(let kind): wording.text(kind.word)
    case .route(let route): wording.text(route.word)
    case .residence(let residence): wording.text(residence.word)
    case .count(let count): firmCount(count)
    case .link(let link): names(link)
    case .firm(let id): firm(id)
    case .needs(let needs): wording.list(needs.map { names($0) })
    case .firms(let firms): wording.list(firms.map(firm))
    case .criteria(let criteria): criteria.map { wording.text($0.word) }.joined(separator: " ≥ ")
    case .day(let day): wording.date(day)
    case .reached(let date): date.map { wording.date($0) } ?? wording.say("日期不详", "date unknown")
    case .source(let provenance): source(provenance)
    case .lack(let isVeto, let provenance):
      (isVeto ? wording.say("一票否决", "rules links out") : wording.say("可克服", "no veto"))
        + wording.aside(source(provenance))
    case .listing(let count, let provenance):
      firmCount(count) + (provenance.map { wording.aside(source($0)) } ?? "")
    }
  }

  /// A source with the time that it speaks of, which may be all that is another.
  private func source(_ provenance: Provenance) -> String {
    let time = provenance.asOf.map { wording.say("截至", "as of ") + wording.date($0) }
    return wording.source(provenance) + (time.map { wording.say("；", "; ") + $0 } ?? "")
  }

  /// Both wordings: a change may be in the language that the page is not in.
  private func quoted(_ text: LocalizedText) -> String {
    [text.chinese, text.english].compactMap { $0 }.map { wording.say("“\($0)”", "“\($0)”") }
      .joined(separator: " / ")
  }

  private func firm(_ id: FirmID) -> String { region.map { names(id, in: $0) } ?? id.rawValue }

  private func firmCount(_ count: Firm.Count) -> String {
    switch count {
    case .exactly(let count): wording.count(count, "家", "firm")
    case .several: wording.say("若干家", "several firms")
    }
  }
}
