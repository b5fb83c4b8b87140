import Diagnostics
import IndustryChain

/// What can be wrong with a file before its keys are looked at.
extension Diagnostic {
  static func nothingToRead() -> Self {
    Self(
      .nothingToRead, at: nil, "no chain file was found", "没有找到产业链文件",
      help: LocalizedText(
        "put at least one chain file, such as `lithium-battery.yaml`, into the workspace",
        "在工作区文件夹里至少放一个产业链文件，例如 `lithium-battery.yaml`"))
  }

  static func missingRegionFile(folder: String) -> Self {
    Self(
      .missingRegionFile, at: .init(file: SourceFile(path: folder, text: "")),
      "the region folder has no `region.yaml`", "区域文件夹里没有 `region.yaml`",
      help: LocalizedText(
        "write a `region.yaml` with `region`, `name` and `date`",
        "新建 `region.yaml`，写明 `region`、`name` 和 `date`"))
  }

  static func missingFirmTable(besides region: SourceFile) -> Self {
    Self(
      .missingFirmTable, at: .init(file: region),
      "chains were surveyed here, and there is no `firms.csv`: every link of them is missing",
      "这里写明已调查产业链，却没有 `firms.csv`：链上环节会全部算作缺失",
      help: LocalizedText(
        "write the firms that the survey found into `firms.csv`, or only its header for none",
        "把摸底查到的企业写进 `firms.csv`；一家也没有时只留表头"))
  }

  /// A file that lies among the others and is not read for its name or its folder.
  static func unreadFile(_ file: SourceFile) -> Self {
    let name = file.name.lowercased()
    let isTable = name.hasSuffix(".csv")
    let isOfRegion = isTable || RegionSources.looksForgotten(file.name) && file.isInRegion
    guard isOfRegion else {
      guard WorkspaceSources.looksForgotten(file.name) else { return .misplacedFile(file) }
      return Self(
        .unreadFile, at: .init(file: file),
        "the file is not read: chain files end in `.yaml` or `.yml`, in small letters",
        "没有读取这个文件：产业链文件的扩展名须为小写的 `.yaml` 或 `.yml`",
        help: LocalizedText("rename it `\(name)`", "把文件名改为 `\(name)`"))
    }
    let known = isTable ? RegionSources.fileNames.dropFirst() : RegionSources.fileNames.prefix(1)
    let names = known.map { "`\($0)`" }
    let nearest =
      isTable
      ? known.first { $0 == name } ?? name.nearestMatch(among: Array(known))?.name : known.first
    return Self(
      .unreadFile, at: .init(file: file),
      isTable
        ? "the table is not read: a region's tables are \(names.joined(separator: ", "))"
        : "the file is not read: a region is described in \(names.joined())",
      isTable
        ? "没有读取这张表：区域的表格只有 \(names.joined(separator: "、"))"
        : "没有读取这个文件：区域信息只写在 \(names.joined()) 里",
      help: nearest.map {
        LocalizedText(
          "rename it `\($0)`, or put it into another folder", "改名为 `\($0)`，或移到别的文件夹")
      }
        ?? LocalizedText(
          "give it the name of what it holds, or put it into another folder",
          "按内容改成上述文件名之一，或移到别的文件夹"))
  }

  private static func misplacedFile(_ file: SourceFile) -> Self {
    Self(
      .unreadFile, at: .init(file: file),
      "the file is not read: chain files lie in the workspace's folder itself, regions in"
        + " `regions/<id>/region.yaml`",
      "没有读取这个文件：产业链文件须直接放在工作区文件夹里，区域文件须为 `regions/<编号>/region.yaml`",
      help: LocalizedText(
        "move it there, or out of the workspace's folder", "移到该处，或移出工作区文件夹"))
  }

  fileprivate static func inaccessibleFile(_ file: SourceFile, _ reason: LocalizedText) -> Self {
    Self(
      .inaccessibleFile, at: .init(file: file),
      "the file cannot be read: \(Language.english.text(reason))",
      "无法读取这个文件：\(Language.chinese.text(reason))",
      help: LocalizedText(
        "put a file that can be read in its place, or move it out of the workspace",
        "换成可以读取的文件，或移出工作区"))
  }

  static func invalidUTF8(in file: SourceFile, at position: SourcePosition) -> Self {
    Self(
      .invalidUTF8, at: .init(file: file, range: SourceRange(position, to: position)),
      "the file is not UTF-8 text", "文件不是 UTF-8 编码",
      help: LocalizedText(
        "save the file as UTF-8 (in Excel: \"CSV UTF-8\"); `check --fix` does it for GBK and UTF-16",
        "另存为 UTF-8 编码（Excel 里选“CSV UTF-8”）；GBK 和 UTF-16 编码的文件可用 `check --fix` 转换"))
  }

  static func forbiddenCharacter(
    _ scalar: Unicode.Scalar, in file: SourceFile, at position: SourcePosition
  ) -> Self {
    Self(
      .yamlSyntax, at: .init(file: file, range: SourceRange(position, to: position)),
      "the character \(scalar.codePoint) is not allowed", "不允许出现字符 \(scalar.codePoint)",
      help: LocalizedText("delete it", "删除这个字符"))
  }

  static func yamlSyntax(
    _ problem: String, in file: SourceFile, at range: SourceRange, notes: [Note]
  ) -> Self {
    Self(
      .yamlSyntax, at: .init(file: file, range: range), "not valid YAML: \(problem)",
      "YAML 语法有误：\(YAMLWords.chinese(problem))", notes: notes,
      help: YAMLWords.help(problem))
  }

  static func yamlAlias(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .yamlAlias, at: .init(file: file, range: range),
      "anchors (`&name`) and aliases (`*name`) are not read", "不支持锚点（`&name`）和别名（`*name`）",
      help: LocalizedText(
        "write the value out, or put text that begins with `&` or `*` in quotes",
        "把内容直接写出来；文字以 `&` 或 `*` 开头时加引号"))
  }

  static func yamlTooDeep(in file: SourceFile, at position: SourcePosition) -> Self {
    Self(
      .yamlTooDeep, at: .init(file: file, range: SourceRange(position, to: position)),
      "the file nests too deeply", "嵌套层次太深",
      help: LocalizedText("close brackets, or indent less", "检查括号是否成对，或减少缩进"))
  }
}

extension SourceFile {
  /// Why there is no text of it, `nil` where there is.
  var obstacleToText: Diagnostic? {
    if let obstacle { return .inaccessibleFile(self, obstacle) }
    return firstInvalidPosition.map { .invalidUTF8(in: self, at: $0) }
  }

  /// Whether it lies in a folder of the folder `regions`.
  fileprivate var isInRegion: Bool { path.split(separator: "/").dropLast(2).last == "regions" }
}

extension Unicode.Scalar {
  /// `U+0007`.
  var codePoint: String {
    let code = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }
}
