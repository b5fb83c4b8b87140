import ChainFiles
import Diagnostics
import FoundationEssentials

/// The folder that an import writes into, and what is there already.
struct ImportPlace {
  let folder: String
  /// What is there.
  private let sources: WorkspaceSources
  /// The names of the files that define chains.
  private var filesByChain: [String: String] = [:]
  /// The names of the folders of regions.
  private var foldersByRegion: [String: String] = [:]

  /// Reads the workspace in a folder, which need not be there yet.
  ///
  /// - Throws: `Failure` where a file of it cannot be read.
  init(folder: String) throws {
    self.folder = FilesOnDisk.shown(folder)
    let isThere = FilesOnDisk().isFolder(self.folder)
    sources =
      isThere ? try WorkspaceFolder(path: self.folder).sources() : WorkspaceSources(chains: [])
    func id(_ file: SourceFile, _ key: String) -> String? {
      TreeDocument(file).tree.flatMap { $0.id(key) }
    }
    for file in sources.chains {
      // Of two that define one chain, the file that is called as it.
      guard let id = id(file, "chain"), filesByChain[id] == nil || file.name == "\(id).yaml" else {
        continue
      }
      filesByChain[id] = file.name
    }
    for region in sources.regions {
      guard let file = region.region, let id = id(file, "region"),
        let name = region.folder.split(separator: "/").last.map(String.init),
        foldersByRegion[id] == nil || name == id
      else { continue }
      foldersByRegion[id] = name
    }
  }

  /// Where the content of a file goes: into the file that defines the chain, or the folder of the
  /// region, whatever they are called.
  ///
  /// - Throws: `Failure` where a chain would take the place of the settings.
  func path(for path: String) throws -> String {
    var parts = path.split(separator: "/").map(String.init)
    if parts.count == 3 {
      parts[1] = folderName(ofRegion: parts[1])
      return parts.joined(separator: "/")
    }
    guard path != WorkspaceSources.settingsFileName else {
      throw Failure(
        "a chain cannot have the id \"workspace\": its file would be that of the settings",
        "产业链编号不能是“workspace”，其文件与工作区设置文件同名",
        help: .init(
          "give it another id, with --chain or in the table chain",
          "请换一个编号：用 --chain 指定，或在 chain 表中修改"))
    }
    return filesByChain[String(path.dropLast(".yaml".count))] ?? path
  }

  private func folderName(ofRegion id: String) -> String { foldersByRegion[id] ?? id }

  /// The path of a file of the workspace, as findings have it.
  func place(of path: String) -> String { FilesOnDisk.shown("\(folder)/\(path)") }

  /// What a file would become.
  struct Change {
    let path: String
    let text: String
    /// What differs from the file that is there; `nil` where there is none.
    let changes: FileChanges?
    /// The chain or region file that is there.
    var before: FileTree?

    /// Whether the file says the same already.
    var isSame: Bool { changes?.isEmpty == true }
    /// Whether a file would be lost that says something else.
    var replacesOther: Bool { changes?.isEmpty == false }
  }

  /// Compares a file with what is there; `nil` where a table without rows would be new.
  ///
  /// - Throws: `Failure` where that cannot be read.
  func change(_ path: String, to content: ImportOutcome.Content) throws -> Change? {
    let place = place(of: path)
    let isThere = FileManager.default.fileExists(atPath: place)
    let old = isThere ? try ForeignFile.file(place) : nil
    switch content {
    case .tree(let tree):
      guard let old else { return Change(path: path, text: canonicalText(of: tree), changes: nil) }
      guard let before = TreeDocument(old).tree else {
        throw Failure(
          "cannot compare with \"\(place)\", which cannot be read",
          "“\(place)”无法读取，不能与之比较",
          help: .init(
            "run chaingap check, or move the file away", "请先运行 chaingap check，或将该文件移走"))
      }
      return Change(
        path: path, text: canonicalText(of: tree.keepingSpellings(of: before)),
        changes: FileChanges(from: before, to: tree), before: before)
    case .table(let text):
      if old == nil, text.firstIndex(of: "\n") == text.lastIndex(of: "\n") { return nil }
      guard let old else { return Change(path: path, text: text, changes: nil) }
      let new = TableVersion(SourceFile(path: place, text: text))
      let kept = new.flatMap { TableVersion(old)?.text(withRowsOf: $0) } ?? text
      return Change(
        path: path, text: kept, changes: FileChanges(fromTable: old.text, to: kept))
    }
  }

