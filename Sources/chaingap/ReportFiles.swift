import GapAnalysis
import IndustryChain
import Reporting

/// Makes every file of a report on a region.
struct ReportFiles {
  let findings: ReportFindings
  let diagrams: ReportDiagrams
  let room: DrawingRoom

  init(findings: ReportFindings, room: DrawingRoom) {
    self.init(
      findings: findings, diagrams: ReportDiagrams(of: findings.analysis, in: room), room: room)
  }

  /// A report whose diagrams are drawn already.
  init(findings: ReportFindings, diagrams: ReportDiagrams, room: DrawingRoom) {
    self.findings = findings
    self.diagrams = diagrams
    self.room = room
  }

  /// The files by their path in the report's folder; a picture that cannot be drawn costs the
  /// others nothing.
  ///
  /// - Throws: `Failure` where the workbook cannot be made.
  func made() throws -> [String: [UInt8]] {
    var files = findings.dataFiles().mapValues { Array($0.utf8) }
    files.merge(diagrams.files) { $1 }
    let names = diagrams.names
    for (language, name) in [(Language.chinese, "report.md"), (.english, "report.en.md")] {
      let report = RegionReport(on: findings, in: language, pictures: names)
      files[name] = Array(report.page().markdown().utf8)
    }
    files["targets.xlsx"] = try SpreadsheetFile.bytes(
      of: TargetWorkbook(of: findings.list, pictures: names))
    let page = WebReport(on: findings, diagrams: diagrams.webDiagrams())
    files["report.html"] = Array(try page.html().utf8)
    files.merge(try ProjectBookFiles.pages(of: findings.analysis, drawnIn: room)) { $1 }
    return files
  }
}
