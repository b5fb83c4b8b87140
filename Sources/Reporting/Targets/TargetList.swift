public import GapAnalysis
public import IndustryChain

/// The ranked list of what to recruit, and of what is signed and must be brought to production.
public struct TargetList: Sendable {
  /// Which opportunities of a list are shown; ranks stay those of the whole list.
  public struct Filter: Sendable {
    /// Only links of these chains; all where empty.
    public var chains: Set<ChainID>
    /// Only these kinds; all where empty.
    public var kinds: Set<OpportunityKind>
    /// At most so many of each list.
    public var limit: Int?

    /// A filter that lets everything through unless told otherwise.
    public init(
      chains: Set<ChainID> = [], kinds: Set<OpportunityKind> = [], limit: Int? = nil
    ) {
      self.chains = chains
      self.kinds = kinds
      self.limit = limit
    }

    func applied(to opportunities: [Opportunity]) -> [Opportunity] {
      let kept = opportunities.filter { opportunity in
        (chains.isEmpty || chains.contains(opportunity.link.id.chain))
          && (kinds.isEmpty || kinds.contains(opportunity.kind))
      }
      return Array(kept.prefix(limit ?? kept.count))
    }
  }

  let analysis: Analysis
  let targets: [TargetRow]
  let commitments: [TargetRow]

  /// The lists of a region, filtered.
  public init(of analysis: Analysis, filter: Filter = Filter()) {
    self.analysis = analysis
    targets = filter.applied(to: analysis.targets).map { TargetRow($0, in: analysis) }
    commitments = filter.applied(to: analysis.commitments).map { TargetRow($0, in: analysis) }
  }

  /// Both lists as one CSV table for spreadsheets, every heading and every word in both languages,
  /// money in million CNY (百万元).
  public func csv() -> String {
    var header = ["清单 list"]
    for column in TargetColumn.all {
      let unit = column.unit.map { " (\($0))" } ?? ""
      if column.isTranslated {
        header += [column.chinese, column.english]
      } else {
        header.append("\(column.chinese) \(column.english)\(unit)")
      }
    }
    let lists = [("招商目标 target", targets), ("促投产 bring to production", commitments)]
    let rows = lists.flatMap { name, rows in
      rows.map { row in
        [CSV.Cell.text(name)] + TargetColumn.all.flatMap { $0.cells(of: row) }
      }
    }
    return CSV.document(header: header, rows: rows)
  }

  /// Both lists as Markdown tables under headings.
  public func markdown(in language: Language) -> String {
    lists(in: language).map { title, rows, columns in
      "## \(Markdown.escaped(title))\n\n"
        + (rows.isEmpty
          ? language.say("无。", "None.") + "\n" : markdownTable(of: rows, columns, in: language))
    }.joined(separator: "\n")
  }

  /// One list as a Markdown table.
  func markdownTable(
    of rows: [TargetRow], _ columns: [TargetColumn] = TargetColumn.short, in language: Language
  ) -> String {
    Markdown.table(
      header: columns.map { ($0.title(in: language), $0.isNumber) },
      rows: rows.map { row in columns.map { $0.text(of: row, in: language) } })
  }

  /// Both lists for a terminal of so many columns; `nil` cuts nothing.
  public func terminalTable(
    in language: Language, columnCount: Int?, style: TerminalTable.Style = .plain
  ) -> String {
    lists(in: language).map { title, rows, columns in
      let heading = style.heading(title) + "\n"
      guard !rows.isEmpty else { return heading + language.say("无", "none") + "\n" }
      let table = TerminalTable(
        columns: columns.map { ($0.title(in: language), $0.isNumber) },
        rows: rows.map { row in columns.map { $0.text(of: row, in: language) } })
      return heading + table.text(columnCount: columnCount, style: style)
    }.joined(separator: "\n")
  }

  private func lists(
    in language: Language
  ) -> [(title: String, rows: [TargetRow], columns: [TargetColumn])] {
    [
      (language.say("招商目标清单", "Recruitment targets"), targets, TargetColumn.short),
      (
        language.say("促投产（已签约、在建）", "Bring to production (signed, building)"),
        commitments, TargetColumn.shortForCommitments
      ),
    ]
  }
}

extension TargetColumn {
  /// The cells of a spreadsheet: a translated text in both languages, a number once.
  fileprivate func cells(of row: TargetRow) -> [CSV.Cell] {
    func cell(_ text: String) -> CSV.Cell { text.isEmpty ? .blank : .text(text) }
    switch content {
    case .number(let value, _): return [value(row).map { .number(Numbers.rounded($0)) } ?? .blank]
    case .text(let text):
      return isTranslated
        ? Language.allCases.map { cell(text(row, $0)) } : [cell(text(row, .chinese))]
    }
  }
}
