import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct CellOriginTests {
  /// A sheet of a workbook.
  private func sheet(_ name: String, _ rows: [[String]]) -> ExchangeSheet {
    ExchangeSheet(name: name, path: "books/电池.xlsx", cells: rows)
  }

  private func cells(_ sheets: [ExchangeSheet], _ rule: Rule) throws -> [String] {
    let outcome = try #require(ImportOutcome(definition: sheets))
    var sources = WorkspaceSources(chains: [])
    var region = RegionSources(folder: "regions/r", region: nil)
    for (path, content) in outcome.files {
      switch content {
      case .tree(let tree):
        let file = SourceFile(path: path, text: canonicalText(of: tree))
        if path.hasSuffix("region.yaml") {
          region.region = file
        } else {
          sources.chains.append(file)
        }
      case .table(let text): region.firms = SourceFile(path: path, text: text)
      }
    }
    if region.region != nil { sources.regions = [region] }
    let paths = Set(outcome.files.keys)
    let findings = loadWorkspace(sources).diagnostics.filter { $0.id == rule.id }
    return CellOrigins(sheets).moved(findings, inFiles: paths).flatMap {
      $0.notes.compactMap(\.message.chinese)
    }
  }

  private let chain = [["key", "value", "en", "zh"], ["chain", "a"], ["name", "", "A", "甲"]]

  @Test func `an unknown supplier is told at its name`() throws {
    let sheets = [
      sheet("chain 产业链", chain), sheet("links", [["link", "stage"], ["c", "downstream"]]),
      sheet("inputs", [["link", "supplier", "share"], ["c", "nothing", "0.5"]]),
    ]
    #expect(try cells(sheets, .unknownLink) == ["位于 电池.xlsx › inputs › B2"])
  }

  @Test func `a share, a plant's figure and a reference are told at their cells`() throws {
    func found(_ rule: Rule, land: String = "3", inputs: [[String]]) throws -> String? {
      try cells(
        [
          sheet("chain 产业链", chain),
          sheet(
            "links",
            [
              ["name_zh", "link", "stage", "land_mu"], ["乙", "b", "upstream", land],
              ["丙", "c", "downstream", ""],
            ]), sheet("inputs", [["link", "supplier", "share"]] + inputs),
        ], rule
      ).first
    }
    #expect(
      try found(.shareOutOfRange, inputs: [["c", "b", "5.5"]]) == "位于 电池.xlsx › inputs › C2")
    #expect(
      try found(.unknownLink, inputs: [["c", "b", ""], ["c", "nobody", ""]])
        == "位于 电池.xlsx › inputs › B3")
    #expect(try found(.badNumber, land: "much", inputs: []) == "位于 电池.xlsx › links › D2")
  }

  @Test func `paths lead to the cells that hold them`() {
    func origin(_ path: String, inChain isChain: Bool = true) -> CellOrigin? {
      CellOrigin(of: path.split(separator: " ").map(String.init), inChain: isChain)
    }
    #expect(origin("links b stage") == CellOrigin("links", ["link": "b"], ["stage"]))
    #expect(origin("links b plant jobs") == CellOrigin("links", ["link": "b"], ["jobs"]))
    #expect(
      origin("links b plant grade") == CellOrigin("links", ["link": "b"], ["plant_grade"]))
    #expect(
      origin("links b plant jobs grade")
        == CellOrigin("figures", ["link": "b", "figure": "jobs"], ["grade"]))
    #expect(
      origin("links b processed_by a/c as_of")
        == CellOrigin("inputs", ["link": "b", "supplier": "a/c"], ["as_of", "supplier"]))
    #expect(
      origin("links b codes gb4754")
        == CellOrigin("codes", ["link": "b", "classification": "gb4754"], ["code"]))
    #expect(origin("name", inChain: false)?.table == "region")
    #expect(
      origin("final_demand a/b", inChain: false)
        == CellOrigin("figures", ["figure": "final_demand", "name": "a/b"], ["value"]))
    #expect(origin("provides 2", inChain: false)?.number == 2)
    #expect(origin("ranking weights chain_value", inChain: false)?.row["key"] == "chain_value")
    #expect(origin("unheard") == nil && origin("") == nil)
  }
}
