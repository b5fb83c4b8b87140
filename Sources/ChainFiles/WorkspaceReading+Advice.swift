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
    }
    for draft in regions where !faulty.contains(draft.file.path) {
      let name = TranslationCheck.Name(text: draft.region.name, range: draft.range)
      advice += [TranslationCheck.finding(among: [name], in: draft.file)].compactMap { $0 }
    }
    for firms in regions.map(\.firms) {
      let sound = firms.filter { !faulty.contains($0.file.path) }
      advice += ProjectDateCheck.findings(in: sound) + untranslatedFirms(among: sound)
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

  private func untranslatedFirms(among firms: [FirmDraft]) -> [Diagnostic] {
    [String: [FirmDraft]](grouping: firms, by: \.file.path).values.compactMap { firms in
      let names = firms.map { TranslationCheck.Name(text: $0.firm.name, range: $0.range) }
      return firms.first.flatMap { TranslationCheck.finding(among: names, in: $0.file) }
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
