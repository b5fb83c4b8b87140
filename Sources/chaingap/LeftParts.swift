import FoundationEssentials
import Glibc

/// What killed runs have left beside a file that they were about to replace: `firms.csv.4711.part`.
enum LeftParts {
  /// Removes the parts of a file whose writers have ended.
  ///
  /// Only files of exactly that name are touched, in the same folder; those of a run that is still
  /// going stay. O(entries of the folder).
  static func remove(beside place: String) {
    let slash = place.lastIndex(of: "/")
    let folder = slash.map { String(place[...$0]) } ?? "./"
    let name = slash.map { String(place[place.index(after: $0)...]) } ?? place
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for entry in entries {
      guard let writer = writer(of: entry, for: name), !isRunning(writer) else { continue }
      let path = folder + entry
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      unlink(path)
    }
  }

  /// The process that a part is of; `nil` where the entry is no part of the file.
  private static func writer(of entry: String, for name: String) -> pid_t? {
    guard entry.hasPrefix(name + "."), entry.hasSuffix(".part") else { return nil }
    let digits = entry.dropFirst(name.count + 1).dropLast(".part".count)
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let id = pid_t(digits), id > 0
    else { return nil }
    return id
  }

  private static func isRunning(_ process: pid_t) -> Bool {
    kill(process, 0) == 0 || errno != ESRCH
  }
}