  /// The findings that sheets lack what a file in place has.
  ///
  /// - Throws: `Failure` where a table of the region cannot be read.
  func missingContent(of change: Change, in sheets: [ExchangeSheet]) throws -> [Diagnostic] {
    guard let before = change.before else { return [] }
    let parts = change.path.split(separator: "/").map(String.init)
    let tables =
      parts.count == 3
      ? RegionExchange.tables(
        of: before, files: try files(RegionExchange.fileNames, inFolder: parts[1])
      ).tables
      : ChainExchange.tables(of: before)
    return ExchangeTable.missingContent(of: tables, in: sheets)
  }

  /// The tables that a region has, by their names without the ending.
  ///
  /// - Throws: `Failure` where one cannot be read.
  func files(_ names: [String], ofRegion region: String) throws -> [String: SourceFile] {
    try files(names, inFolder: folderName(ofRegion: region))
  }

  private func files(_ names: [String], inFolder name: String) throws -> [String: SourceFile] {
    let region = place(of: "regions/\(name)")
    var files: [String: SourceFile] = [:]
    for name in names {
      let path = "\(region)/\(name).csv"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      files[name] = try ForeignFile.file(path)
    }
    return files
  }

  /// The regions that get files and have no `region.yaml`, without which nothing reads them.
  func regionsWithoutFile(_ changes: [Change]) -> [String] {
    let regions = changes.map { $0.path.split(separator: "/").map(String.init) }
      .filter { $0.count == 3 }.map { $0[1] }
    return Set(regions).sorted().filter { region in
      let path = "regions/\(region)/region.yaml"
      return !changes.contains { $0.path == path }
        && !FileManager.default.fileExists(atPath: place(of: path))
    }
  }

  /// What `check` would say of the workspace with changes put in place.
  struct Check {
    /// The errors in the changed files, and those that are new in others.
    let errors: [Diagnostic]
    /// How many other findings the changed files have.
    let otherCount: Int
    /// Whether a file without an error would get one, or another than the changed ones a new one.
    let breaks: Bool
    /// Whether a file that is there and not written would get an error that it does not have.
    let breaksOthers: Bool
  }

  /// Checks the workspace as it would be.
  func check(_ changes: [Change]) -> Check {
    let before = loadWorkspace(sources).diagnostics.filter { $0.severity == .error }
    var after = sources
    let changed = changes.filter { !$0.isSame }
    let places = Set(changed.map { place(of: $0.path) })
    after.chains.removeAll { places.contains($0.path) }
    for change in changed { after.put(change, at: place(of: change.path), in: folder) }
    let findings = loadWorkspace(after).diagnostics
    let own = findings.filter { finding in
      finding.location.map { places.contains($0.file.path) } == true
    }
    let ownErrors = own.filter { $0.severity == .error }
    // The text of the other files is the same, so that an old error stands where it stood.
    let known = Set(before.map(ErrorPlace.init))
    let others = findings.filter { finding in
      guard finding.severity == .error, let path = finding.location?.file.path else { return false }
      return !places.contains(path) && !known.contains(ErrorPlace(finding))
    }
    let faulty = Set(before.compactMap { $0.location?.file.path })
    return Check(
      errors: ownErrors + others,
      otherCount: own.count - ownErrors.count,
      breaks: !others.isEmpty
        || ownErrors.contains { $0.location.map { !faulty.contains($0.file.path) } == true },
      // A region's own file that is still to be written is no other file that breaks.
      breaksOthers: others.contains { finding in
        finding.location.map { FileManager.default.fileExists(atPath: $0.file.path) } == true
      })
  }

  /// What tells an error from others.
  private struct ErrorPlace: Hashable {
    let id: DiagnosticID
    let path: String?
    let range: SourceRange?

    init(_ finding: Diagnostic) {
      id = finding.id
      path = finding.location?.file.path
      range = finding.location?.range
    }
  }
}

extension WorkspaceSources {
  /// Puts a file beside the others; a file of a region takes the place of the one that is there.
  fileprivate mutating func put(
    _ change: ImportPlace.Change, at place: String, in folder: String
  ) {
    let file = SourceFile(path: place, text: change.text)
    let parts = change.path.split(separator: "/").map(String.init)
    guard parts.count == 3 else {
      chains.append(file)
      return
    }
    let path = "\(folder)/regions/\(parts[1])"
    if !regions.contains(where: { $0.folder == path }) {
      regions.append(RegionSources(folder: path, region: nil))
    }
    guard let index = regions.firstIndex(where: { $0.folder == path }) else { return }
    switch parts[2] {
    case "region.yaml": regions[index].region = file
    case "firms.csv": regions[index].firms = file
    case "prospects.csv": regions[index].prospects = file
    default: regions[index].peers = file
    }
  }
}
