public import IndustryChain

extension Scenario {
  /// The region as it would be.
  ///
  /// New plants are unnamed firms after all others. Who leaves keeps its row, its projects closed.
  /// Supply ratios that the region file states follow the outputs of the firms behind them. Linear
  /// in changes times firms.
  ///
  /// - Parameters:
  ///   - region: The region as it is.
  ///   - graph: The links of its workspace.
  ///   - day: The day on which stages are looked at.
  /// - Returns: A region of the same id, name and surveys.
  /// - Throws: `ScenarioConflict` where the changes do not fit the region or one another.
  public func applied(
    to region: Region, in graph: ChainGraph, on day: CalendarDate
  ) throws(ScenarioConflict) -> Region {
    guard !changes.isEmpty else { throw .nothing }
    let stages = try stages(in: region, graph: graph, day: day)
    var after = region
    for place in after.firms.indices {
      for project in after.firms[place].projects.indices {
        if let stage = stages[ProjectPlace(firm: place, project: project)] {
          after.firms[place].projects[project].move(to: stage)
          // Whoever signs or builds here is no prospect any more.
          if Light.committed.shows(stage) { after.firms[place].residence = .resident }
        }
      }
    }
    // A scenario applied to a region that a scenario has changed numbers its plants on.
    var number = region.firms.count { Self.isPlant($0.id) }
    for change in changes {
      guard case .add(let link, let output) = change else { continue }
      number += 1
      after.firms.append(Self.plant(number, in: link, outputMillionCNY: output))
    }
    after.scaleStatedRatios(from: region, in: graph, on: day)
    return after
  }

  private static func plant(
    _ number: Int, in link: LinkID, outputMillionCNY output: Double?
  ) -> Firm {
    var project = Project(
      link: link, milestones: [.init(stage: .operating, date: nil)], provenance: provenance)
    project.outputMillionCNY = output.map { Figure($0, provenance: provenance) }
    var firm = Firm(id: plantID(number), name: plantName, residence: .resident)
    firm.projects = [project]
    return firm
  }

  /// The stage of each project that changes.
  private func stages(
    in region: Region, graph: ChainGraph, day: CalendarDate
  ) throws(ScenarioConflict) -> [ProjectPlace: ProjectStage] {
    let places = Dictionary(
      region.firms.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    var removed: Set<ProjectPlace> = []
    var staged: [ProjectPlace: ProjectStage] = [:]
    for change in changes {
      switch change {
      case .add(let link, let output):
        guard graph.index(of: link) != nil else { throw .unknownLink(link) }
        guard output.map({ $0 > 0 && $0.isFinite }) ?? true else { throw .outputNotPositive(link) }
        if changes.contains(.removeLink(link)) { throw .addedAndRemoved(link) }
      case .removeLink(let link):
        removed.formUnion(try Self.operating(in: link, of: region, graph: graph, day: day))
      case .removeFirm(let id):
        guard let place = places[id] else { throw .unknownFirm(id) }
        let projects = region.firms[place].projects
        let open = projects.indices.filter { (projects[$0].stage(on: day) ?? .signed) != .closed }
        guard !open.isEmpty else { throw .nothingToRemove(id) }
        removed.formUnion(open.map { ProjectPlace(firm: place, project: $0) })
      case .stage(let id, let link, let stage):
        guard let place = places[id] else { throw .unknownFirm(id) }
        if let link, graph.index(of: link) == nil { throw .unknownLink(link) }
        let projects = region.firms[place].projects
        let meant = projects.enumerated().compactMap { offset, project in
          project.link.map { (offset: offset, link: $0) }
        }.filter { link == nil || $0.link == link }
        guard !meant.isEmpty else { throw .noProject(id, link) }
        let moving = meant.filter { projects[$0.offset].stage(on: day) != stage }
        guard !moving.isEmpty else { throw .alreadyAtStage(id, stage) }
        for project in moving {
          let key = ProjectPlace(firm: place, project: project.offset)
          guard staged.updateValue(stage, forKey: key) == nil else {
            throw .stagedTwice(id, project.link)
          }
        }
      }
    }
    if let both = removed.intersection(staged.keys).map({ region.firms[$0.firm].id }).min() {
      throw .removedAndStaged(both)
    }
    return staged.merging(removed.map { ($0, .closed) }) { $1 }
  }

  private static func operating(
    in link: LinkID, of region: Region, graph: ChainGraph, day: CalendarDate
  ) throws(ScenarioConflict) -> [ProjectPlace] {
    guard let index = graph.index(of: link) else { throw .unknownLink(link) }
    let family = Set(graph.family(of: index).map { graph.links[$0].id })
    let places = region.firms.indices.flatMap { firm in
      region.firms[firm].projects.enumerated().filter { _, project in
        project.link.map(family.contains) ?? false && project.stage(on: day) == .operating
      }.map { ProjectPlace(firm: firm, project: $0.offset) }
    }
    guard !places.isEmpty else { throw .nobodyOperates(link) }
    return places
  }
}

/// A project by its place in the region's tables.
private struct ProjectPlace: Hashable {
  let firm: Int
  let project: Int
}

extension Project {
  /// Puts the project at a stage, since when nobody has said.
  fileprivate mutating func move(to stage: ProjectStage) {
    milestones.removeAll { $0.stage >= stage }
    milestones.append(Milestone(stage: stage, date: nil))
  }
}

extension Region {
  /// Makes stated supply ratios follow the outputs of the firms behind them.
  fileprivate mutating func scaleStatedRatios(
    from before: Region, in graph: ChainGraph, on day: CalendarDate
  ) {
    guard !before.localSupplyRatios.isEmpty else { return }
    let outputs = [before, self].map { region in
      graph.operatingOutputs(of: graph.presences(in: region, on: day))
    }
    for (id, stated) in before.localSupplyRatios {
      guard let link = graph.index(of: id) else { continue }
      let sums = outputs.map { output in
        graph.family(of: link).reduce(0) { $0 + output[$1] }
      }
      guard sums[0] != sums[1] else { continue }
      // With no firm behind the stated ratio there is nothing to scale: it is worked out anew.
      guard sums[0] > 0, sums[1] > 0 else {
        localSupplyRatios[id] = nil
        continue
      }
      let scaled = StatedRatio.scaled(stated.value, from: sums[0], to: sums[1])
      localSupplyRatios[id] = Figure(scaled, provenance: Scenario.provenance)
    }
  }
}

extension ChainGraph {
  /// Yearly output of the operating firms in each link itself, million CNY.
  fileprivate func operatingOutputs(of presences: [[Presence]]) -> [Double] {
    let plants = plantOutputs()
    return presences.indices.map { link in
      presences[link].filter(\.isOperating)
        .reduce(0) { $0 + $1.outputMillionCNY(typicalPlant: plants[link].millionCNY) }
    }
  }
}

extension Analysis {
  /// The analysis of the region as it would be, on the same day.
  ///
  /// - Throws: `ScenarioConflict` where the changes do not fit the region or one another.
  public func supposing(_ scenario: Scenario) throws(ScenarioConflict) -> Analysis {
    let region = try scenario.applied(to: region, in: graph, on: day)
    return Analysis(graph: graph, needs: needs, region: region, day: day)
  }
}
