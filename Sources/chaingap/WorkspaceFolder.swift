import ChainFiles
import Diagnostics

/// A folder of chain files with a folder for each region.
struct WorkspaceFolder {
  /// The folder's path as the user named it.
  let path: String
  /// Where its files are read from.
  let files: any FileStore

  /// Reads every chain file and every region.
  ///
  /// - Throws: `Failure` where a folder cannot be listed; a file that cannot be read says so.
  func sources() throws -> WorkspaceSources {
    guard isFolder(path) else {
      throw Failure.noWorkspace(at: path)
    }
    let names = try names(in: path)
    let chains = names.filter { name in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        && name != WorkspaceSources.settingsFileName && !isFolder(joined(path, name))
    }
    let regionsPath = joined(path, "regions")
    let regions = isFolder(regionsPath) ? try self.names(in: regionsPath) : []
    let regionFolders = regions.map { joined(regionsPath, $0) }.filter(isFolder)
    let folders = names.map { joined(path, $0) }.filter(isFolder)
    var unread = names.filter(WorkspaceSources.looksForgotten).map { joined(path, $0) }
    for folder in regionFolders {
      unread += try self.names(in: folder).filter(RegionSources.looksForgotten)
        .map { joined(folder, $0) }
    }
    unread += folders.flatMap(misplaced)
    return WorkspaceSources(
      chains: try chains.map { try file(joined(path, $0)) },
      regions: regionFolders.map { folder in
        RegionSources(
          folder: folder,
          region: existingFile(joined(folder, "region.yaml")),
          firms: existingFile(joined(folder, "firms.csv")),
          prospects: existingFile(joined(folder, "prospects.csv")),
          peers: existingFile(joined(folder, "peers.csv")))
      },
      settings: existingFile(joined(path, WorkspaceSources.settingsFileName)),
      unread: unread.filter { !isFolder($0) })
  }

  /// The chain and region files of a folder where none are read; one that cannot be listed has none.
  private func misplaced(in folder: String) -> [String] {
    let names = (try? self.names(in: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .map { joined(folder, $0) }
      .filter { existingFile($0).map(WorkspaceSources.looksMisplaced) == true }
  }

  /// The folder that a file belongs to: the one it lies in, or for a region's files the one above
  /// `regions`.
  init(containing file: String, files: any FileStore = FilesOnDisk()) {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    parts.removeLast()
    if parts.count >= 2, parts[parts.count - 2] == "regions" { parts.removeLast(2) }
    path = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
    self.files = files
  }

  init(path: String, files: any FileStore = FilesOnDisk()) {
    self.path = path
    self.files = files
  }

  private func names(in folder: String) throws -> [String] { try files.names(in: folder) }

  private func existingFile(_ path: String) -> SourceFile? { files.file(path) }

  private func file(_ path: String) throws -> SourceFile {
    guard let file = files.file(path) else { throw Failure.cannotRead(path) }
    return file
  }

  private func isFolder(_ path: String) -> Bool { files.isFolder(path) }

  private func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
