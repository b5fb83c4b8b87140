public import GapAnalysis
public import IndustryChain

/// The ranked opportunities of a region: whom to recruit (招商目标), and which signed projects to
/// bring to production (促投产).
///
/// One table of columns, `TargetColumn.all`, drives every format.
public struct TargetList: SheetDocument {
  /// What the list is drawn from.
  public let analysis: Analysis
  /// How far its ranks hold, where that was drawn.
  public let robustness: Robustness?
  /// What it shows.
  public let filter: TargetFilter
  let targets: [TargetRow]
  let bringToProduction: [TargetRow]
  /// The opportunities that the limit leaves out.
  private let leftOut: (targets: Int, commitments: Int)

  /// Lists the opportunities of an analysis; linear in the shown ones and what touches them.
  public init(
    of analysis: Analysis, robustness: Robustness? = nil, filter: TargetFilter = TargetFilter()
  ) {
    self.analysis = analysis
    self.robustness = robustness
    self.filter = filter
    let targets = analysis.targets.filter(filter.admits)
    let commitments = analysis.commitments.filter(filter.admits)
    let limit = max(0, filter.limit ?? .max)
    self.targets = targets.prefix(limit).map {
      TargetRow($0, in: .target, of: analysis, standing: robustness?.telling(of: $0.index))
    }
    bringToProduction = commitments.prefix(limit).map {
      TargetRow($0, in: .bringToProduction, of: analysis)
    }
    leftOut = (
      targets.count - self.targets.count, commitments.count - bringToProduction.count
    )
  }

  /// The links that a need rules out, as rows without rank and score.
  private var blockedRows: [TargetRow] {
    analysis.blocked.map(\.opportunity).filter(filter.admits).map {
      TargetRow($0, in: .blocked, of: analysis)
    }
  }

  /// Comma-separated values for Excel: both lists and the blocked links, headings and words in both
  /// languages.
  public func csv() -> String {
    let columns = TargetColumn.all
    let head = columns.map { CSVText.Field.text($0.bilingualTitle) }
    let rows = (targets + bringToProduction + blockedRows).map { row in
      columns.map { $0.cell(row).field }
    }
    return CSVText.file([head] + rows)
  }

  /// Both lists as tables under headings, for a terminal or as Markdown.
  public func page(in language: Language) -> Page {
    let wording = Wording(language)
    let region = wording.text(analysis.region.name)
    let day = wording.date(analysis.day)
    return Page(
      [
        .heading(
          1,
          Prose(wording.say("\(region)招商目标清单（\(day)）", "Recruitment targets of \(region), \(day)")))
      ] + notes(wording) + targetBlocks(wording) + blockedBlocks(wording) + [
        .heading(2, Prose(wording.say("促投产（已签约、在建）", "Bring to production (signed, building)")))
      ] + commitmentBlocks(wording))
  }

  /// What the figures of the table mean.
  func notes(_ wording: Wording) -> [Page.Block] {
    [
      wording.targetNote(analysis.basis),
      robustness.map { wording.robustnessNote($0, in: analysis.region) },
    ].compactMap { $0 }.map { .paragraph(Prose($0)) }
  }

  /// The table of targets, and what it leaves out.
  func targetBlocks(_ wording: Wording) -> [Page.Block] {
    blocks(of: targets, for: .targetTable, leftOut: leftOut.targets, wording)
  }

  /// The table of signed and building projects, and what it leaves out.
  func commitmentBlocks(_ wording: Wording) -> [Page.Block] {
    blocks(
      of: bringToProduction, for: .commitmentTable, leftOut: leftOut.commitments, wording)
  }

  /// Some rows as a table with the columns for an audience, and how many rows are left out of it.
  func blocks(
    of rows: [TargetRow], for audience: TargetColumn.Audience, leftOut: Int = 0,
    _ wording: Wording
  ) -> [Page.Block] {
    guard !rows.isEmpty else { return [.paragraph(Prose(wording.say("无。", "None.")))] }
    let columns = TargetColumn.all.filter { $0.audience.contains(audience) }
    let table = Table(
      columns: columns.map {
        .init(wording.text($0.title), $0.alignment, dispensability: $0.dispensability)
      },
      rows: rows.map { row in columns.map { $0.cell(row).prose(in: wording) } })
    guard leftOut > 0 else { return [.table(table)] }
    return [
      .table(table),
      .paragraph(Prose(wording.notShown(leftOut))),
    ]
  }
}

extension TargetList {
  /// The links that a need rules out, with the reason; nothing where there are none.
  func blockedBlocks(_ wording: Wording) -> [Page.Block] {
    let blocked = analysis.blocked.filter { filter.admits($0.opportunity) }
    guard !blocked.isEmpty else { return [] }
    let lines = blocked.map { link in
      let reasons = link.vetoes.map { veto in
        wording.text(TargetRow.RowNeed(veto.need, in: analysis).name)
          + wording.aside(wording.source(veto.provenance))
      }
      return wording.text(analysis.graph.displayName(of: link.opportunity.index))
        + wording.say(
          "：本地不具备\(wording.list(reasons))",
          " needs \(wording.list(reasons)), which cannot be met here")
    }
    return [
      .heading(2, Prose(wording.say("受限环节（因一票否决条件未列入清单）", "Blocked by a need"))),
      .points(lines),
    ]
  }
}

extension Wording {
  /// What the main figures of the table mean, and by which weights they are made one.
  func targetNote(_ basis: RankingBasis) -> String {
    [
      weights(basis), leftOut(basis),
      say(
        "链上价值：引进一个典型项目后，仅因产业链在本地而每年新增的增加值。金额单位：万元/年。",
        "Chain value is the value added a year that one typical plant brings only because the"
          + " chain is here. Money is in million CNY a year."),
    ].filter { !$0.isEmpty }.joined(separator: say("", " "))
  }
}
