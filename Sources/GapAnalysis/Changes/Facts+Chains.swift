import IndustryChain

extension Chain {
  /// What its file says of the chain itself.
  var facts: Facts {
    var facts: Facts = [:]
    facts.say(.name, .text(name))
    facts.say(.summary, summary.map { .text($0) })
    return facts
  }
}

extension Need {
  var facts: Facts { [Aspect(.name): .text(name)] }
}

extension Link {
  /// What is said of the link itself; its inputs are items of their own.
  var facts: Facts {
    var facts: Facts = [:]
    facts.say(.name, .text(name))
    facts.say(.stage, .stage(stage))
    facts.say(.kind, kind.map { .linkKind($0) })
    facts.say(.variantOf, variantOf.map { .link($0) })
    for (classification, code) in codes {
      facts.say(.code, .classification(classification), .words(code))
    }
    let figures: [(Aspect.Kind, Figure?)] = [
      (.valueAdded, valueAdded), (.plantOutput, plant.outputMillionCNY),
      (.plantInvestment, plant.investmentMillionCNY), (.plantLand, plant.landMu),
      (.plantJobs, plant.jobs), (.plantPower, plant.powerMW),
      (.plantDischarge, plant.dischargeTonnesPerDay),
    ]
    for (kind, figure) in figures { facts.say(kind, figure.map { .figure($0) }) }
    facts.say(.needs, needs.isEmpty ? nil : .needs(needs.sorted()))
    facts.say(.note, note.map { .text($0) })
    return facts
  }

  /// The inputs as items, those of the same supplier told apart by what they are, not by their
  /// order.
  var inputItems: [WorkspaceItem: Facts] {
    var items: [WorkspaceItem: Facts] = [:]
    for (supplier, inputs) in Dictionary(grouping: inputs, by: \.supplier) {
      let sorted = inputs.count == 1 ? inputs : inputs.sorted { $0.order < $1.order }
      for (place, input) in sorted.enumerated() {
        items[.input(buyer: id, supplier: supplier, place: place)] = input.facts
      }
    }
    return items
  }
}

extension Input {
  var facts: Facts {
    var facts: Facts = [:]
    facts.say(.share, share.map { .figure($0) })
    facts.say(.route, .route(route))
    facts.say(.critical, isCritical ? .flag(true) : nil)
    return facts
  }

  /// By route first: two inputs from one supplier differ in it.
  fileprivate var order: String {
    "\(route.rawValue) \(isCritical) \(String(describing: share))"
  }
}
