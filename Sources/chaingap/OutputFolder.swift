import ChainFiles
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
    for name in files.keys.sorted() where isFolder(path + "/" + name) {
      throw Failure(
        "cannot replace \"\(path)/\(name)\": it is a folder",
        "无法替换“\(path)/\(name)”：它是文件夹", help: .init("move it away", "请先将其移走"))
    }
    let files = files.sorted { $0.key < $1.key }
    var pending: [PendingFile] = []
    var folders: Set<String> = []
    for (name, bytes) in files {
      let place = path + "/" + name
      let folder = String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)])
      if folders.insert(folder).inserted { try createFolder(folder) }
      // What a link leads to is replaced, not the link.
      let target = AtomicFile.resolved(place)
      pending.append(
        PendingFile(bytes: bytes, aside: target + ".\(getpid()).part", place: target))
    }
    LeftParts.remove(beside: pending.map(\.place))
    do {
      for file in pending {
        try AtomicFile.write(file.bytes, aside: file.aside, insteadOf: file.place) { _ in true }
      }
      // A disk syncs many files in little more time than one.
      try DiskThreads.forEach(pending) { try AtomicFile.sync($0.aside, insteadOf: $0.place) }
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

  /// Whether it is another folder or lies in it, through links, too.
  func isIn(_ other: String) -> Bool {
    func parts(_ path: String) -> [String] {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
    }
    return parts(path).starts(with: parts(other))
  }

  /// A new file that is written aside before it takes its place.
  private struct PendingFile: Sendable {
    let bytes: [UInt8]
    let aside: String
    let place: String
  }

  /// Those of some files that are not in the folder as they are.
  func differing(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
    files.filter { name, bytes in
      FileManager.default.contents(atPath: path + "/" + name).map { Array($0) != bytes } ?? true
    }
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
      throw Failure("cannot make the folder \"\(folder)\"", "无法建立文件夹“\(folder)”")
    }
  }
}

/// Files with results, which never take the place of what a person has written.
enum ResultFiles {
  /// Writes a file.
  ///
  /// - Throws: `Failure` where it would replace a file of a workspace, or cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try refuseDefinition(path)
    try AtomicFile.replace(path, with: bytes)
  }

  /// Writes files by their paths inside a folder.
  ///
  /// - Throws: `Failure` where one would replace a file of a workspace, or cannot be written.
  static func write(_ files: [String: [UInt8]], into folder: String) throws {
    for name in files.keys.sorted() { try refuseDefinition(folder + "/" + name) }
    try OutputFolder(path: folder).write(files)
  }

  /// No result is YAML, so that a file with that ending is a chain, a region or the settings; a table
  /// of a region lies below `regions`.
  private static func refuseDefinition(_ path: String) throws {
    let place = AtomicFile.resolved(path)
    guard FileManager.default.fileExists(atPath: place) else { return }
    let parts = place.split(separator: "/").map(String.init)
    let name = parts.last ?? ""
    let isTable = RegionExchange.fileNames.contains { "\($0).csv" == name }
    let isOfRegion = isTable && parts.dropLast(2).last == "regions"
    guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") || isOfRegion else { return }
    throw Failure(
      "\"\(path)\" is a file of a workspace, which a result would replace",
      "“\(path)”是工作区里的文件，不能用结果覆盖",
      help: .init("name another file", "请换一个文件名"))
  }
}

/// One file that is never seen half written.
enum AtomicFile {
  /// Replaces a file by new bytes.
  ///
  /// - Throws: `Failure` where it cannot be written; the old file is then as it was.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    guard !isStream(path) else { return try pour(bytes, into: path) }
    // What a link leads to is replaced, not the link.
    let place = resolved(path)
    let aside = place + ".\(getpid()).part"
    LeftParts.remove(beside: [place])
    do {
      try write(bytes, aside: aside, insteadOf: place) { fsync($0) == 0 }
      try rename(aside, to: place)
    } catch {
      remove(aside)
      throw error
    }
    Interruption.forget(file: aside)
  }

  /// Whether there is a pipe or a device at a path, which takes bytes and must stay what it is.
  private static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// The place that a path leads to through links, the path itself where nothing is there.
  fileprivate static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func pour(_ bytes: [UInt8], into path: String) throws {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(writing, path) }
    defer { close(file) }
    try write(bytes, to: file, called: path)
  }

  fileprivate static func remove(_ aside: String) {
    unlink(aside)
    Interruption.forget(file: aside)
  }

  /// Writes a file beside its place, with the rights that the old one there has; `finish` is done
  /// before the file is closed, and tells whether that went well.
  fileprivate static func write(
    _ bytes: [UInt8], aside: String, insteadOf place: String, finish: (Int32) -> Bool
  ) throws {
    var old = stat()
    let hasOld = stat(place, &old) == 0
    // A rename asks only for the folder's rights; the file's own count too.
    guard !hasOld || access(place, W_OK) == 0 else { throw failure(writing, place) }
    clear(aside)
    let file = Interruption.remember(file: aside) {
      open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    }
    guard file >= 0 else { throw failure(writing, place) }
    do {
      if hasOld { fchmod(file, old.st_mode & 0o7777) }
      try write(bytes, to: file, called: place)
    } catch {
      close(file)
      throw error
    }
    guard finish(file), close(file) == 0 else { throw failure(writing, place) }
  }

  /// Waits until a file that was written beside its place is on the disk.
  ///
  /// What failed in writing since is told here, since nobody has been told of it.
  fileprivate static func sync(_ aside: String, insteadOf place: String) throws {
    let file = open(aside, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw failure(writing, place) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(writing, place) }
  }

  /// Removes what somebody else's name for the file aside would be written into: a link, or what a
  /// killed process of the same number has left.
  private static func clear(_ aside: String) {
    var status = stat()
    guard lstat(aside, &status) == 0 else { return }
    if [S_IFREG, S_IFLNK].contains(status.st_mode & S_IFMT) { unlink(aside) }
  }

  private static func write(_ bytes: [UInt8], to file: Int32, called path: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure(writing, path) }
      rest = rest.dropFirst(written)
    }
  }

  fileprivate static func rename(_ aside: String, to path: String) throws {
    guard Glibc.rename(aside, path) == 0 else { throw failure(.init("replace", "替换"), path) }
  }

  private static func failure(_ verb: Phrase, _ path: String) -> Failure {
    let reason = Phrase.systemReason
    return Failure(
      "cannot \(verb.english) \"\(path)\": \(reason.english)",
      "无法\(verb.chinese)“\(path)”：\(reason.chinese)")
  }

  private static var writing: Phrase { Phrase("write", "写入") }
}
