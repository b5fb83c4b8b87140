import Foundation
import Testing

@Suite struct ApostropheTests {
  @Test(arguments: ["'=1+1", "''x", "'", "'a", "=1+1", "+86"])
  func `a name that begins like a formula or a guard comes back from a workbook as it was`(
    _ name: String
  ) throws {
    let folder = try TemporaryFolder()
    let text =
      "chain: x\nname: {en: \"\(name)\", zh: 链}\nlinks:\n  a:\n    name: {en: A, zh: \"\(name)\"}\n"
      + "    stage: upstream\n"
    try folder.write(text, to: "Chains/x.yaml")
    #expect(try Command.run("export", "x", "-o", "x.xlsx", in: folder.url).exitCode == 0)
    let outcome = try Command.run("import", "x.xlsx", "--into", "back", in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try Command.run("diff", "Chains", "back", in: folder.url).exitCode == 0)
  }
}
