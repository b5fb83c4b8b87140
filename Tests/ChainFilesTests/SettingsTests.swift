import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct SettingsTests {
  private let lone = SourceFile(
    path: "x.yaml",
    text: "chain: x\nname: {en: X, zh: 甲}\nlinks:\n  a: {name: {en: A, zh: 乙}, stage: upstream}\n")

  private func check(_ settings: String) -> LoadResult {
    checkWorkspace(
      WorkspaceSources(
        chains: [lone], settings: SourceFile(path: "workspace.yaml", text: settings)))
  }

  @Test(arguments: [
    ("", [Severity.warning]), ("severities: {isolated-link: note}", [.note]),
    ("severities: {isolated-link: error}", [.error]), ("severities: {isolated-link: off}", []),
    ("oldest_estimate_years: 3\n", [.warning]),
  ])
  func `a workspace weighs its findings`(_ text: String, _ expected: [Severity]) {
    let result = check(text)
    #expect(result.diagnostics.map(\.severity) == expected)
    #expect(result.workspace != nil)
  }

  @Test(arguments: [
    ("severities: {isolated-lnk: note}", "unknown-rule"),
    ("severities: {unknown-link: note}", "lowered-error"),
    ("severities: {unknown-link: off}", "lowered-error"),
    ("severities: {isolated-link: loud}", "unknown-value"),
    ("severity: {}", "unknown-key"), ("oldest_estimate_years: five", "bad-number"),
    ("[", "yaml-syntax"),
  ])
  func `what the file says wrongly is told`(_ text: String, _ id: String) {
    #expect(check(text).diagnostics.map(\.id.rawValue).contains(id))
  }

  @Test func `an error may stay one by name`() {
    #expect(check("severities: {unknown-link: error}").diagnostics.count == 1)
  }

  @Test func `a younger limit finds more estimates`() {
    let chain = SourceFile(
      path: "x.yaml",
      text: lone.text.replacing(
        "links:", with: "figures: {as_of: 2018, source: {en: s, zh: 源}}\nlinks:")
        + "  b: {name: {en: B, zh: 丙}, stage: downstream, inputs: {a: 0.3}}\n")
    let region = RegionSources(
      folder: "r",
      region: SourceFile(
        path: "region.yaml", text: "region: r\nname: {en: R, zh: 丁}\ndate: 2021-01-26\n"))
    func ids(_ years: Int) -> [String] {
      checkWorkspace(
        WorkspaceSources(
          chains: [chain], regions: [region],
          settings: SourceFile(path: "workspace.yaml", text: "oldest_estimate_years: \(years)\n"))
      ).diagnostics.map(\.id.rawValue)
    }
    #expect(ids(3) == [])
    #expect(ids(2) == ["old-estimate"])
  }
}
