import Foundation
import Testing

/// The texts of diagrams as a browser shows them; Tests/Browser/diagrams.py does the measuring.
@Suite(.needsBrowser) struct DiagramTextTests {
  /// Draws pictures into a folder, each under a name of its own.
  private func draw(
    _ pictures: [(name: String, arguments: [String])], languages: [String] = ["zh", "en", "both"],
    themes: [String] = ["light"], of workspace: URL = Checkout.folder, into folder: TemporaryFolder
  ) throws {
    for (name, arguments) in pictures {
      for language in languages {
        for theme in themes {
          let file = folder.url.appendingPathComponent("\(name).\(language).\(theme).svg").path
          let outcome = try Command.run(
            ["diagram"] + arguments + ["--language", language, "--theme", theme, "-o", file],
            in: workspace)
          #expect(outcome.exitCode == 0, "\(name) \(outcome.errors)")
        }
      }
    }
  }

  /// What is wrong with the pictures of a folder, by file.
  private func findings(in folder: TemporaryFolder) throws -> [String: [String]] {
    try BrowserEnvironment.findings(of: "diagrams.py", folder.url.path)
  }

  private static let folds: [(name: String, arguments: [String])] = [
    ("workspace", []), ("overview", ["--overview"]), ("stages", ["--fold", "stage"]),
    ("gaps", ["--gaps-only"]),
  ]

  @Test func `every text of the shipped diagrams stands in its place and stands out`() throws {
    let folder = try TemporaryFolder()
    let chains = ["lighter", "lithium-battery", "luggage", "pharmaceutical", "surface-treatment"]
    try draw(
      Self.folds + chains.map { ($0, [$0]) } + [
        ("focus", ["--focus", "electroplating"]), ("path", ["--path", "electroplating", "bag"]),
      ], into: folder)
    try draw(
      Self.folds + [("lithium-battery", ["lithium-battery"])], languages: ["both"],
      themes: ["dark", "print"], into: folder)
    for (picture, wrong) in try findings(in: folder).sorted(by: { $0.key < $1.key }) {
      #expect(wrong == [], "\(picture)")
    }
  }

  @Test func `names and numbers at their worst stay in their boxes`() throws {
    let workspace = try TemporaryFolder()
    try CrowdedWorkspace.write(to: workspace)
    let folder = try TemporaryFolder()
    try draw(
      Self.folds + [
        ("chain", ["crowded"]), ("guests", ["other"]), ("path", ["--path", "n0", "n6"]),
      ], of: workspace.url, into: folder)
    try draw(
      [("chain", ["crowded"])], languages: ["both"], themes: ["dark", "print"], of: workspace.url,
      into: folder)
    for (picture, wrong) in try findings(in: folder).sorted(by: { $0.key < $1.key }) {
      #expect(wrong == [], "\(picture)")
    }
  }

  @Test func `a name that is too long, a badge too small, a pale word are found`() throws {
    let drawn = try TemporaryFolder()
    try draw([("lighter", ["lithium-battery"])], languages: ["en"], into: drawn)
    let picture = try drawn.text(of: "lighter.en.light.svg")
    let folder = try TemporaryFolder()
    func plant(_ name: String, _ old: String, _ new: String) throws {
      #expect(picture.contains(old), "\(name)")
      try folder.write(picture.replacing(old, with: new, maxReplacements: 1), to: name + ".svg")
    }
    try plant("whole", ">Needle coke<", ">Needle coke<")
    try plant("long", ">Needle coke<", ">Needle coke of a length nobody foresaw<")
    try plant("badge", ">6</text>", ">666</text>")
    try plant("pale", "fill=\"#1b2733\">Needle coke<", "fill=\"#cccccc\">Needle coke<")
    let findings = try findings(in: folder)
    #expect(findings["whole.svg"] == [])
    #expect(findings["long.svg"]?.contains { $0.contains("its box") } == true)
    #expect(findings["badge.svg"]?.contains { $0.contains("\"666\" overflows its box") } == true)
    #expect(findings["pale.svg"]?.contains { $0.contains("stands out by 1.6") } == true)
  }
}
