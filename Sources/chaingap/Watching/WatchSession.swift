import Diagnostics
import FoundationEssentials
import GapAnalysis
import IndustryChain
import Reporting
import TerminalText

/// Writes reports anew after each look at the files, and says so in a few lines.
final class WatchSession {
  private let output: String
  private let region: String?
  private let room: DrawingRoom
  private let robustness: RobustnessOptions
  private let language: Language
  private var analyses: [RegionID: Analysis] = [:]
  /// Whether the last look at readable files found errors.
  private var wasBroken = false

  init(
    output: String, region: String?, room: DrawingRoom, robustness: RobustnessOptions,
    language: Language
  ) {
    self.output = output
    self.region = region
    self.room = room
    self.robustness = robustness
    self.language = language
  }

  /// Tells what a look has found, and brings the reports up to date where they can be.
  func handle(_ look: WorkspaceWatch.Look) {
    switch look.finding {
    case .unreadable(let failure):
      tell(
        say(
          "读取失败：\(failure.message.chinese.terminalSafe)；保留上一次的报告",
          "cannot read: \(failure.message.english.terminalSafe); the last report stays"))
    case .broken:
      // All of them, for the reader may have mended one of two.
      let errors = look.diagnostics.filter { $0.severity == .error }
      wasBroken = true
      show(errors)
      tell(
        say(
          "\(errors.count)个错误；保留上一次的报告",
          "\(errors.count) error\(errors.count == 1 ? "" : "s"); the last report stays"))
    case .unchanged:
      tellNew(look)
      tell(say("没有实质变化", "nothing changes in meaning"))
    case .changed(let before, let after):
      if before != nil { tellNew(look) }
      update(from: before, to: after, look)
    }
  }

  /// Shows what a look has found for the first time.
  ///
  /// After errors only how many there are: nothing odd was looked for beside them, and whoever
  /// mended them did not write all that.
  private func tellNew(_ look: WorkspaceWatch.Look) {
    defer { wasBroken = false }
    wasBroken ? tellCounts(look) : show(look.newDiagnostics)
  }

  /// Tells how many warnings and notes there are; they are an old story.
  private func tellCounts(_ look: WorkspaceWatch.Look) {
    let summary = DiagnosticSummary(of: look.diagnostics, fileCount: look.fileCount)
    guard summary.warningCount + summary.noteCount > 0 else { return }
    let counts = [(summary.warningCount, "个警告", "warning"), (summary.noteCount, "个提示", "note")]
      .filter { $0.0 > 0 }
    tell(
      say(
        counts.map { "\($0.0)\($0.1)" }.joined(separator: "、") + "，可用 chaingap check 查看",
        counts.map { "\($0.0) \($0.2)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
          + "; see them with: chaingap check"))
  }

  private func update(from before: Workspace?, to after: Workspace, _ look: WorkspaceWatch.Look) {
    let regions = after.regions.filter { region == nil || $0.id.rawValue == region }
    let new = Dictionary(regions.map { ($0.id, Analysis(of: $0, in: after)) }) { first, _ in first }
    var edited: Set<ChainID> = []
    if let before {
      let changes = WorkspaceChanges(from: before, to: after)
      edited = changes.chains
      let effects = before.regions.compactMap { old in
        analyses[old.id].flatMap { analysis in
          new[changes.id(after: old.id)].map {
            RegionChanges(from: analysis, to: $0, by: changes)
          }
        }
      }
      let report = ChangeReport(
        of: changes, from: .init(name: "", workspace: before),
        to: .init(name: "", workspace: after), in: effects)
      tell(report.line(in: language).terminalSafe)
    } else {
      tell(
        say(
          "监视中：\(look.fileCount)个文件，\(regions.count)个区域；Ctrl-C 结束",
          "watching \(look.fileCount) files, \(regions.count) region\(regions.count == 1 ? "" : "s");"
            + " Ctrl-C ends"))
      wasBroken = false
      tellCounts(look)
    }
    analyses = new
    if regions.isEmpty {
      tell(say("没有可写报告的区域", "there is no region to report on"))
    }
    for region in regions {
      guard let analysis = new[region.id] else { continue }
      do {
        try write(analysis, in: after, editing: edited, since: look.start)
      } catch let failure as Failure {
        Console.error(Console.notice(.error, failure.message, help: nil, in: language))
      } catch {
        Console.error(
          Console.notice(.error, Phrase(verbatim: "\(error)"), help: nil, in: language))
      }
    }
    room.forgetUnused()
  }

  /// The diagrams, for they are what a writer looks at, then everything else.
  ///
  /// Those of the chains that were edited come first of all.
  private func write(
    _ analysis: Analysis, in workspace: Workspace, editing chains: Set<ChainID>,
    since start: ContinuousClock.Instant
  ) throws {
    let folder = OutputFolder(path: output + "/" + analysis.region.id.rawValue)
    var beforeLayout: Duration?
    room.onLayout = { beforeLayout = beforeLayout ?? .now - start }
    defer { room.onLayout = nil }
    let diagrams = ReportDiagrams(of: analysis, in: room, first: chains)
    let pictures = folder.differing(diagrams.files)
    try folder.write(pictures)
    let others = workspace.regions.filter { $0.id != analysis.region.id }
      .map { RegionProfile.region(analyses[$0.id] ?? Analysis(of: $0, in: workspace)) }
    let findings = ReportFindings(
      on: analysis, robustness: robustness.robustness(of: analysis), comparedWith: others)
    let files = try ReportFiles(findings: findings, diagrams: diagrams, room: room).made()
    let rest = folder.differing(files)
    try folder.write(rest)
    let count = pictures.count + rest.count
    let layout = beforeLayout.map { milliseconds($0) }
    tell(
      "  " + folder.path.terminalSafe
        + say(
          "：更新\(count)个文件，用时\(milliseconds(.now - start))毫秒"
            + (layout.map { "（布局前\($0)毫秒）" } ?? ""),
          ": \(count) file\(count == 1 ? "" : "s") in \(milliseconds(.now - start)) ms"
            + (layout.map { " (\($0) ms before layout)" } ?? "")))
  }

  private func milliseconds(_ duration: Duration) -> Int { Int(duration / .milliseconds(1)) }

  private func show(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let colours = Console.hasColours(onTerminal: Console.errorIsTerminal)
    Console.errorFragment(
      TerminalRenderer(palette: colours ? .ansi : .plain, language: language).render(diagnostics))
  }

  private func tell(_ line: String) { Console.write(line + "\n") }

  private func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }
}
