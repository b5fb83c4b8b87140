import GapAnalysis
import IndustryChain
import Spreadsheet
import Testing

@testable import Reporting

@Suite struct TargetWorkbookTests {
  private static let list = TargetList(
    of: SmallRegion.analysis, robustness: SmallRegion.robustness)
  private static let workbook = TargetWorkbook(of: list).workbook()

  @Test func `the first sheet has every column of the list, under the same headings`() throws {
    let sheet = try #require(Self.workbook.sheets.first)
    #expect(sheet.columns.sorted() == TargetColumn.all.map(\.bilingualTitle).sorted())
    #expect(sheet.columns.first == "名次 Rank")
    #expect(sheet.rows.count == Self.list.targets.count + Self.list.bringToProduction.count)
  }

  @Test func `the points of a target's criteria add up to its score`() throws {
    let scores = try #require(Self.workbook.sheets.first { $0.name.hasSuffix("Scores") })
    for row in Self.list.targets {
      let points = scores.rows.filter {
        $0[2] == .text(row.name.bilingual) && $0[0] == .text(row.list.word.bilingual)
      }
      .compactMap { cells -> Double? in
        guard case .number(let points, .points) = cells.last else { return nil }
        return points
      }
      let sum = points.reduce(0, +)
      #expect(abs(sum - row.opportunity.assessment.score * 100) < 1e-3)
    }
  }

  @Test func `every row is as long as its heading, and a figure nobody knows is blank`() {
    for sheet in Self.workbook.sheets {
      #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count }, "\(sheet.name)")
    }
    #expect(Sheet.Value.figure(nil, .money) == .blank)
    #expect(Sheet.Value.figure(0.1 + 0.2, .money) == .number(0.3, .money))
  }

  @Test func `chains lead to their diagrams only where there are some`() {
    let hasLink: (Workbook) -> Bool = { workbook in
      workbook.sheets.contains {
        $0.rows.joined().contains { if case .link = $0 { true } else { false } }
      }
    }
    #expect(!hasLink(Self.workbook))
    let chains = SmallRegion.analysis.graph.chains
    let pictures = ReportPictures(
      chains: Dictionary(uniqueKeysWithValues: chains.map { ($0.id, "chains/\($0.id).svg") }))
    #expect(hasLink(TargetWorkbook(of: Self.list, pictures: pictures).workbook()))
  }

  @Test func `the file is made whatever stands in the data`() throws {
    #expect(try !Self.workbook.xlsx().isEmpty)
  }
}
