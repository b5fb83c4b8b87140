import Diagnostics
import IndustryChain

/// What can be wrong with names that stand for something elsewhere.
extension Diagnostic {
  static func duplicateLink(
    _ name: String, in file: SourceFile, at range: SourceRange, first: SourceRange
  ) -> Self {
    Self(
      .duplicateLink, at: .init(file: file, range: range), "the link \"\(name)\" stands twice",
      notes: [Note("the first stands here", at: .init(file: file, range: first))],
      help: "rename one of them, or join the two")
  }

  static func duplicateChain(_ draft: ChainDraft, first: ChainDraft) -> Self {
    Self(
      .duplicateChain, at: .init(file: draft.file, range: draft.id.range),
      "the chain \"\(draft.id.value)\" is defined twice",
      notes: [
        Note("it is defined here too", at: .init(file: first.file, range: first.id.range))
      ],
      help: "give one of them another id, or join the files")
  }

  static func duplicateRegion(_ draft: RegionDraft, first: RegionDraft) -> Self {
    Self(
      .duplicateRegion, at: .init(file: draft.file, range: draft.range),
      "the region \"\(draft.region.id)\" is defined twice",
      notes: [Note("it is defined here too", at: .init(file: first.file, range: first.range))],
      help: "give one of them another id")
  }

  static func duplicateFirm(_ draft: FirmDraft, first: FirmDraft) -> Self {
    Self(
      .duplicateFirm, at: .init(file: draft.file, range: draft.range),
      "the firm \"\(draft.firm.id)\" is a resident and a prospect",
      notes: [Note("it is a resident here", at: .init(file: first.file, range: first.range))],
      help: "keep it in one of the two tables")
  }

  static func unknownLink(
    _ name: Located<String>, in file: SourceFile, nearest: String?, unreadable: [String]
  ) -> Self {
    Self(
      .unknownLink, at: .init(file: file, range: name.range),
      "no link named \"\(name.value.shortened)\"", notes: .unreadable(unreadable),
      help: nearest.map { "write \"\($0)\"" } ?? "define it under `links:` of a chain file")
  }

  static func unknownScope(
    _ name: Located<String>, in file: SourceFile, nearest: String?, unreadable: [String]
  ) -> Self {
    Self(
      .unknownLink, at: .init(file: file, range: name.range),
      "no chain and no link named \"\(name.value.shortened)\"", notes: .unreadable(unreadable),
      help: nearest.map { "write \"\($0)\"" } ?? "name a chain, or a link as `chain/link`")
  }

  static func ambiguousLink(
    _ name: Located<String>, candidates: [LinkID], in file: SourceFile
  ) -> Self {
    Self(
      .ambiguousLink, at: .init(file: file, range: name.range),
      "several chains have a link named \"\(name.value)\"",
      help: "write " + candidates.map { "\"\($0)\"" }.joined(separator: " or "))
  }

  static func unknownChain(
    _ name: Located<String>, in file: SourceFile, nearest: String?, unreadable: [String]
  ) -> Self {
    Self(
      .unknownChain, at: .init(file: file, range: name.range),
      "no chain named \"\(name.value.shortened)\"", notes: .unreadable(unreadable),
      help: nearest.map { "write \"\($0)\"" } ?? "name the id of a chain file")
  }

  static func unknownFirm(_ name: Located<String>, in file: SourceFile, nearest: String?) -> Self {
    Self(
      .unknownFirm, at: .init(file: file, range: name.range),
      "the region's tables have no firm \"\(name.value.shortened)\"",
      help: nearest.map { "write \"\($0)\"" } ?? "add the firm to `firms.csv` or `prospects.csv`")
  }

  static func unknownNeed(_ name: Located<String>, in file: SourceFile, nearest: String?) -> Self {
    Self(
      .unknownNeed, at: .init(file: file, range: name.range),
      "no need named \"\(name.value.shortened)\"",
      help: nearest.map { "write \"\($0)\"" } ?? "define it under `needs:` of a chain file")
  }

  static func conflictingNeed(
    _ need: Located<Need>, in file: SourceFile, first: Diagnostic.Location
  ) -> Self {
    Self(
      .conflictingNeed, at: .init(file: file, range: need.range),
      "the need \"\(need.value.id)\" has two different names",
      notes: [Note("it is named differently here", at: first)],
      help: "name it alike in both files, or give one of them another id")
  }
}

extension [Diagnostic.Note] {
  /// Says that a name may stand in a file that could not be read.
  fileprivate static func unreadable(_ paths: [String]) -> Self {
    guard let first = paths.first else { return [] }
    let others = paths.count > 1 ? " and \(paths.count - 1) more" : ""
    return [Diagnostic.Note("\(first)\(others) could not be read; it may be defined there")]
  }
}
