import IndustryChain

extension Survey.Scope {
  /// What it covers, as the key of an aspect.
  var key: Aspect.Key {
    switch self {
    case .chain(let id): .chain(id)
    case .link(let id): .link(id)
    }
  }
}

extension Region {
  /// What is said of the region itself; its firms and peers are items of their own.
  var facts: Facts {
    var facts: Facts = [:]
    facts.say(.name, .text(name))
    facts.say(.administrativeCode, code.map { .words($0) })
    facts.say(.date, .day(date))
    for survey in surveys { facts.say(.survey, survey.scope.key, .source(survey.provenance)) }
    for (link, figure) in finalDemandMillionCNY {
      facts.say(.finalDemand, .link(link), .figure(figure))
    }
    for (link, figure) in localSupplyRatios {
      facts.say(.localSupplyRatio, .link(link), .figure(figure))
    }
    for (chain, firm) in chiefFirms { facts.say(.chiefFirm, .chain(chain), .firm(firm)) }
    for (chain, lead) in chainLeads { facts.say(.chainLead, .chain(chain), .text(lead)) }
    facts.say(.provides, provides.isEmpty ? nil : .needs(provides.sorted()))
    for lack in shortcomings {
      facts.say(.lacks, .need(lack.need), .lack(isVeto: lack.isVeto, lack.provenance))
    }
    for priority in priorities {
      facts.say(.priority, priority.scope.key, .figure(priority.degree))
    }
    facts.merge(ranking.facts) { $1 }
    return facts
  }
}

extension RankingPreferences {
  var facts: Facts {
    var facts: Facts = [:]
    for (criterion, weight) in weights {
      facts.say(.weight, .criterion(criterion), .number(weight))
    }
    for (criterion, range) in weightRanges {
      facts.say(.weightRange, .criterion(criterion), .range(range))
    }
    facts.say(.weightOrder, weightOrder.isEmpty ? nil : .criteria(weightOrder))
    for (stage, chance) in leadChances { facts.say(.leadChance, .lead(stage), .figure(chance)) }
    for (grade, band) in bands { facts.say(.band, .grade(grade), .number(band)) }
    return facts
  }
}

extension Firm {
  /// What is said of the firm itself; its projects are items of their own.
  var facts: Facts {
    var facts: Facts = [:]
    facts.say(.name, .text(name))
    facts.say(.residence, .residence(residence))
    facts.say(.count, .count(count))
    facts.say(.creditCode, creditCode.map { .words($0.rawValue) })
    facts.say(.home, home.map { .words($0) })
    facts.say(.partners, partners.isEmpty ? nil : .firms(partners.sorted()))
    return facts
  }

  /// The projects as items, those in the same link told apart by what they are, not by their order.
  func projectItems(in region: RegionID) -> [WorkspaceItem: Facts] {
    var items: [WorkspaceItem: Facts] = [:]
    for (link, projects) in Dictionary(grouping: projects, by: \.link) {
      let sorted = projects.count == 1 ? projects : projects.sorted { $0.order < $1.order }
      for (place, project) in sorted.enumerated() {
        items[.project(of: id, in: region, link: link, place: place)] = project.facts
      }
    }
    return items
  }
}

extension Project {
  /// What is said of it; where in a file it stands is nothing about the project.
  var facts: Facts {
    var facts: Facts = [:]
    facts.say(.link, link.map { .link($0) })
    facts.say(.team, team.map { .words($0) })
    for milestone in milestones {
      facts.say(.reached, .stage(milestone.stage), .reached(milestone.date))
    }
    let figures: [(Aspect.Kind, Figure?)] = [
      (.output, outputMillionCNY), (.investment, investmentMillionCNY),
      (.fundsInPlace, fundsInPlaceMillionCNY), (.jobs, jobs),
    ]
    for (kind, figure) in figures { facts.say(kind, figure.map { .figure($0) }) }
    facts.say(.capacity, capacity.map { .words($0) })
    facts.say(.quotation, quotation.map { .words($0) })
    facts.say(.source, .source(provenance))
    return facts
  }

  /// What tells projects of one firm in one link apart, whatever their order in the table.
  fileprivate var order: String {
    facts.sorted { $0.key < $1.key }.map { "\($0.key.kind) \($0.key.key?.code ?? "") \($0.value)" }
      .joined(separator: "\n")
  }
}

extension PeerRegion {
  var facts: Facts {
    var facts: Facts = [:]
    facts.say(.name, .text(name))
    for (link, listing) in listings {
      facts.say(.listing, .link(link), .listing(listing.firmCount, listing.provenance))
    }
    return facts
  }
}
