import ChainFiles
import IndustryChain

/// What an import tells a person.
struct ImportWording {
  let language: Language

  /// What becomes of one file.
  func line(on change: ImportPlace.Change) -> String {
    guard let changes = change.changes else {
      return language == .english ? "\(change.path): new" : "\(change.path)：新文件"
    }
    if changes.isEmpty {
      return language == .english ? "\(change.path): no change" : "\(change.path)：没有变化"
    }
    let counts = changes.counts.map { count in
      words(count, changes.word(for: count, in: language))
    }
    return language == .english
      ? "\(change.path): \(counts.joined(separator: ", ")) (+ added, - removed, ~ changed)"
      : "\(change.path)：\(counts.joined(separator: "；"))"
  }

  /// One kind of entry and how many of it differ: `links +2 ~1`, `环节：增加 2 项，修改 1 项`.
  private func words(_ count: FileChanges.Count, _ name: String) -> String {
    let signs = language == .english ? ["+", "-", "~"] : ["增加 ", "删除 ", "修改 "]
    let parts = zip(signs, [count.added, count.removed, count.changed]).filter { $1 > 0 }
    guard language == .chinese else {
      return "\(name) " + parts.map { "\($0)\($1)" }.joined(separator: " ")
    }
    // Rows are what is counted already.
    if count.key == "rows" { return parts.map { "\($0)\($1) 行" }.joined(separator: "，") }
    return "\(name)" + parts.map { "\($0)\($1) 项" }.joined(separator: "，")
  }

  /// What becomes of one file: the counts, then its first entries that differ.
  func lines(on change: ImportPlace.Change) -> String {
    let details = change.changes?.details ?? []
    var lines = [line(on: change)]
    for detail in details.prefix(Self.detailLimit) {
      let place = change.changes?.place(of: detail, in: language) ?? detail.place
      lines.append(line(detail, at: place))
    }
    let rest = details.count - Self.detailLimit
    if rest > 0 { lines.append(language == .english ? "  and \(rest) more" : "  另有 \(rest) 处") }
    return lines.joined(separator: "\n")
  }

  private static let detailLimit = 20

  private func line(_ detail: FileChanges.Detail, at place: String) -> String {
    func colon(_ text: String) -> String {
      text.isEmpty ? "" : (language == .english ? ": " : "：") + short(text)
    }
    let blank = language == .english ? "(blank)" : "（空白）"
    switch (detail.old, detail.new) {
    case (let old?, let new?):
      let values = [old, new].map { $0.isEmpty ? blank : $0 }
      return "  ~ \(place)\(colon(values[0])) → \(short(values[1]))"
    case (let old?, nil): return "  - \(place)\(colon(old))"
    default: return "  + \(place)\(colon(detail.new ?? ""))"
    }
  }

  /// A text on one line, cut where it is long.
  private func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 80 ? line.prefix(79) + "…" : line
  }

  /// That a region has tables and no file of its own.
  func missingRegion(_ region: String, in folder: String) -> String {
    let path = "\(folder)/regions/\(region)/region.yaml"
    let command =
      "chaingap new region \(region)" + (folder == "Chains" ? "" : " --into \(folder)")
    return language == .english
      ? "\(path) is missing, so the table is not read yet;"
        + " \(command) makes it"
      : "缺少 \(path)，企业表暂不会被读取；请运行 \(command) 建立区域"
  }

  /// That what is not imported keeps the old files; flags write it all the same.
  func incomplete(unless flags: String) -> String {
    language == .english
      ? "nothing was written: what is not imported would be lost from the old files;"
        + " mend it, or add \(flags)"
      : "未写入任何文件：未导入的内容会从原文件中丢失；请先修正，确要替换请加 \(flags)"
  }

  var breaks: String {
    language == .english
      ? "nothing was written: files without errors would get some;"
        + " mend them, or add --force"
      : "未写入任何文件：原本没有错误的文件将出现错误；请先修正，确要写入请加 --force"
  }

  var tableHeldBack: String {
    language == .english
      ? "nothing was written; --replace puts the list in place of the whole table,"
        + " --add adds its new rows to it"
      : "未写入任何文件；--replace 以名单替换整张表，--add 将名单中的新行追加到表中"
  }

  /// What `check` would say beside errors.
  func moreFindings(_ count: Int) -> String {
    language == .english
      ? "chaingap check has \(count) warnings or notes on the new files"
      : "chaingap check 对新文件另有 \(count) 条警告或提示"
  }

  var nothingWritten: String { language == .english ? "nothing was written" : "未写入任何文件" }

  var heldBack: String {
    language == .english
      ? "nothing was written; --replace puts the new files in place of the old"
      : "未写入任何文件；加上 --replace 即以新文件替换旧文件"
  }
}
