import Diagnostics
import IndustryChain

/// What can be wrong with a table of peers.
extension Diagnostic {
  static func missingPeerCell(
    _ column: PeerColumn, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .missingKey, at: .init(file: file, range: range), "the row has no \(column.rawValue)",
      help: "fill the column `\(column.rawValue)`, or delete the row")
  }

  static func badPeerCount(_ cell: Located<String>, in file: SourceFile) -> Self {
    Self(
      .badPeerCount, at: .init(file: file, range: cell.range),
      "\"\(cell.value.shortened)\" is no number of firms that a peer may have",
      help: "write a whole number, 0 where somebody looked and found none,"
        + " `several` (`若干`) where nobody counted, or nothing where nobody looked")
  }

  static func contradictingPeer(
    _ cell: Located<String>, known: String, of draft: PeerDraft
  ) -> Self {
    Self(
      .contradictingPeer, at: .init(file: draft.file, range: cell.range),
      "rows of the peer \"\(draft.id.value)\" disagree: \"\(cell.value.shortened)\" here,"
        + " \"\(known.shortened)\" above",
      notes: [
        Note("the peer begins here", at: .init(file: draft.file, range: draft.id.range))
      ],
      help: "give two peers two ids, or one peer one name")
  }

  static func duplicatePeerRow(
    _ link: Located<String>, of draft: PeerDraft, first: SourceRange
  ) -> Self {
    Self(
      .duplicatePeerRow, at: .init(file: draft.file, range: link.range),
      "the peer \"\(draft.id.value)\" lists the link \"\(link.value.shortened)\" twice",
      notes: [Note("the first stands here", at: .init(file: draft.file, range: first))],
      help: "join the two rows, or delete one")
  }

  static func peerIsRegion(_ draft: PeerDraft, of region: RegionDraft, region own: RegionDraft)
    -> Self
  {
    let isItself = region.range == own.range && region.file == own.file
    return Self(
      .peerIsRegion, at: .init(file: draft.file, range: draft.id.range),
      isItself
        ? "the region \"\(draft.id.value)\" is listed as its own peer"
        : "\"\(draft.id.value)\" is a region of this workspace, with files of its own",
      notes: [Note("it is defined here", at: .init(file: own.file, range: own.range))],
      help: isItself
        ? "delete its rows; `firms.csv` says what it has"
        : "delete its rows: whole regions are peers by themselves; or give the peer another id")
  }
}
