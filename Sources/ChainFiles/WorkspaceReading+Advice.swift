import Diagnostics
import IndustryChain

extension WorkspaceReading {
  /// What is odd in the workspace or lacking from it, and no error.
  ///
  /// Files with errors are left out, and the links as a whole where any file has one.
  /// O(links + inputs + names).
  func advice() -> [Diagnostic] {
    let faulty = Set(
      diagnostics.lazy.filter { $0.severity == .error }.map { $0.location?.file.path ?? "" })
    // The longest first.
    let checks: [Advice] =
      (faulty.isEmpty ? adviceOnLinks() : []) + adviceOnRegions(except: faulty)
      + [adviceOnChainNames(except: faulty), adviceOnFigures(except: faulty)]
    return sideBySide(effort: network.links.count, checks)
  }

  /// A check with what it looks at.
  private typealias Advice = @Sendable () -> [Diagnostic]

  private func adviceOnLinks() -> [Advice] {
    let demanded = Set(resolvedRegions.flatMap { $0.finalDemandMillionCNY.keys })
    return network.calls(of: [
      SharedNameCheck.findings, SharedCodeCheck.findings, IsolatedLinkCheck.findings,
      { UnboughtLinkCheck.findings(in: $0, demanded: demanded) }, UnsuppliedLinkCheck.findings,
      UmbrellaCheck.findings, ShareSumCheck.findings, StageOrderCheck.findings,
    ])
  }

  private func adviceOnChainNames(except faulty: Set<String>) -> Advice {
    { [drafts, resolvedChains] in
      zip(drafts, resolvedChains).flatMap { draft, links in
        faulty.contains(draft.file.path)
          ? [] : findings(about: draft.names + links.names, in: .yaml(draft.file))
      }
    }
  }

  private func adviceOnFigures(except faulty: Set<String>) -> Advice {
    let today = regions.map(\.region.date).filter { $0 < .distantFuture }.max()
    return { [evidence, settings] in
      evidence.flatMap { file, figures in
        faulty.contains(file.path)
          ? []
          : figures.findings(
            in: file, today: today, oldestEstimateYears: settings.oldestEstimateYears)
      }
    }
  }

  private func adviceOnRegions(except faulty: Set<String>) -> [Advice] {
    let ids = Set(regions.map(\.region.id))
    return regions.flatMap { draft -> [Advice] in
      let firms =
        faulty.isEmpty ? draft.firms : draft.firms.filter { !faulty.contains($0.file.path) }
      return [
        { FirmNameCheck.findings(in: firms) },
        { findings(aboutNamesOf: firms) },
        { ProjectDateCheck.findings(in: firms, day: draft.region.date) },
        {
          guard !faulty.contains(draft.file.path) else { return [] }
          let name = TranslationCheck.Name(text: draft.region.name, range: draft.range)
          return [RegionFolderCheck.finding(about: draft, among: ids)].compactMap { $0 }
            + findings(about: [name], in: .yaml(draft.file))
        },
        {
          guard let file = draft.peers.first?.file, !faulty.contains(file.path) else { return [] }
          return QuotedNameCheck.findings(among: draft.peers.lazy.map(\.name), in: .peers(file))
        },
      ]
    }
  }
}

/// What is odd about the names of a file.
private func findings(
  about names: [TranslationCheck.Name], in source: QuotedNameCheck.Source
) -> [Diagnostic] {
  [TranslationCheck.finding(among: names, in: source.file)].compactMap { $0 }
    + QuotedNameCheck.findings(among: names.lazy.map(\.text), in: source)
}

private func findings(aboutNamesOf firms: [FirmDraft]) -> [Diagnostic] {
  let places = firms.indices.filter { firms[$0].firm.name.isSuspect }
  return [String: [Int]](grouping: places, by: { firms[$0].file.path }).values.flatMap { places in
    let names = places.map {
      TranslationCheck.Name(text: firms[$0].firm.name, range: firms[$0].range)
    }
    return findings(about: names, in: .firms(firms[places[0]].file))
  }
}

extension ChainDraft {
  /// The names of the chain and of its needs.
  fileprivate var names: [TranslationCheck.Name] {
    [TranslationCheck.Name(text: name, range: id.range)]
      + needs.map { TranslationCheck.Name(text: $0.value.name, range: $0.range) }
  }
}

extension ResolvedChain {
  /// The names of the links as far as there may be something to say of them.
  fileprivate var names: [TranslationCheck.Name] {
    links(named: { $0.isSuspect }).map {
      TranslationCheck.Name(text: $0.link.name, range: $0.range)
    }
  }
}

extension LocalizedText {
  /// Whether the checks of names may have something to say; most names are not even copied.
  fileprivate var isSuspect: Bool {
    TranslationCheck.isHalf(self) || QuotedNameCheck.isQuoted(self)
  }
}
