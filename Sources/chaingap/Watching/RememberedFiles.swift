import Diagnostics
import FoundationEssentials
import Glibc

/// The files on the disk, of which only those are read that are others than at the last look.
final class RememberedFiles: FileStore {
  /// What tells one state of a file from another without reading it.
  private struct Signature: Equatable {
    let device: UInt
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int
    let changeSeconds: Int
    let changeNanoseconds: Int

    init?(of path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
      size = Int(status.st_size)
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
      (changeSeconds, changeNanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
    }
  }

  private let disk = FilesOnDisk()
  private var files: [String: (signature: Signature, file: SourceFile)] = [:]
  private var asked: Set<String> = []
  private(set) var readCount = 0

  func isFolder(_ path: String) -> Bool { disk.isFolder(path) }

  func names(in folder: String) throws -> [String] { try disk.names(in: folder) }

  func file(_ path: String) -> SourceFile? {
    guard let signature = Signature(of: path) else { return disk.file(path) }
    asked.insert(path)
    if let known = files[path], known.signature == signature { return known.file }
    guard let file = disk.file(path) else { return nil }
    readCount += 1
    // What was written while it was read is read again at the next look.
    if Signature(of: path) == signature {
      files[path] = (signature, file)
    } else {
      files[path] = nil
    }
    return file
  }

  /// Ends a look: what it did not ask for is forgotten.
  func endLook() {
    files = files.filter { asked.contains($0.key) }
    asked = []
  }
}
