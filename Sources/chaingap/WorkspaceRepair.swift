import ChainFiles
import Diagnostics
import FoundationEssentials
import IndustryChain

/// Mends what is certain in the files of a workspace, and leaves everything else in them as it is.
struct WorkspaceRepair {
  /// One file that was mended.
  struct Change {
    let path: String
    /// What was done to it, in the order of the text.
    var titles: [LocalizedText] = []
  }

  /// A file whose fixes were left, since they would bring an error.
  struct Refusal {
    let path: String
    let error: Diagnostic
  }

  /// The files as they stand after mending.
  private(set) var sources: WorkspaceSources
  /// What was done, by file.
  private(set) var changes: [String: Change] = [:]
  /// What was left, by file.
  private(set) var refusals: [String: Refusal] = [:]

  /// Mending can bring new findings to light, such as values under a key that is now known.
  private static let mostRounds = 10

  /// Works out what to change; nothing is written yet.
  ///
  /// - Parameters:
  ///   - sources: The files as they were read.
  ///   - scope: The files that may change.
  init(_ sources: WorkspaceSources, in scope: FileScope) {
    self.sources = sources
    decode(in: scope)
    var result = checkWorkspace(self.sources)
    var rounds = 0
    // A round that changes nothing leaves the fixes of a file, so that they come to an end.
    while rounds < Self.mostRounds {
      let fixes = [String: [Fix]](
        grouping: result.diagnostics.filter {
          $0.fix?.applicability == .certain
            && scope.contains($0.location?.file.path)
            && refusals[$0.location?.file.path ?? ""] == nil
        }.compactMap { finding in
          finding.fix.map { (finding.location?.file.path ?? "", $0) }
        })
      guard let next = mended(by: fixes) else { return }
      let mended = checkWorkspace(next.sources)
      // A change that makes things worse was not what the author meant.
      let left = Self.refusals(of: fixes.keys, after: mended, insteadOf: result)
      guard left.isEmpty else {
        for refusal in left { refusals[refusal.path] = refusal }
        continue
      }
      rounds += 1
      (self.sources, changes, result) = (next.sources, next.changes, mended)
    }
  }

  /// The files that have more errors for their fixes, or all of them where errors have come elsewhere.
  private static func refusals(
    of paths: some Collection<String>, after mended: LoadResult, insteadOf result: LoadResult
  ) -> [Refusal] {
    let old = result.errorsByFile
    let new = mended.errorsByFile
    func newError(in file: String?) -> Diagnostic? {
      let (errors, known) = (new[file, default: []], old[file, default: []])
      guard errors.count > known.count else { return nil }
      let messages = Set(known.map(\.message))
      return errors.first { !messages.contains($0.message) } ?? errors.last
    }
    let own = paths.compactMap { path in
      newError(in: path).map { Refusal(path: path, error: $0) }
    }
    guard own.isEmpty, mended.errorCount > result.errorCount,
      let error = mended.diagnostics.lazy.compactMap({ newError(in: $0.location?.file.path) }).first
    else { return own }
    return paths.map { Refusal(path: $0, error: error) }
  }

  /// Writes the files that changed, each as a whole or not at all.
  ///
  /// - Throws: `Failure` where a file cannot be written or is no longer what was read.
  func write(over old: WorkspaceSources) throws {
    let before = Dictionary(
      old.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for file in sources.files where changes[file.path] != nil {
      guard let bytes = FileManager.default.contents(atPath: file.path).map(Array.init),
        let read = before[file.path], SourceFile(path: file.path, bytes: bytes) == read
      else {
        throw Failure(
          "\"\(file.path)\" has changed meanwhile", "“\(file.path)”刚被其他程序改动",
          help: .init("run the command again", "请重新运行命令"))
      }
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      try AtomicFile.replace(
        file.path, with: (bytes.starts(with: mark) ? mark : []) + Array(file.text.utf8))
    }
  }

  /// Takes files that are GBK or UTF-16 for what they are.
  private mutating func decode(in scope: FileScope) {
    for file in sources.files
    where file.firstInvalidPosition != nil && scope.contains(file.path) {
      guard let bytes = FileManager.default.contents(atPath: file.path),
        let (text, encoding) = TextDecoding.decoded(Array(bytes))
      else { continue }
      sources = sources.replacing(SourceFile(path: file.path, text: text))
      changes[file.path, default: Change(path: file.path)].titles.append(
        LocalizedText(
          english: "save as UTF-8 instead of \(encoding.name)",
          chinese: "由 \(encoding.name) 转存为 UTF-8"))
    }
  }

  /// The state after one round, `nil` where nothing is left to change.
  private func mended(by fixes: [String: [Fix]]) -> Self? {
    var next = self
    for file in sources.files {
      guard let own = fixes[file.path] else { continue }
      let (text, applied) = file.text.applying(own)
      guard !applied.isEmpty, text != file.text else { continue }
      next.sources = next.sources.replacing(SourceFile(path: file.path, text: text))
      next.changes[file.path, default: Change(path: file.path)].titles += applied.map {
        own[$0].title
      }
    }
    return next.sources == sources ? nil : next
  }
}

extension LoadResult {
  fileprivate var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// The errors by the path of their file, `nil` for those of no file.
  fileprivate var errorsByFile: [String?: [Diagnostic]] {
    [String?: [Diagnostic]](
      grouping: diagnostics.filter { $0.severity == .error }, by: { $0.location?.file.path })
  }
}

extension Dictionary where Key == String, Value == [Fix] {
  fileprivate init(grouping pairs: some Sequence<(String, Fix)>) {
    self.init(pairs.map { ($0, [$1]) }, uniquingKeysWith: +)
  }
}

extension WorkspaceSources {
  /// The same files, but for one that has another text now.
  fileprivate func replacing(_ file: SourceFile) -> Self {
    func new(_ old: SourceFile) -> SourceFile { old.path == file.path ? file : old }
    return WorkspaceSources(
      chains: chains.map(new),
      regions: regions.map { region in
        RegionSources(
          folder: region.folder, region: region.region.map(new), firms: region.firms.map(new),
          prospects: region.prospects.map(new), peers: region.peers.map(new))
      },
      settings: settings.map(new), unread: unread)
  }
}
