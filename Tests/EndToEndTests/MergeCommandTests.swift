import Foundation
import Testing

@Suite struct MergeCommandTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("# ours\nchain: x\nlinks:\n  a: {name: A, stage: upstream}\n", to: "a.yaml")
    try folder.write(
      "# theirs\nchain: x\nlinks:\n  a: {name: A, stage: midstream}\n  b: {name: B}\n",
      to: "b.yaml")
    return folder
  }

  @Test func `conflicts are shown with both places and nothing is written`() throws {
    let folder = try folder()
    let outcome = try Command.run("merge", "a.yaml", "b.yaml", "--into", "c.yaml", in: folder.url)
    #expect(outcome.exitCode == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("error[merge-conflict]: \"links → a → stage\""))
    #expect(
      outcome.errors.contains("--> a.yaml:4:23") && outcome.errors.contains("--> b.yaml:4:23"))
    #expect(!folder.exists("c.yaml"))
  }

  @Test(arguments: [("a", "upstream"), ("b", "midstream")])
  func `a preferred side resolves them`(_ side: String, _ stage: String) throws {
    let folder = try folder()
    let outcome = try Command.run(
      "merge", "a.yaml", "b.yaml", "--into", "c.yaml", "--prefer", side, in: folder.url)
    #expect(outcome.exitCode == 0 && outcome.output == "c.yaml\n")
    #expect(
      try folder.text(of: "c.yaml") == """
        # ours
        # theirs
        chain: x
        links:
          a:
            name: A
            stage: \(stage)
          b:
            name: B

        """)
  }

  @Test func `what only one has changed since the base is taken`() throws {
    let folder = try folder()
    try folder.write("chain: x\nlinks:\n  a: {name: A, stage: upstream}\n", to: "old.yaml")
    let outcome = try Command.run(
      "merge", "a.yaml", "b.yaml", "--base", "old.yaml", "--into", "-", in: folder.url)
    #expect(outcome.exitCode == 0 && outcome.output.contains("stage: midstream"))
  }

  @Test func `different chains and unreadable files cannot be merged`() throws {
    let folder = try folder()
    try folder.write("chain: y\n", to: "c.yaml")
    try folder.write("chain: [\n", to: "d.yaml")
    for (file, words) in [
      ("c.yaml", "the same chain"), ("d.yaml", "yaml-syntax"), ("e", "cannot read"),
    ] {
      let outcome = try Command.run("merge", "a.yaml", file, "--into", "o.yaml", in: folder.url)
      #expect(outcome.exitCode == 2 && outcome.errors.contains(words))
    }
    #expect(!folder.exists("o.yaml"))
  }
}
