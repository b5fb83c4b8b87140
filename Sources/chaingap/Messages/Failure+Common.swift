import Diagnostics
import TerminalText

// Failures that several commands have.

extension Failure {
  /// A file is there and cannot be read.
  static func cannotRead(_ path: String, _ reason: Phrase? = nil, help: Phrase? = nil) -> Failure {
    let end = reason.map { Phrase(": \($0.english)", "：\($0.chinese)") } ?? Phrase("", "")
    return Failure(Phrase("cannot read \"\(path)\"", "无法读取“\(path)”") + end, help: help)
  }

  /// Neither a file nor a folder is at a path that a user names.
  static func nothing(at path: String) -> Failure {
    Failure(
      "there is nothing at \"\(path)\"", "“\(path)”不存在",
      help: .init("name a workspace folder or a file", "请指定工作区文件夹或其中的文件"))
  }

  /// The folder of a workspace is not where a user says.
  static func noWorkspace(at path: String) -> Failure {
    Failure(
      "there is no folder \"\(path)\"", "没有文件夹“\(path)”",
      help: .init(
        "name the folder of your chain files, or run in the folder above Chains/",
        "请指定产业链文件所在的文件夹，或到 Chains/ 的上一级文件夹运行"))
  }

  /// Reports would be written among the files that they are made of.
  static func inWorkspace(_ output: String, _ workspace: String, help: Phrase) -> Failure {
    Failure(
      "\"\(output)\" is in the workspace \"\(workspace)\"",
      "“\(output)”位于工作区“\(workspace)”之内", help: help)
  }
}

extension Phrase {
  /// What to write instead: `write "zipper"`.
  static func write(_ name: String) -> Phrase {
    Phrase("write \"\(name.terminalSafe)\"", "请改为“\(name.terminalSafe)”")
  }

  /// The nearest of some names, where one is near; else another advice.
  static func write(_ name: String, nearestAmong names: [String], else other: Phrase) -> Phrase {
    name.nearest(among: names).map { .write($0) } ?? other
  }

  /// What there is to choose from.
  static func oneOf(_ names: some Sequence<String>) -> Phrase {
    let list = list(names)
    return Phrase("choose one of \(list.english)", "可选：\(list.chinese)")
  }

  /// Where to see which links there are.
  static let seeLinks = Phrase(
    "see all links with: chaingap diagram", "全部环节可用 chaingap diagram 查看")

  /// What a chain file is known by.
  static let whereChainsLie = Phrase(
    "chain files end in .yaml and lie in the workspace's folder",
    "产业链文件以 .yaml 结尾，直接放在工作区文件夹中")

  /// Where to see which firms there are.
  static let seeFirms = Phrase("see who is here with: chaingap risk", "本地企业可用 chaingap risk 查看")
}
