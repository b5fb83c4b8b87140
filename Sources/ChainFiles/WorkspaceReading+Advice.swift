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
    var advice = faulty.isEmpty ? adviceOnLinks() : []
    for draft in drafts where !faulty.contains(draft.file.path) {
      advice += [TranslationCheck.finding(among: draft.names, in: draft.file)].compactMap { $0 }
      advice += QuotedNameCheck.findings(among: draft.names.lazy.map(\.text), in: .yaml(draft.file))
    }
    let ids = Set(regions.map(\.region.id))
    for draft in regions where !faulty.contains(draft.file.path) {
      let name = TranslationCheck.Name(text: draft.region.name, range: draft.range)
      advice += [
        TranslationCheck.finding(among: [name], in: draft.file),
        RegionFolderCheck.finding(about: draft, among: ids),
      ].compactMap { $0 }
      advice += QuotedNameCheck.findings(among: [draft.region.name], in: .yaml(draft.file))
    }
    for draft in regions {
      let sound = draft.firms.filter { !faulty.contains($0.file.path) }
      advice += ProjectDateCheck.findings(in: sound, day: draft.region.date)
      advice += FirmNameCheck.findings(in: sound) + findingsAboutNames(of: sound)
      if let file = draft.peers.first?.file, !faulty.contains(file.path) {
        advice += QuotedNameCheck.findings(among: draft.peers.lazy.map(\.name), in: .peers(file))
      }
    }
    let today = regions.map(\.region.date).filter { $0 < .distantFuture }.max()
    for (file, figures) in evidence where !faulty.contains(file.path) {
      advice += figures.findings(
        in: file, today: today, oldestEstimateYears: settings.oldestEstimateYears)
    }
    return advice
  }

  private func adviceOnLinks() -> [Diagnostic] {
    let demanded = Set(resolvedRegions.flatMap { $0.finalDemandMillionCNY.keys })
    return network.findings(of: [
      SharedNameCheck.findings, SharedCodeCheck.findings, IsolatedLinkCheck.findings,
      { UnboughtLinkCheck.findings(in: $0, demanded: demanded) }, UnsuppliedLinkCheck.findings,
      UmbrellaCheck.findings, ShareSumCheck.findings, StageOrderCheck.findings,
    ])
  }

  private func findingsAboutNames(of firms: [FirmDraft]) -> [Diagnostic] {
    [String: [FirmDraft]](grouping: firms, by: \.file.path).values.flatMap { firms in
      guard let file = firms.first?.file else { return [Diagnostic]() }
      let names = firms.map { TranslationCheck.Name(text: $0.firm.name, range: $0.range) }
      return [TranslationCheck.finding(among: names, in: file)].compactMap { $0 }
        + QuotedNameCheck.findings(among: names.lazy.map(\.text), in: .firms(file))
    }
  }
}

extension ChainDraft {
  /// The names that it gives, in the order of the file but for the chain's own, which comes first.
  fileprivate var names: [TranslationCheck.Name] {
    [TranslationCheck.Name(text: name, range: id.range)]
      + needs.map { TranslationCheck.Name(text: $0.value.name, range: $0.range) }
      + links.map { TranslationCheck.Name(text: $0.link.name, range: $0.range) }
  }
}
