import GapAnalysis
public import IndustryChain

extension ChangeReport {
  /// So many names stand in a line.
  private static let nameLimit = 3

  /// The change in one line, with what it is about and the first ranks that move:
  /// `Lighters: 1 share changed; 4 ranks move: Electroplating 3 → 1`.
  public func line(in language: Language) -> String {
    let wording = Wording(language)
    let names = ChangeNames(of: [before.workspace, after.workspace], in: wording)
    let roots = (changes.changes.map(\.item) + changes.renames.map(\.after)).map(\.root)
    let about = wording.list(Set(roots).sorted().map { names($0) }, limit: Self.nameLimit)
    let moves = regions.flatMap { region in
      region.moves.filter(\.changesRank).map { move in
        let ranks = [move.before, move.after].map { $0?.rank.map { String($0) } ?? Wording.blank }
        return names(move.link) + " " + ranks.joined(separator: " → ")
      }
    }
    let colon = wording.say("：", ": ")
    return (about.isEmpty ? "" : about + colon) + summary(in: language)
      + (moves.isEmpty ? "" : colon + wording.list(moves, limit: Self.nameLimit))
  }
}

extension WorkspaceItem {
  /// What it belongs to in the end: a chain, a need or a region.
  var root: WorkspaceItem { owner?.root ?? self }
}
