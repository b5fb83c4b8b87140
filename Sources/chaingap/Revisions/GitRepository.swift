import FoundationEssentials
import Glibc
import TerminalText

/// The git repository that a path lies in; only reads, and runs nothing that the repository names.
struct GitRepository {
  /// A file as a commit has it.
  struct Entry {
    /// Where it lies under the path that was asked for; empty for that path itself.
    let path: String
    fileprivate let object: String
  }

  private let program: String
  /// A folder of the work tree that exists.
  private let folder: String
  /// The path in the repository that was asked for: `Chains`, empty for all of it.
  private let path: String

  /// The repository around a path of the work tree, which need not exist there any more.
  ///
  /// - Throws: `Failure` without git, or outside of every repository.
  init(around path: String) throws {
    guard let program = Self.installed else {
      throw Failure(
        "there is no git here to read revisions with", "本机没有 git，无法读取版本",
        help: .init("compare two folders", "请比较两个文件夹"))
    }
    var folder = URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    var rest: [String] = []
    while folder.count > 1, !FilesOnDisk().isFolder(Self.joined(folder)) {
      rest.insert(folder.removeLast(), at: 0)
    }
    self.program = program
    self.folder = Self.joined(folder)
    let run = Self.run(program, ["rev-parse", "--show-prefix"], in: self.folder)
    guard let run, run.exitCode == 0 else {
      throw Failure(
        Phrase("cannot read a git repository around \"\(path)\"", "“\(path)”不在可读取的 git 仓库中")
          + Self.complaint(of: run),
        help: .init(
          "compare two folders: chaingap diff OLD NEW", "请比较两个文件夹：chaingap diff 旧 新"))
    }
    // The prefix ends with a slash or is empty; a line feed ends the output.
    let prefix = String(decoding: run.output.dropLast(), as: UTF8.self)
    self.path = (prefix.split(separator: "/").map(String.init) + rest).joined(separator: "/")
  }

  /// The name of the commit that a revision means.
  ///
  /// - Throws: `Failure` where it means none.
  func commit(_ revision: String) throws -> String {
    // Whatever stands there, it is a revision and no option.
    let run = run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}",
    ])
    let name = run.map { String(decoding: $0.output.dropLast(), as: UTF8.self) } ?? ""
    guard run?.exitCode == 0, name.utf8.count >= 40, name.allSatisfy(\.isHexDigit) else {
      throw Failure(
        "there is no folder, file or git revision \"\(revision.terminalSafe)\"",
        "没有名为“\(revision.terminalSafe)”的文件夹、文件或 git 版本",
        help: .init(
          "see the revisions with: git log --oneline; see the branches with: git branch",
          "版本可用 git log --oneline 查看，分支可用 git branch 查看"))
    }
    return name
  }

  /// The files of a commit at or under the path, links and submodules left out.
  ///
  /// - Throws: `Failure` where git cannot tell.
  func entries(of commit: String) throws -> [Entry] {
    let arguments = ["ls-tree", "-r", "-z", "--full-tree", commit]
    guard let run = run(arguments + (path.isEmpty ? [] : ["--", path])), run.exitCode == 0 else {
      throw Failure("git cannot list the files of \(commit)", "git 无法列出 \(commit) 中的文件")
    }
    return run.output.split(separator: 0).compactMap { record in
      // "100644 blob <object>\t<path>"
      let record = String(decoding: record, as: UTF8.self)
      guard let tab = record.firstIndex(of: "\t") else { return nil }
      let head = record[..<tab].split(separator: " ")
      guard head.count == 3, head[1] == "blob", head[0].hasPrefix("100") else { return nil }
      let place = record[record.index(after: tab)...]
      let isWhole = path.isEmpty || place == path
      guard isWhole || place.hasPrefix(path + "/") else { return nil }
      let below = path.isEmpty ? String(place) : String(place.dropFirst(path.count + 1))
      return Entry(path: below, object: String(head[2]))
    }
  }

  /// The bytes of files, in their order.
  ///
  /// - Throws: `Failure` where git lacks one.
  func contents(of entries: [Entry]) throws -> [[UInt8]] {
    guard !entries.isEmpty else { return [] }
    let wanted = entries.map { $0.object + "\n" }.joined()
    guard let run = run(["cat-file", "--batch"], input: Array(wanted.utf8)), run.exitCode == 0
    else { throw Failure("git cannot read the files of a revision", "git 无法读取该版本中的文件") }
    var rest = run.output[...]
    return try entries.map { entry in
      // "<object> blob <size>\n<bytes>\n"
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
        let size = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ").last
          .flatMap({ Int($0) }),
        rest.distance(from: end, to: rest.endIndex) > size + 1
      else {
        throw Failure(
          "git lacks the file \"\(entry.path.terminalSafe)\" of a revision",
          "git 仓库中缺少该版本的文件“\(entry.path.terminalSafe)”")
      }
      let bytes = rest[(end + 1)..<(end + 1 + size)]
      rest = rest[(end + 2 + size)...]
      return Array(bytes)
    }
  }

  private func run(_ arguments: [String], input: [UInt8] = []) -> ProgramRun? {
    Self.run(program, arguments, in: folder, input: input)
  }

  private static func run(
    _ program: String, _ arguments: [String], in folder: String, input: [UInt8] = []
  ) -> ProgramRun? {
    ProgramRun(
      // A repository may name programs for fetching what it lacks; nothing is fetched.
      path: program, arguments: ["-c", "protocol.allow=never", "-C", folder] + arguments,
      environment: [
        "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
        "GIT_LITERAL_PATHSPECS": "1", "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "",
      ], input: input)
  }

  /// What git says itself, in the C locale that it runs in.
  private static func complaint(of run: ProgramRun?) -> Phrase {
    let line = run.map { String(decoding: $0.errors, as: UTF8.self) }?.split(separator: "\n").first
    guard let line else { return Phrase(verbatim: "") }
    let words = line.hasPrefix("fatal: ") ? line.dropFirst("fatal: ".count) : line
    return Phrase(": \(String(words).terminalSafe)", "（\(String(words).terminalSafe)）")
  }

  private static func joined(_ components: [String]) -> String {
    components.count == 1 ? components[0] : "/" + components.dropFirst().joined(separator: "/")
  }

  /// The first git on the path.
  private static var installed: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/git" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
