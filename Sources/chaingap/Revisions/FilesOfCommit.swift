import Diagnostics

/// The files at or under a path as a commit has them.
struct FilesOfCommit: FileStore {
  /// The revision as the user wrote it, which stands before every path that is shown.
  private let revision: String
  private let files: [String: [UInt8]]
  private let folders: Set<String>

  /// Reads the files of a workspace, or one file, from a revision.
  ///
  /// - Parameters:
  ///   - path: A folder or file, as it would be named in the work tree.
  ///   - revision: What git calls a revision.
  /// - Throws: `Failure` where there is no repository, no such revision, or nothing at the path in it.
  init(at path: String, of revision: String) throws {
    let repository = try GitRepository(around: path)
    let entries = try repository.entries(of: try repository.commit(revision))
      .filter { Self.mayMatter($0.path) }
    guard !entries.isEmpty else {
      throw Failure(
        "there is no \"\(path)\" in the revision \"\(revision)\"",
        "版本“\(revision)”中没有“\(path)”",
        help: .init(
          "name the path it had then: \(revision):PATH", "请写当时的路径：\(revision):路径"))
    }
    let contents = try repository.contents(of: entries)
    var files: [String: [UInt8]] = [:]
    var folders: Set<String> = [Self.key(path)]
    for (entry, bytes) in zip(entries, contents) {
      guard !entry.path.isEmpty else {
        files[Self.key(path)] = bytes
        folders = []
        continue
      }
      let place = Self.key(Self.joined(path, entry.path))
      files[place] = bytes
      var folder = place[...]
      for _ in 1..<max(1, entry.path.split(separator: "/").count) {
        guard let slash = folder.lastIndex(of: "/") else { break }
        folder = folder[..<slash]
        folders.insert(String(folder))
      }
    }
    self.revision = revision
    self.files = files
    self.folders = folders
  }

  /// Whether a path is a file of the commit and no folder.
  func isFile(_ path: String) -> Bool { files[Self.key(path)] != nil }

  func isFolder(_ path: String) -> Bool { folders.contains(Self.key(path)) }

  func names(in folder: String) throws -> [String] {
    let key = Self.key(folder)
    let prefix = key.isEmpty ? "" : key + "/"
    let names = folders.union(files.keys).compactMap { path -> String? in
      guard path.hasPrefix(prefix), path.count > prefix.count else { return nil }
      let rest = path.dropFirst(prefix.count)
      return rest.contains("/") ? nil : String(rest)
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  func file(_ path: String) -> SourceFile? {
    let key = Self.key(path)
    return files[key].map { SourceFile(path: revision + ":" + key, bytes: $0) }
  }

  /// What a workspace can have: files in its folder and in those of regions; a repository has more.
  private static func mayMatter(_ path: String) -> Bool {
    let depth = path.split(separator: "/").count
    return depth <= 1 || (depth == 3 && path.hasPrefix("regions/"))
  }

  /// A path without what says nothing: "./" before it, a slash behind it; empty for the folder itself.
  private static func key(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path == "." ? "" : String(path)
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
