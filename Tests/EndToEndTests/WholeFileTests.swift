import Foundation
import Testing

/// A file that the command writes over is the old one or the new one, whatever happens meanwhile.
@Suite struct WholeFileTests {
  /// A chain file whose layout `format` changes, big enough that writing it takes a while.
  private static func untidyChain(linkCount: Int) -> String {
    let links = (0..<linkCount).map { link in
      "  link-\(link):\n    stage:   upstream\n    name:  {zh: 环节\(link), en: Link \(link)}\n"
    }
    return "name:   {zh: 链, en: Chain}\nchain:  x\nlinks:\n" + links.joined()
  }

  private static func run(_ line: String, in folder: TemporaryFolder) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line, Command.binary.path]
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test func `a kill at any moment leaves the old file or the new one`() throws {
    let folder = try TemporaryFolder()
    let old = Self.untidyChain(linkCount: 3000)
    try folder.write(old, to: "Chains/x.yaml")
    let path = folder.url.appendingPathComponent("Chains/x.yaml")
    let start = ContinuousClock.now
    #expect(try Self.run("exec \"$0\" format Chains", in: folder) == 0)
    var wait = ContinuousClock.now - start
    let new = try folder.text(of: "Chains/x.yaml")
    #expect(new != old)
    var newCount = 0
    let killCount = 24
    for kill in 1...killCount {
      try Data(old.utf8).write(to: path)
      let process = Process()
      process.executableURL = Command.binary
      process.arguments = ["format", "Chains"]
      process.currentDirectoryURL = folder.url
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(wait / .microseconds(1)))
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let found = try folder.text(of: "Chains/x.yaml")
      #expect(found == old || found == new, "after kill \(kill): \(found.utf8.count) bytes")
      if found == new { newCount += 1 }
      // Sooner after one that came too late, later after one that came too early: so most come about
      // when the file is written, however fast the machine is.
      wait = wait * (found == new ? 0.7 : 1.2)
    }
    // A kill leaves what was being written aside; it is no chain file, and the next run removes it.
    try Data(old.utf8).write(to: path)
    #expect(try Self.run("exec \"$0\" format Chains", in: folder) == 0)
    #expect(try folder.text(of: "Chains/x.yaml") == new)
    #expect(try folder.files().filter { $0.hasSuffix(".part") } == [])
    #expect(newCount < killCount)
  }

  @Test func `what a killed run has left of a file goes when the file is next written`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.untidyChain(linkCount: 1), to: "Chains/x.yaml")
    let ended = Process()
    ended.executableURL = URL(fileURLWithPath: "/bin/true")
    try ended.run()
    ended.waitUntilExit()
    let (dead, alive) = (ended.processIdentifier, ProcessInfo.processInfo.processIdentifier)
    let staying = [
      "Chains/x.yaml.\(alive).part", "Chains/y.yaml.\(dead).part", "Chains/x.yaml.\(dead).partial",
      "Chains/x.yaml..part", "Chains/x.yaml.-\(dead).part", "Chains/x.yaml.\(dead)x.part",
      "x.yaml.\(dead).part",
    ]
    for path in staying + ["Chains/x.yaml.\(dead).part"] { try folder.write("", to: path) }
    #expect(try Self.run("exec \"$0\" format Chains/x.yaml", in: folder) == 0)
    #expect(try folder.files() == (staying + ["Chains/x.yaml"]).sorted())
  }

  @Test func `a file that grows over a limit leaves the old one whole and nothing besides`() throws
  {
    let folder = try TemporaryFolder()
    let old = Self.untidyChain(linkCount: 3000)
    try folder.write(old, to: "Chains/x.yaml")
    let before = try folder.files()
    // 64 blocks of 512 bytes; the signal is ignored, so that the write fails as on a full disk.
    let code = try Self.run("trap '' XFSZ; ulimit -f 64; exec \"$0\" format Chains", in: folder)
    #expect(code == 2)
    #expect(try folder.text(of: "Chains/x.yaml") == old)
    #expect(try folder.files() == before)
  }

  @Test func `of many files none is replaced where one cannot be written`() throws {
    let folder = try TemporaryFolder()
    let nodes = (1...40).map { "\"c\($0)/l\"; " }.joined()
    try folder.write("digraph { \(nodes) }", to: "g.dot")
    let line = "exec \"$0\" import g.dot --every-chain --replace --force"
    #expect(try Self.run(line, in: folder) == 0)
    let large = (1...400).map { "\"c20/l\($0)\"; " }.joined()
    try folder.write("digraph { \(nodes) \(large) }", to: "g.dot")
    let before = try folder.files()
    let texts = try before.map { try folder.bytes(of: $0) }
    #expect(try Self.run("trap '' XFSZ; ulimit -f 16; \(line) --source x", in: folder) == 2)
    #expect(try folder.files() == before)
    #expect(try before.map { try folder.bytes(of: $0) } == texts)
    #expect(try Self.run("\(line) --source x", in: folder) == 0)
    #expect(try folder.text(of: "Chains/c7.yaml").contains("source: \"x\""))
  }

  @Test func `a full disk leaves the old file whole and nothing besides`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "disk/.keep")
    let disk = folder.url.appendingPathComponent("disk").path
    guard try Self.run("mount -t tmpfs -o size=400k tmpfs '\(disk)'", in: folder) == 0 else {
      print("no file system can be mounted here; the test of a full disk is skipped")
      return
    }
    defer { _ = try? Self.run("umount '\(disk)'", in: folder) }
    let old = Self.untidyChain(linkCount: 3000)
    try folder.write(old, to: "disk/Chains/x.yaml")
    let before = try folder.files()
    #expect(try Self.run("exec \"$0\" format disk/Chains", in: folder) == 2)
    #expect(try folder.text(of: "disk/Chains/x.yaml") == old)
    #expect(try folder.files() == before)
  }
}

/// What else stays as it was when a file is written over.
@Suite struct ReplacedFileTests {
  private static let untidy = "name:   {zh: 链, en: Chain}\nchain:  x\nlinks: {}\n"

  @Test func `the rights of a file stay, and a link leads on to the file that is written`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.untidy, to: "real.yaml")
    try folder.write("", to: "Chains/.keep")
    let files = FileManager.default
    let real = folder.url.appendingPathComponent("real.yaml").path
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: real)
    let link = folder.url.appendingPathComponent("Chains/x.yaml").path
    try files.createSymbolicLink(atPath: link, withDestinationPath: real)
    #expect(try Command.run("format", in: folder.url).exitCode == 0)
    #expect(try folder.text(of: "real.yaml") != Self.untidy)
    #expect(try files.destinationOfSymbolicLink(atPath: link) == real)
    let rights = try files.attributesOfItem(atPath: real)[.posixPermissions] as? Int
    #expect(rights == 0o600)
  }

  @Test func `a link planted where a file is written aside is not followed`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.untidy, to: "Chains/x.yaml")
    try folder.write("mine", to: "victim")
    // The shell's number becomes the command's, so that the name is known beforehand.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "ln -s ../victim Chains/x.yaml.$$.part; exec \"$0\" format >/dev/null",
      Command.binary.path,
    ]
    process.currentDirectoryURL = folder.url
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try folder.text(of: "victim") == "mine")
    #expect(try folder.text(of: "Chains/x.yaml") != Self.untidy)
    #expect(try folder.files().sorted() == ["Chains/x.yaml", "victim"])
  }
}
