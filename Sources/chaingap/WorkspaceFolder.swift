import ChainFiles
import Diagnostics
import FoundationEssentials
import Glibc

/// A folder of chain files with a folder for each region.
struct WorkspaceFolder {
  /// The folder's path as the user named it.
  let path: String

  /// Reads every chain file and every region.
  ///
  /// - Throws: `Failure` where the folder or a file in it cannot be read.
  func sources() throws -> WorkspaceSources {
    guard isFolder(path) else {
      throw Failure(
        "there is no folder \"\(path)\"",
        help: "name the folder of your chain files, or run in the folder above Chains/")
    }
    let chains = try names(in: path).filter { name in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        && name != WorkspaceSources.settingsFileName && !isFolder(joined(path, name))
    }
    let regionsPath = joined(path, "regions")
    let regions = isFolder(regionsPath) ? try names(in: regionsPath) : []
    return WorkspaceSources(
      chains: try chains.map { try file(joined(path, $0)) },
      regions: try regions.map { joined(regionsPath, $0) }.filter(isFolder).map { folder in
        RegionSources(
          folder: folder,
          region: try existingFile(joined(folder, "region.yaml")),
          firms: try existingFile(joined(folder, "firms.csv")),
          prospects: try existingFile(joined(folder, "prospects.csv")),
          peers: try existingFile(joined(folder, "peers.csv")))
      },
      settings: try existingFile(joined(path, WorkspaceSources.settingsFileName)))
  }

  /// The folder that a file belongs to: the one it lies in, or for a region's files the one above
  /// `regions`.
  init(containing file: String) {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    parts.removeLast()
    if parts.count >= 2, parts[parts.count - 2] == "regions" { parts.removeLast(2) }
    path = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
  }

  init(path: String) {
    self.path = path
  }

  private func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw Failure("cannot read the folder \"\(folder)\"")
    }
  }

  private func existingFile(_ path: String) throws -> SourceFile? {
    FileManager.default.fileExists(atPath: path) ? try file(path) : nil
  }

  private func file(_ path: String) throws -> SourceFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        access(path, R_OK) == 0
          ? "cannot read \"\(path)\""
          : "cannot read \"\(path)\": \(String(cString: strerror(errno)))")
    }
    // A path that begins with "./" says no more than one without.
    let shown = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return SourceFile(path: shown, bytes: data)
  }

  private func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  private func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
