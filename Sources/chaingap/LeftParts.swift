import FoundationEssentials
import Glibc

/// What killed runs have left beside a file that they were about to replace: `firms.csv.4711.part`.
enum LeftParts {
  /// Removes the parts of files whose writers have ended.
  ///
  /// Only files of exactly those names are touched, in the same folders; those of a run that is still
  /// going stay. O(files + entries of their folders): each folder is listed once.
  static func remove(beside places: [String]) {
    var names: [String: Set<String>] = [:]
    for place in places {
      let slash = place.lastIndex(of: "/")
      let folder = slash.map { String(place[...$0]) } ?? "./"
      let name = slash.map { String(place[place.index(after: $0)...]) } ?? place
      names[folder, default: []].insert(name)
    }
    for (folder, names) in names {
      for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        guard let part = part(entry), names.contains(part.name), !isRunning(part.writer) else {
          continue
        }
        let path = folder + entry
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
        unlink(path)
      }
    }
  }

  /// The file and the process that an entry is a part of; `nil` where it is none.
  private static func part(_ entry: String) -> (name: String, writer: pid_t)? {
    guard entry.hasSuffix(".part") else { return nil }
    let stem = entry.dropLast(".part".count)
    guard let dot = stem.lastIndex(of: ".") else { return nil }
    let digits = stem[stem.index(after: dot)...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let id = pid_t(digits), id > 0
    else { return nil }
    return (String(stem[..<dot]), id)
  }

  private static func isRunning(_ process: pid_t) -> Bool {
    kill(process, 0) == 0 || errno != ESRCH
  }
}
