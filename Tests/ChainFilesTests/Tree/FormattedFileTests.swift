import Diagnostics
import Foundation
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct FormattedFileTests {
  private func formatted(_ text: String) -> FormattedFile {
    FormattedFile(SourceFile(path: "x.yaml", text: text))
  }

  @Test(arguments: 0..<20)
  func `generated files keep values and comments, and formatting twice is formatting once`(
    _ block: UInt64
  ) throws {
    for seed in (block * 60)..<(block * 60 + 60) {
      let file = GeneratedFile(seed: seed)
      let result = formatted(file.text)
      #expect(result.diagnostics.map(\.message.english) == [], "seed \(seed)\n\(file.text)")
      guard let text = result.text else { continue }
      let tree = try #require(TreeDocument(SourceFile(path: "x", text: text)).tree)
      #expect(meaning(.map(tree.root)) == meaning(.map(file.values)), "seed \(seed)")
      #expect(tree.comments == file.comments.sorted(), "seed \(seed)\n\(file.text)\n\(text)")
      #expect(formatted(text).text == text, "seed \(seed)\n\(file.text)")
      #expect(!text.contains("\r") && !text.contains(" \n") && !text.contains("\n\n\n"))
    }
  }

  @Test func `the reader gets the same out of generated files before and after`() throws {
    for seed in UInt64(5000)..<5200 {
      let file = SourceFile(path: "x.yaml", text: GeneratedFile(seed: seed).text)
      let text = try #require(FormattedFile(file).text)
      let ids = [file, SourceFile(path: "x.yaml", text: text)].map { file in
        loadWorkspace(WorkspaceSources(chains: [file])).diagnostics.map(\.message.english).sorted {
          ($0 ?? "") < ($1 ?? "")
        }
      }
      #expect(ids[0] == ids[1], "seed \(seed)")
    }
  }

  @Test func `mutated files are laid out faithfully or left alone`() throws {
    var generator = SeededGenerator(state: 7)
    let pieces = Array("&*[]{}:,\"'\n-?|>#%! \t~锂\r".unicodeScalars)
    for seed in UInt64(0)..<600 {
      var scalars = Array(GeneratedFile(seed: seed).text.unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<scalars.count, using: &generator)
        let piece = try #require(pieces.randomElement(using: &generator))
        if Bool.random(using: &generator) {
          scalars[place] = piece
        } else {
          scalars.insert(piece, at: place)
        }
      }
      let result = formatted(String(String.UnicodeScalarView(scalars)))
      #expect((result.text == nil) == !result.diagnostics.isEmpty)
      if let text = result.text { #expect(formatted(text).text == text, "seed \(seed)\n\(text)") }
    }
  }

  @Test func `the layout is the one of the documentation`() {
    let text = """
      # Lighters,   as an example.

      name: {zh: "打火机", en: 'Lighter'}
      chain:   lighter     # the id
      # 上游

      links: {
        flint: {stage: upstream, name: Flint}, # sparks

        # 下游
        lighter: {name: yes, inputs: {flint: 0.02, 'gas': {source: trade press, share: '0.1'}, valve: }, codes: {gb4754: 4119, hs: "9613"}} }


      """
    #expect(
      formatted(text).text == """
        # Lighters,   as an example.

        chain: lighter  # the id
        name: {en: Lighter, zh: 打火机}
        # 上游

        links:
          flint:  # sparks
            name: Flint
            stage: upstream

          # 下游
          lighter:
            name: "yes"
            inputs:
              gas: {share: 0.1, source: "trade press"}
              flint: 0.02
              valve:
            codes: {gb4754: "4119", hs: "9613"}

        """)
  }

  @Test func `a key may be as long as an author likes`() {
    let key = String(repeating: "key", count: 20)
    let text = "chain: x\n\(key): 1\n"
    #expect(formatted(text).text == text)
  }

  @Test func `comments beside neighbouring lines are aligned`() {
    let text =
      "chain: x # a\nname: {zh: 锂电池} # b\nlinks:\n  a: # c\n    name: A\n    stage: upstream # d\n"
    #expect(
      formatted(text).text == """
        chain: x            # a
        name: {zh: 锂电池}  # b
        links:
          a:  # c
            name: A
            stage: upstream  # d

        """)
  }

  @Test func `a comment at the end of a link stays in the link`() {
    let text = """
      links:
        a:
          name: A
          # the end of a
        # above b
        b:
          name: B
          needs:
          - x
          # above the note
          note: M
        # the end of the links
      # the end of the file

      """
    #expect(
      formatted("chain: x\n" + text).text
        == "chain: x\n" + text.replacing("needs:\n    - x", with: "needs: [x]"))
  }

  @Test(arguments: [
    ("a: &a 1\n", "yaml-alias"), ("a: *a\n", "yaml-alias"), ("a: !!str 1\n", "not-formatted"),
    ("%YAML 1.2\n---\na: 1\n", "not-formatted"), ("a: 1\n...\n", "not-formatted"),
    ("a: 1\n---\nb: 1\n", "yaml-syntax"), ("a: 1\na: 2\n", "not-formatted"),
    ("- a\n", "not-formatted"), ("word\n", "not-formatted"), ("a: [\n", "yaml-syntax"),
  ])
  func `what cannot be kept is left alone and named`(_ text: String, _ id: String) {
    let result = formatted(text)
    #expect(result.text == nil)
    #expect(result.diagnostics.map(\.id.rawValue) == [id])
    for finding in result.diagnostics where finding.id.rawValue == "not-formatted" {
      #expect(finding.message.chinese != nil && finding.help?.chinese != nil)
    }
  }

  @Test(arguments: ["", "\n", "# only a comment\n"])
  func `a file without values keeps its comments`(_ text: String) {
    #expect(formatted(text).text == (text.hasPrefix("#") ? text : ""))
  }

  @Test func `the shipped files say the same in the layout`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Chains")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(names.count > 5)
    let files = try names.map { name in
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return SourceFile(path: name, text: text)
    }
    let laidOut = try files.map { file in
      SourceFile(path: file.path, text: try #require(FormattedFile(file).text))
    }
    let workspaces = [files, laidOut].map { files in
      loadWorkspace(
        WorkspaceSources(
          chains: files.filter { !$0.path.contains("/") && $0.path != "workspace.yaml" })
      ).workspace
    }
    let chains = try workspaces.map { try #require($0).chains.map(sorted) }
    #expect(chains[0] == chains[1])
    for file in laidOut { #expect(FormattedFile(file).text == file.text) }
  }

  /// A chain whose inputs stand in no order of their own.
  private func sorted(_ chain: Chain) -> Chain {
    var chain = chain
    for index in chain.links.indices {
      chain.links[index].inputs.sort { "\($0)" < "\($1)" }
    }
    return chain
  }
}

/// What a value says, in words that do not depend on the order of keys.
func meaning(_ value: TreeValue) -> String {
  switch value {
  case .blank: return "-"
  case .scalar(let scalar):
    let isFlag = scalar.style == .plain && ["true", "false"].contains(scalar.text)
    return isFlag ? scalar.text : scalar.text.debugDescription
  case .map(let map):
    let entries = map.entries.map { $0.key.debugDescription + ":" + meaning($0.value) }.sorted()
    return "{" + entries.joined(separator: ",") + "}"
  case .list(let list):
    return "[" + list.items.map { meaning($0.value) }.joined(separator: ",") + "]"
  }
}
