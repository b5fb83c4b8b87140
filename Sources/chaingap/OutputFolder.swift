import FoundationEssentials
import Glibc

/// Writes files so that each is either the old one or the whole new one.
///
/// All new files are written aside and synced first; only when every one is complete do they take
/// the places of the old, so a full disk or a kill on the way leaves the old ones whole.
struct OutputFolder {
  let path: String

  /// Writes files by their path inside the folder, in the order of the paths.
  ///
  /// - Throws: `Failure` where the folder or a file cannot be written; what was written aside is
  ///   then removed.
  func write(_ files: [String: [UInt8]]) throws {
    var pending: [(aside: String, place: String)] = []
    for name in files.keys.sorted() where isFolder(path + "/" + name) {
      throw Failure("cannot replace \"\(path)/\(name)\": it is a folder", help: "move it away")
    }
    do {
      for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
        let place = path + "/" + name
        let folder = String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)])
        try createFolder(folder)
        let aside = place + ".\(getpid()).part"
        pending.append((aside, place))
        try AtomicFile.writeSynced(bytes, to: aside)
      }
      // A stop meanwhile would leave a report of two days.
      try Interruption.uninterrupted {
        for file in pending { try AtomicFile.rename(file.aside, to: file.place) }
      }
    } catch {
      for file in pending { AtomicFile.remove(file.aside) }
      throw error
    }
    for file in pending { Interruption.forget(file: file.aside) }
  }

  /// Files in the folder, at any depth, that are not among the given ones, sorted.
  func others(than names: some Sequence<String>) -> [String] {
    let known = Set(names)
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return all.filter { !known.contains($0) && !isFolder(path + "/" + $0) }.sorted()
  }

  private func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  private func createFolder(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure("cannot make the folder \"\(folder)\"")
    }
  }
}

/// One file that is never seen half written.
enum AtomicFile {
  /// Replaces a file by new bytes.
  ///
  /// - Throws: `Failure` where it cannot be written; the old file is then as it was.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    let aside = path + ".\(getpid()).part"
    do {
      try writeSynced(bytes, to: aside)
      try rename(aside, to: path)
    } catch {
      remove(aside)
      throw error
    }
    Interruption.forget(file: aside)
  }

  fileprivate static func remove(_ aside: String) {
    unlink(aside)
    Interruption.forget(file: aside)
  }

  fileprivate static func writeSynced(_ bytes: [UInt8], to path: String) throws {
    Interruption.remember(file: path)
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure("write", path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let failure = failure("write", path)
        close(file)
        throw failure
      }
      rest = rest.dropFirst(written)
    }
    guard fsync(file) == 0, close(file) == 0 else { throw failure("write", path) }
  }

  fileprivate static func rename(_ aside: String, to path: String) throws {
    guard Glibc.rename(aside, path) == 0 else { throw failure("replace", path) }
  }

  private static func failure(_ verb: String, _ path: String) -> Failure {
    Failure("cannot \(verb) \"\(path)\": \(String(cString: strerror(errno)))")
  }
}
