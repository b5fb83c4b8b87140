import Diagnostics
import IndustryChain

/// What can be wrong with names that stand for something elsewhere.
extension Diagnostic {
  static func duplicateLink(
    _ name: String, in file: SourceFile, at range: SourceRange, first: SourceRange
  ) -> Self {
    Self(
      .duplicateLink, at: .init(file: file, range: range),
      "the link \"\(name.shortened)\" stands twice", "环节“\(name.shortened)”定义了两次",
      notes: [.firstStandsHere(.init(file: file, range: first))],
      help: LocalizedText("rename one of them, or join the two", "给其中一个改名，或合并为一个"))
  }

  static func duplicateChain(_ draft: ChainDraft, first: ChainDraft) -> Self {
    Self(
      .duplicateChain, at: .init(file: draft.file, range: draft.id.range),
      "the chain \"\(draft.id.value)\" is defined twice", "产业链“\(draft.id.value)”定义了两次",
      notes: [
        Note(
          "it is defined here too", "另一处定义在这里",
          at: .init(file: first.file, range: first.id.range))
      ],
      help: LocalizedText(
        "give one of them another id, or join the files", "给其中一个换个编号，或把两个文件合并"))
  }

  static func duplicateRegion(_ draft: RegionDraft, first: RegionDraft) -> Self {
    Self(
      .duplicateRegion, at: .init(file: draft.file, range: draft.range),
      "the region \"\(draft.region.id)\" is defined twice", "区域“\(draft.region.id)”定义了两次",
      notes: [
        Note(
          "it is defined here too", "另一处定义在这里",
          at: .init(file: first.file, range: first.range))
      ],
      help: LocalizedText("give one of them another id", "给其中一个换个编号"))
  }

  static func duplicateFirm(_ draft: FirmDraft, first: FirmDraft) -> Self {
    Self(
      .duplicateFirm, at: .init(file: draft.file, range: draft.range),
      "the firm \"\(draft.firm.id)\" is a resident and a prospect",
      "企业“\(draft.firm.id)”既是本地企业，又是目标企业",
      notes: [
        Note(
          "it is a resident here", "它在这里是本地企业",
          at: .init(file: first.file, range: first.range))
      ],
      help: LocalizedText("keep it in one of the two tables", "只在其中一张表里保留"))
  }

  static func unknownLink(
    _ name: Located<String>, in file: SourceFile, nearest: NearestMatch?, unreadable: [String]
  ) -> Self {
    Self(
      .unknownLink, at: .init(file: file, range: name.range),
      "no link named \"\(name.value.shortened)\"", "没有名为“\(name.value.shortened)”的环节",
      notes: .unreadable(unreadable),
      help: .quoted(nearest)
        ?? LocalizedText(
          "define it under `links:` of a chain file", "在某个产业链文件的 `links:` 下定义它"),
      fix: .writing(nearest, for: name, atBest: .likely))
  }

  /// Stands for the wrong names that are not told one by one; the first of them begins at the place.
  static func furtherNames(_ count: Int, from first: Location) -> Self {
    Self(
      .unknownLink,
      at: .init(
        file: first.file, range: first.range.map { SourceRange($0.start, to: $0.start) }),
      "from here on, \(count) more names stand for nothing, or for several things",
      "从这里起还有 \(count) 处名称找不到或有歧义",
      help: LocalizedText(
        "mend those that are listed first; the check then lists the next",
        "先改正已列出的，再检查时会列出其余"))
  }

  static func unknownScope(
    _ name: Located<String>, in file: SourceFile, nearest: NearestMatch?, unreadable: [String]
  ) -> Self {
    Self(
      .unknownLink, at: .init(file: file, range: name.range),
      "no chain and no link named \"\(name.value.shortened)\"",
      "没有名为“\(name.value.shortened)”的产业链或环节", notes: .unreadable(unreadable),
      help: .quoted(nearest)
        ?? LocalizedText(
          "name a chain, or a link as `chain/link`", "写产业链编号，或按 `产业链/环节` 的格式写环节"),
      fix: .writing(nearest, for: name, atBest: .likely))
  }

  static func ambiguousLink(
    _ name: Located<String>, candidates: [LinkID], in file: SourceFile
  ) -> Self {
    Self(
      .ambiguousLink, at: .init(file: file, range: name.range),
      "several chains have a link named \"\(name.value)\"", "不止一条产业链有环节“\(name.value)”",
      help: LocalizedText(
        "write " + candidates.map { "\"\($0)\"" }.joined(separator: " or "),
        "写明是哪一条：" + candidates.map { "“\($0)”" }.joined(separator: "或")))
  }

  static func unknownChain(
    _ name: Located<String>, in file: SourceFile, nearest: NearestMatch?, unreadable: [String]
  ) -> Self {
    Self(
      .unknownChain, at: .init(file: file, range: name.range),
      "no chain named \"\(name.value.shortened)\"", "没有名为“\(name.value.shortened)”的产业链",
      notes: .unreadable(unreadable),
      help: .quoted(nearest)
        ?? LocalizedText("name the id of a chain file", "写某个产业链文件里的编号"),
      fix: .writing(nearest, for: name, atBest: .likely))
  }

  static func unknownFirm(
    _ name: Located<String>, in file: SourceFile, nearest: NearestMatch?
  ) -> Self {
    Self(
      .unknownFirm, at: .init(file: file, range: name.range),
      "the region's tables have no firm \"\(name.value.shortened)\"",
      "本区域的企业表里没有“\(name.value.shortened)”",
      help: .quoted(nearest)
        ?? LocalizedText(
          "add the firm to `firms.csv` or `prospects.csv`",
          "把这家企业加进 `firms.csv` 或 `prospects.csv`"),
      fix: .writing(nearest, for: name, atBest: .likely))
  }

  static func unknownNeed(
    _ name: Located<String>, in file: SourceFile, nearest: NearestMatch?
  ) -> Self {
    Self(
      .unknownNeed, at: .init(file: file, range: name.range),
      "no need named \"\(name.value.shortened)\"", "没有名为“\(name.value.shortened)”的落地条件",
      help: .quoted(nearest)
        ?? LocalizedText(
          "define it under `needs:` of a chain file", "在某个产业链文件的 `needs:` 下定义它"),
      fix: .writing(nearest, for: name, atBest: .likely))
  }

  static func conflictingNeed(
    _ need: Located<Need>, in file: SourceFile, first: Diagnostic.Location
  ) -> Self {
    Self(
      .conflictingNeed, at: .init(file: file, range: need.range),
      "the need \"\(need.value.id)\" has two different names",
      "落地条件“\(need.value.id)”有两个不同的名称",
      notes: [Note("it is named differently here", "这里写的名称不同", at: first)],
      help: LocalizedText(
        "name it alike in both files, or give one of them another id",
        "两个文件里统一名称，或给其中一个换个编号"))
  }
}

extension LocalizedText {
  /// "write "valve"", where a name is near.
  fileprivate static func quoted(_ match: NearestMatch?) -> Self? {
    match.map { Self("write \"\($0.name)\"", "改为“\($0.name)”") }
  }
}

extension [Diagnostic.Note] {
  /// Says that a name may stand in a file that could not be read.
  fileprivate static func unreadable(_ paths: [String]) -> Self {
    guard let first = paths.first else { return [] }
    let (others, more) =
      paths.count > 1 ? (" and \(paths.count - 1) more", "等 \(paths.count) 个文件") : ("", "")
    return [
      Diagnostic.Note(
        "\"\(first)\"\(others) could not be read; it may be defined there",
        "“\(first)”\(more)无法读取，也许定义在那里")
    ]
  }
}
