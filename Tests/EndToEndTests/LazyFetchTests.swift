import Foundation
import Testing

@Suite struct LazyFetchTests {
  private static func run(_ line: String, in folder: TemporaryFolder) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-ec", line]
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test func `no program that a partial clone names for fetching is run`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    try folder.write("#!/bin/sh\ntouch '\(folder.url.path)/ran'\nexit 1\n", to: "fetch.sh")
    let armed = try Self.run(
      """
      chmod +x fetch.sh
      git init -q . && git add Chains
      git -c user.name=a -c user.email=a@b.c commit -qm first
      object=$(git rev-parse HEAD:Chains/metal.yaml)
      rm -f ".git/objects/$(echo $object | cut -c1-2)/$(echo $object | cut -c3-)"
      git config core.repositoryformatversion 1
      git config extensions.partialClone origin
      git config remote.origin.promisor true
      git config remote.origin.url ssh://x/y
      git config core.sshCommand "$PWD/fetch.sh"
      git cat-file -p HEAD:Chains/metal.yaml || true
      """, in: folder)
    try #require(armed == 0)
    // The trap works: git itself runs the program.
    try #require(folder.exists("ran"))
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("ran"))
    let outcome = try Command.run("diff", "HEAD", "--language", "en", in: folder.url)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("git lacks the file"))
    #expect(!folder.exists("ran"))
  }
}
