import Foundation
import Testing

@Suite struct DiffTests {
  /// A workspace in a repository of its own, committed once.
  private static func repository() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.smallWorkspace()
    try git("init", "--quiet", "--initial-branch", "main", in: folder)
    try commit(folder)
    return folder
  }

  private static func commit(_ folder: TemporaryFolder) throws {
    try git("add", "--all", in: folder)
    try git(
      "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "commit",
      "--quiet", "--message", "state", in: folder)
  }

  private static func git(_ arguments: String..., in folder: TemporaryFolder) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = folder.url
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static let richer = smallChain.replacingOccurrences(
    of: "inputs: {alloy: 0.4}", with: "inputs: {alloy: 0.45}")

  @Test func `layout and comments are no difference, a share is`() throws {
    let folder = try Self.repository()
    let same = try Command.run("diff", in: folder.url)
    #expect(same.exitCode == 0)
    #expect(same.output == "What changes: HEAD → Chains\n\nNothing changes in meaning.\n")

    try folder.write("# a comment\n\n" + smallChain + "\n", to: "Chains/metal.yaml")
    #expect(try Command.run("diff", in: folder.url).exitCode == 0)

    try folder.write(Self.richer, to: "Chains/metal.yaml")
    let outcome = try Command.run("diff", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("Plan: 1 share changed"))
    #expect(outcome.output.contains("    ~ input Alloy (metal/alloy): share 0.4 → 0.45\n"))
    #expect(!outcome.output.contains("\u{1B}"))
    let chinese = try Command.run("diff", "--language", "zh", in: folder.url)
    #expect(chinese.output.contains("投入系数 0.4 → 0.45"))
    #expect(chinese.output.contains("对此地的影响"))
  }

  @Test func `versions of a chain that lie side by side are compared`() throws {
    let folder = try TemporaryFolder()
    try folder.write(smallChain, to: "versions/a.yaml")
    try folder.write(Self.richer, to: "versions/b.yaml")
    try folder.write(Self.richer, to: "versions/c.yaml")
    let outcome = try Command.run("diff", "versions/a.yaml", "versions/c.yaml", in: folder.url)
    #expect(outcome.exitCode == 1 && outcome.output.contains("Plan: 1 share changed"))
    for other in ["versions/b.yaml", "versions/c.yaml"] {
      #expect(try Command.run("diff", "versions/c.yaml", other, in: folder.url).exitCode == 0)
    }
  }

  @Test func `revisions, folders in them and single files are compared`() throws {
    let folder = try Self.repository()
    try folder.write(Self.richer, to: "Chains/metal.yaml")
    try Self.commit(folder)
    try folder.write(smallChain, to: "old.yaml")
    for arguments in [
      ["HEAD~1"], ["HEAD~1", "HEAD"], ["HEAD~1:Chains", "Chains"], ["HEAD~1:Chains/metal.yaml"],
      ["old.yaml", "Chains/metal.yaml"], ["HEAD~1:Chains/metal.yaml", "main:Chains/metal.yaml"],
    ] {
      let outcome = try Command.run(["diff"] + arguments, in: folder.url)
      #expect(outcome.exitCode == 1, "\(arguments)")
      #expect(outcome.output.contains("share 0.4 → 0.45"), "\(arguments)")
    }
    // The way back, from a folder below, with the path as it is named there.
    let back = try Command.run(
      "diff", "HEAD:.", "HEAD~1:.",
      in: folder.url.appendingPathComponent("Chains"))
    #expect(back.output.contains("share 0.45 → 0.4"))
  }

  @Test func `a table of firms is compared with the links around it`() throws {
    let folder = try Self.repository()
    try folder.write(
      "firm,name_zh,link,operating,output,source\nf1,一号厂,part,2020,300,年报 2021\n",
      to: "new.csv")
    let outcome = try Command.run(
      "diff", "Chains/regions/here/firms.csv", "new.csv", in: folder.url)
    // The host of the comparison is the second file, which no workspace has.
    #expect(outcome.exitCode == 2)
    let other = try Command.run(
      "diff", "new.csv", "Chains/regions/here/firms.csv", in: folder.url)
    #expect(other.exitCode == 1)
    #expect(other.output.contains("output a year: 300 million CNY → 200 million CNY"))
  }

  @Test func `a renamed link is told with what says so`() throws {
    let folder = try Self.repository()
    try folder.write(
      smallChain.replacingOccurrences(of: "alloy:", with: "steel:"), to: "Chains/metal.yaml")
    let outcome = try Command.run("diff", "--format", "markdown", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.contains(
        "- **→** **Alloy**: metal/alloy → metal/steel (same English name, same Chinese name"))
    #expect(outcome.output.contains("Plan: 1 link renamed."))
  }

  @Test func `JSON says the same`() throws {
    let folder = try Self.repository()
    try folder.write(Self.richer, to: "Chains/metal.yaml")
    let outcome = try Command.run("diff", "--format", "json", in: folder.url)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(json["schema"] as? String == "chaingap.diff/1")
    #expect((json["changes"] as? [Any])?.count == 1)
    #expect((json["regions"] as? [Any])?.count == 1)
  }

  @Test func `errors in a file are shown and nothing is compared`() throws {
    let folder = try Self.repository()
    try folder.write("chain: metal\n", to: "Chains/metal.yaml")
    let outcome = try Command.run("diff", in: folder.url)
    #expect(outcome.exitCode == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("--> Chains/metal.yaml:"))
    #expect(outcome.errors.contains("\"Chains\" cannot be compared"))
    // The side that is at fault is the one of the revision.
    try Self.commit(folder)
    try folder.write(smallChain, to: "Chains/metal.yaml")
    let other = try Command.run("diff", in: folder.url)
    #expect(other.exitCode == 2)
    #expect(other.errors.contains("--> HEAD:Chains/metal.yaml:"))
  }

  @Test func `what is no revision, no folder and no file is said, and is never an option`() throws {
    let folder = try Self.repository()
    for name in ["nowhere", "--output=stolen", "-x", "HEAD:nowhere", "nowhere:Chains", ":Chains"] {
      let outcome = try Command.run("diff", "--", name, in: folder.url)
      #expect(outcome.exitCode == 2, "\(name)")
      #expect(outcome.errors.contains("there is no "), "\(name): \(outcome.errors)")
    }
    #expect(!folder.exists("stolen"))
    let file = try Command.run("diff", "Chains/metal.yaml", in: folder.url)
    #expect(file.exitCode == 2 && file.errors.contains("chaingap diff HEAD:Chains/metal.yaml"))
    let mixed = try Command.run("diff", "Chains", "Chains/metal.yaml", in: folder.url)
    #expect(mixed.exitCode == 2 && mixed.errors.contains("a folder and a file"))
  }

  @Test func `outside of a repository revisions are refused and folders are not`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    try folder.write(Self.richer, to: "New/metal.yaml")
    let outcome = try Command.run(
      "diff", in: folder.url,
      environment: ["GIT_CEILING_DIRECTORIES": folder.url.deletingLastPathComponent().path])
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("cannot read a git repository around \"Chains\""))
    let folders = try Command.run("diff", "Chains", "New", in: folder.url)
    #expect(folders.exitCode == 1)
    #expect(folders.output.contains("- region Here (here): 1 firm"))
  }

  @Test func `the example in the documentation is what the command says`() throws {
    let page = try String(
      contentsOf: Checkout.folder.appendingPathComponent("Docs/Reviewing.md"), encoding: .utf8)
    let folder = try TemporaryFolder()
    var expected: Substring?
    // A block begins with its language and the file that it stands for; texts are what is printed.
    for block in page.split(separator: "```", omittingEmptySubsequences: false).enumerated()
    where !block.offset.isMultiple(of: 2) {
      let head = block.element.prefix { $0 != "\n" }.split(separator: " ")
      let text = block.element.drop { $0 != "\n" }.dropFirst()
      if head == ["text"] { expected = text }
      guard head.count == 2 else { continue }
      let isShared = head[1].hasPrefix("regions/")
      for path in isShared ? ["old/\(head[1])", "new/\(head[1])"] : [String(head[1])] {
        try folder.write(String(text), to: path)
      }
    }
    let outcome = try Command.run("diff", "old", "new", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output == expected.map { String($0) })
  }
}
