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

  @Test func `a file that is none of those merged is overwritten only when told`() throws {
    let folder = try folder()
    try folder.write("chain: other\n", to: "c.yaml")
    let arguments = ["merge", "a.yaml", "b.yaml", "--prefer", "a", "--into", "c.yaml"]
    let refused = try Command.run(arguments, in: folder.url)
    #expect(refused.exitCode == 2 && refused.errors.contains("--replace"))
    #expect(
      try Command.run(arguments + ["--language", "zh"], in: folder.url).errors
        .contains("已存在"))
    #expect(try folder.text(of: "c.yaml") == "chain: other\n")
    #expect(try Command.run(arguments + ["--replace"], in: folder.url).exitCode == 0)
    #expect(try folder.text(of: "c.yaml").contains("chain: x"))
    // Into one of its own is no loss, by whatever name it is called.
    let own = try Command.run(
      "merge", "a.yaml", "b.yaml", "--prefer", "b", "--into", "./a.yaml", in: folder.url)
    #expect(own.exitCode == 0 && own.output == "./a.yaml\n")
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
