import Diagnostics
import FoundationEssentials
import Glibc
import IndustryChain

/// Where the files of a workspace are read from: the disk, or a commit.
protocol FileStore {
  /// Whether there is a folder at a path.
  func isFolder(_ path: String) -> Bool

  /// What lies in a folder and does not begin with a dot, sorted.
  func names(in folder: String) throws -> [String]

  /// The file at a path, perhaps with the obstacle to reading it; `nil` where there is none.
  func file(_ path: String) -> SourceFile?
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

  func file(_ path: String) -> SourceFile? {
    do throws(Obstacle) {
      return try Self.bytes(of: path).map { SourceFile(path: Self.shown(path), bytes: $0) }
    } catch {
      let reason = LocalizedText(english: error.reason.english, chinese: error.reason.chinese)
      return SourceFile(path: Self.shown(path), obstacle: reason)
    }
  }

  /// Why what is at a path cannot be read.
  struct Obstacle: Error {
    let reason: Phrase
  }

  /// The bytes of a file; `nil` where nothing is at the path.
  ///
  /// Pipes and devices are not read, since they may never end, or wait for somebody who writes.
  static func bytes(of path: String) throws(Obstacle) -> Data? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Obstacle(reason: .systemReason)
    }
    guard stat(path, &status) == 0 else {
      throw Obstacle(
        reason: errno == ENOENT
          ? Phrase("it is a link to what is not there", "它是链接，指向的文件不存在") : .systemReason)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw Obstacle(reason: .systemReason(EISDIR))
    default: throw Obstacle(reason: Phrase("it is a pipe or a device", "它是管道或设备，不是文件"))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Obstacle(reason: .systemReason(access(path, R_OK) == 0 ? EIO : errno))
    }
    return data
  }

  /// A path without what says nothing: `./` in front or within, doubled slashes, one at the end.
  static func shown(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let rest = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + rest : rest.isEmpty ? "." : rest
  }
}
