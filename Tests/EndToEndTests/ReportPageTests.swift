import Foundation
import Testing

/// The report's page as a browser shows it; Tests/Browser/report_page.py does the reading.
@Suite(.needsBrowser) struct ReportPageTests {
  private static let checks: Set<String> = [
    "loads", "shows_names_as_text", "obeys_its_policy", "tells_the_story", "dates_what_changed",
    "sorts", "filters", "explains", "switches_language", "draws_plots", "stays_quick",
    "selects_from_diagram", "lights_neighbours", "zooms", "keeps_contrast", "remembers_its_view",
    "goes_back_and_forward", "remembers_its_zoom", "folds_its_details", "is_labelled", "prints",
    "reads_without_script", "fits_a_telephone",
  ]

  @Test func `the shipped region's page holds, with a firm called like a script in it`() throws {
    let folder = try TemporaryFolder()
    let chains = folder.url.appendingPathComponent("Chains")
    try FileManager.default.copyItem(
      at: Checkout.folder.appendingPathComponent("Chains"), to: chains)
    let firm = "<script>alert(1)</script>"
    let table = "Chains/regions/dalong/prospects.csv"
    let rows = try folder.text(of: table)
    // Wherever the table names this firm, a script stands instead.
    #expect(rows.contains("山河智能"))
    try folder.write(rows.replacing("山河智能", with: firm), to: table)
    let outcome = try Command.run("report", in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let page = folder.url.appendingPathComponent("Reports/dalong/report.html").path
    let findings = try BrowserEnvironment.findings(of: "report_page.py", page, firm)
    #expect(Set(findings.keys) == Self.checks)
    for (check, wrong) in findings.sorted(by: { $0.key < $1.key }) {
      #expect(wrong == [], "\(check)")
    }
  }
}
