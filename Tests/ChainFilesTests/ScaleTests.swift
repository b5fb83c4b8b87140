import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct ScaleTests {
  /// A chain of links that each buy from three others, with return flows that close cycles.
  private func source(linkCount: Int) -> SourceFile {
    var text = "chain: x\nname: X\nlinks:\n"
    for link in 0..<linkCount {
      text += "  l\(link):\n    name: {en: L, zh: 环}\n    stage: upstream\n    inputs:\n"
      for supplier in 1...3 where link >= supplier {
        text += "      l\(link - supplier): 0.1\n"
      }
      if link + 50 < linkCount { text += "      l\(link + 50): {share: 0.1, return: true}\n" }
    }
    return SourceFile(path: "x.yaml", text: text)
  }

  @Test func `ten thousand links are read without findings`() {
    let result = loadWorkspace(WorkspaceSources(chains: [source(linkCount: 10_000)]))
    #expect(result.diagnostics.isEmpty)
    #expect(result.workspace?.chains.first?.links.count == 10_000)
  }

  @Test func `a cycle of ten thousand links is found without recursion`() {
    let count = 10_000
    var links = "chain: x\nname: X\nlinks:\n"
    for link in 0..<count {
      let supplier = (link + 1) % count
      links += "  l\(link): {name: L, stage: upstream, inputs: {l\(supplier): 0.5}, "
      links += "variant_of: l\(supplier)}\n"
    }
    let file = SourceFile(path: "x.yaml", text: links)
    let found = loadWorkspace(WorkspaceSources(chains: [file])).diagnostics
    #expect(Set(found.map(\.id)) == [Rule.variantCycle.id, Rule.cycleWithoutReturn.id])
  }

  @Test func `of very many wrong names the rest is counted`() throws {
    let needs = [String](repeating: "a", count: 10_050).joined(separator: ", ")
    let file = SourceFile(
      path: "x.yaml",
      text: "chain: x\nname: X\nlinks:\n  l: {name: L, stage: upstream, needs: [\(needs)]}\n")
    let found = loadWorkspace(WorkspaceSources(chains: [file])).diagnostics
    #expect(found.count == 10_001)
    let rest = try #require(found.last)
    #expect(rest.message.english?.contains("50 more names") == true)
    #expect(rest.message.chinese?.contains("50 处") == true)
  }
}
