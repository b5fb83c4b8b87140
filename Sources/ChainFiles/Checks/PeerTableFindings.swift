import Diagnostics
import IndustryChain

/// What can be wrong with a table of peers.
extension Diagnostic {
  static func missingPeerCell(
    _ column: PeerColumn, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .missingKey, at: .init(file: file, range: range), "the row has no \(column.rawValue)",
      "这一行没有填\(column.chineseNames.first ?? column.rawValue)",
      help: LocalizedText(
        "fill the column `\(column.rawValue)`, or delete the row",
        "填写 `\(column.rawValue)` 列，或删去这一行"))
  }

  static func badPeerCount(_ cell: Located<String>, in file: SourceFile) -> Self {
    Self(
      .badPeerCount, at: .init(file: file, range: cell.range),
      "\"\(cell.value.shortened)\" is no number of firms that a peer may have",
      "“\(cell.value.shortened)”不能作为对标地区的企业数",
      help: LocalizedText(
        "write a whole number, 0 where somebody looked and found none,"
          + " `several` (`若干`) where nobody counted, or nothing where nobody looked",
        "写整数；查过没有的写 0，没有统计过的写 `若干`，没有查过的留空"))
  }

  static func contradictingPeer(
    _ cell: Located<String>, known: String, of draft: PeerDraft
  ) -> Self {
    Self(
      .contradictingPeer, at: .init(file: draft.file, range: cell.range),
      "rows of the peer \"\(draft.id.value)\" disagree: \"\(cell.value.shortened)\" here,"
        + " \"\(known.shortened)\" above",
      "对标地区“\(draft.id.value)”前后不一致：这里是“\(cell.value.shortened)”，前面是“\(known.shortened)”",
      notes: [
        Note(
          "the peer begins here", "该地区从这里开始",
          at: .init(file: draft.file, range: draft.id.range))
      ],
      help: LocalizedText(
        "give two peers two ids, or one peer one name", "两个地区用两个编号，同一地区名称统一"))
  }

  static func duplicatePeerRow(
    _ link: Located<String>, of draft: PeerDraft, first: SourceRange
  ) -> Self {
    Self(
      .duplicatePeerRow, at: .init(file: draft.file, range: link.range),
      "the peer \"\(draft.id.value)\" lists the link \"\(link.value.shortened)\" twice",
      "对标地区“\(draft.id.value)”的环节“\(link.value.shortened)”列了两次",
      notes: [.firstStandsHere(.init(file: draft.file, range: first))],
      help: LocalizedText("join the two rows, or delete one", "合并两行，或删去一行"))
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
      isItself
        ? "区域“\(draft.id.value)”把自己列为对标地区" : "“\(draft.id.value)”是本工作区的区域，另有自己的文件",
      notes: [
        Note("it is defined here", "它定义在这里", at: .init(file: own.file, range: own.range))
      ],
      help: isItself
        ? LocalizedText(
          "delete its rows; `firms.csv` says what it has", "删去这些行；它有什么由 `firms.csv` 说明")
        : LocalizedText(
          "delete its rows: whole regions are peers by themselves; or give the peer another id",
          "删去这些行：工作区里的区域自动互为对标；或给对标地区换个编号"))
  }
}
