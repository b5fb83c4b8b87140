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

  /// The files as they stand after mending.
  private(set) var sources: WorkspaceSources
  /// What was done, by file.
  private(set) var changes: [String: Change] = [:]

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
    for _ in 0..<Self.mostRounds {
      let fixes = [String: [Fix]](
        grouping: result.diagnostics.lazy.filter {
          $0.fix?.applicability == .certain
            && scope.contains($0.location?.file.path)
        }.compactMap { finding in
          finding.fix.map { (finding.location?.file.path ?? "", $0) }
        })
      guard let next = mended(by: fixes) else { return }
      let mended = checkWorkspace(next.sources)
      // A change that makes things worse was not what the author meant.
      guard mended.errorCount <= result.errorCount else { return }
      (self.sources, changes, result) = (next.sources, next.changes, mended)
    }
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
