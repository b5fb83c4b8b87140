import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct TreeMergeTests {
  private func tree(_ text: String) throws -> FileTree {
    try #require(TreeDocument(SourceFile(path: "x", text: text)).tree)
  }

  private func merge(
    _ a: String, _ b: String, base: String? = nil, preferring side: TreeMerge.Side = .a
  ) throws -> TreeMerge {
    TreeMerge(try tree(a), try tree(b), base: try base.map(tree), preferring: side)
  }

  @Test func `links of both are kept, new ones where they stand in the second`() throws {
    let merge = try merge(
      "chain: x\nlinks:\n  a: {name: A}\n  c: {name: C}\n",
      "chain: x\nlinks:\n  z: {name: Z}\n  a: {name: A}\n  b: {name: B}\n  c: {name: C}\n")
    #expect(merge.conflicts.isEmpty)
    guard case .map(let links)? = merge.tree.root["links"] else { return #expect(Bool(false)) }
    #expect(links.entries.map(\.key) == ["z", "a", "b", "c"])
  }

  @Test func `links that follow none of both stand after the first's own`() throws {
    func keys(_ a: String, _ b: String) throws -> [String] {
      let texts = [a, b].map { keys in
        "chain: x\nlinks:\n" + keys.map { "  \($0): {name: N}\n" }.joined()
      }
      let links = try merge(texts[0], texts[1]).tree.root["links"]
      return links?.entries.map(\.key) ?? []
    }
    #expect(try keys("a", "b") == ["a", "b"])
    #expect(try keys("ac", "bc") == ["a", "b", "c"])
    #expect(try keys("cad", "cbd") == ["c", "b", "a", "d"])
  }

  @Test func `what both say in different ways is no conflict`() throws {
    let merge = try merge(
      "chain: x\nname: 打火石\nlinks:\n  a: {inputs: {b: 0.10, c: }, plant: {output: 50}, needs: [s, t]}\n",
      "chain: x\nname: Flint\nlinks:\n  a: {inputs: {b: {share: 0.1, source: s}, c: 0.2}, "
        + "plant: {output: 0.5亿元}, needs: [t, u]}\n")
    #expect(merge.conflicts.isEmpty)
    #expect(
      canonicalText(of: merge.tree) == """
        chain: x
        name: {en: Flint, zh: 打火石}
        links:
          a:
            inputs:
              c: 0.2
              b: {share: 0.10, source: "s"}
            plant: {output: 50}
            needs: [s, t, u]

        """)
  }

  @Test func `what both say differently is a conflict with both places`() throws {
    let texts = [
      "chain: x\nlinks:\n  a:\n    stage: upstream\n", "chain: x\nlinks: {a: {stage: midstream}}\n",
    ]
    let merge = try merge(texts[0], texts[1])
    #expect(merge.conflicts.map(\.path) == [["links", "a", "stage"]])
    let findings = merge.findings(
      in: SourceFile(path: "a.yaml", text: texts[0]),
      and: SourceFile(path: "b.yaml", text: texts[1]))
    #expect(
      findings.map(\.message.english) == [
        "\"links → a → stage\" is \"upstream\" here and \"midstream\" in b.yaml"
      ])
    #expect(findings.first?.location?.range?.start == SourcePosition(line: 4, column: 12))
    #expect(
      findings.first?.notes.first?.location?.range?.start == SourcePosition(line: 2, column: 20))
    let other = try self.merge(texts[0], texts[1], preferring: .b)
    #expect(canonicalText(of: other.tree).contains("stage: midstream"))
  }

  @Test func `with a base only what both changed is a conflict, and removals hold`() throws {
    let base = "chain: x\nlinks:\n  a: {name: A, stage: upstream}\n  b: {name: B}\n  c: {name: C}\n"
    let a = "chain: x\nlinks:\n  a: {name: A, stage: midstream}\n  c: {name: C1}\n"
    let b = "chain: x\nlinks:\n  a: {name: Aa, stage: upstream}\n  b: {name: B}\n  c: {name: C2}\n"
    let merge = try merge(a, b, base: base)
    #expect(merge.conflicts.map(\.path) == [["links", "c", "name"]])
    #expect(
      canonicalText(of: merge.tree)
        == "chain: x\nlinks:\n  a:\n    name: Aa\n    stage: midstream\n  c:\n    name: C1\n")
    let removed = try self.merge(base, "chain: x\nlinks:\n  a: {name: A}\n", base: base)
    #expect(removed.conflicts.isEmpty)
    let fought = try self.merge(a, base.replacing("name: B", with: "name: B2"), base: base)
    #expect(fought.conflicts.map(\.path) == [["links", "b"]])
  }

  @Test func `comments of both are kept, each once`() throws {
    let merge = try merge(
      "# yaml-language-server: $schema=a\n# both\n# ours\nchain: x # id\nlinks:\n  # group\n  a: {name: A}\n  # end\n",
      "# yaml-language-server: $schema=b\n# both\n# theirs\nchain: x # the id\nlinks:\n  # other\n  a: {name: A}\n"
    )
    #expect(
      canonicalText(of: merge.tree) == """
        # yaml-language-server: $schema=a
        # both
        # ours
        # theirs
        # the id
        chain: x  # id
        links:
          # group
          # other
          a:
            name: A
          # end

        """)
  }

  @Test func `generated files merge with themselves into themselves`() throws {
    for seed in UInt64(0)..<200 {
      let text = GeneratedFile(seed: seed).text
      let merge = try merge(text, text)
      #expect(merge.conflicts.isEmpty, "seed \(seed)")
      #expect(
        meaning(.map(merge.tree.root)) == meaning(.map(try tree(text).root)), "seed \(seed)")
    }
  }

  @Test func `generated files merge into what one of them says, with the comments of both`() throws
  {
    for seed in UInt64(0)..<200 {
      let texts = [GeneratedFile(seed: seed).text, GeneratedFile(seed: seed + 1000).text]
      let trees = try texts.map(tree)
      for side in TreeMerge.Side.allCases {
        let merge = try merge(texts[0], texts[1], preferring: side)
        let text = canonicalText(of: merge.tree)
        let result = FormattedFile(SourceFile(path: "x", text: text))
        #expect(result.text == text, "seed \(seed)\n\(text)")
        let comments = Set(merge.tree.comments)
        #expect(Set(trees[0].comments + trees[1].comments) == comments, "seed \(seed)\n\(text)")
        // Merged once more with the preferred side, nothing changes and nothing is in conflict.
        let again = TreeMerge(merge.tree, trees[side == .a ? 0 : 1])
        #expect(again.conflicts.isEmpty, "seed \(seed) \(again.conflicts)")
        #expect(meaning(.map(again.tree.root)) == meaning(.map(merge.tree.root)), "seed \(seed)")
      }
    }
  }
}
