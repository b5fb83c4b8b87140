import Diagnostics
import FoundationEssentials
import Glibc

/// Where the files of a workspace are read from: the disk, or a commit.
protocol FileStore {
  /// Whether there is a folder at a path.
  func isFolder(_ path: String) -> Bool

  /// What lies in a folder and does not begin with a dot, sorted.
  func names(in folder: String) throws -> [String]

  /// The file at a path; `nil` where there is none.
  func file(_ path: String) throws -> SourceFile?
}

/// The files as they are on the disk.
struct FilesOnDisk: FileStore {
  func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw Failure("cannot read the folder \"\(folder)\"", "无法读取文件夹“\(folder)”")
    }
  }

  func file(_ path: String) throws -> SourceFile? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure.cannotRead(path, access(path, R_OK) == 0 ? nil : .systemReason)
    }
    return SourceFile(path: Self.shown(path), bytes: data)
  }

  /// A path without what says nothing: `./` in front or within, doubled slashes, one at the end.
  static func shown(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let rest = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + rest : rest.isEmpty ? "." : rest
  }
}
