import ChainFiles
import Diagnostics
import FoundationEssentials

/// The folder that an import writes into, and what is there already.
struct ImportPlace {
  let folder: String

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
    let place = "\(folder)/\(path)"
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
      return Change(
        path: path, text: text, changes: old.map { FileChanges(fromTable: $0.text, to: text) })
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
        of: before, files: try files(RegionExchange.fileNames, ofRegion: parts[1])
      ).tables
      : ChainExchange.tables(of: before)
    return ExchangeTable.missingContent(of: tables, in: sheets)
  }

  /// The tables that a region has, by their names without the ending.
  ///
  /// - Throws: `Failure` where one cannot be read.
  func files(_ names: [String], ofRegion region: String) throws -> [String: SourceFile] {
    var files: [String: SourceFile] = [:]
    for name in names {
      let path = "\(folder)/regions/\(region)/\(name).csv"
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
        && !FileManager.default.fileExists(atPath: "\(folder)/\(path)")
    }
  }

  /// What `check` would say of the workspace with changes put in place.
  struct Check {
    /// The errors in the changed files, and those that are new in others.
    let errors: [Diagnostic]
    /// How many other findings the changed files have.
    let otherCount: Int
    /// Whether a file without an error would get one.
    let breaks: Bool
  }

  /// Checks the workspace as it would be.
  ///
  /// - Throws: `Failure` where a file of the workspace cannot be read.
  func check(_ changes: [Change]) throws -> Check {
    var isFolder = false
    let isThere = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    let sources =
      isThere && isFolder
      ? try WorkspaceFolder(path: folder).sources() : WorkspaceSources(chains: [])
    let before = loadWorkspace(sources).diagnostics.filter { $0.severity == .error }
    var after = sources
    let changed = changes.filter { !$0.isSame }
    let places = Set(changed.map { "\(folder)/\($0.path)" })
    after.chains.removeAll { places.contains($0.path) }
    for change in changed { after.put(change, in: folder) }
    let findings = loadWorkspace(after).diagnostics
    let faulty = Set(before.compactMap { $0.location?.file.path })
    let errors = findings.filter { finding in
      guard finding.severity == .error, let path = finding.location?.file.path else { return false }
      return places.contains(path) || !faulty.contains(path)
    }
    return Check(
      errors: errors,
      otherCount: findings.count {
        $0.severity != .error && $0.location.map { places.contains($0.file.path) } == true
      },
      breaks: errors.contains { $0.location.map { !faulty.contains($0.file.path) } == true })
  }
}

extension WorkspaceSources {
  /// Puts a file beside the others; a file of a region takes the place of the one that is there.
  fileprivate mutating func put(_ change: ImportPlace.Change, in folder: String) {
    let file = SourceFile(path: "\(folder)/\(change.path)", text: change.text)
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
