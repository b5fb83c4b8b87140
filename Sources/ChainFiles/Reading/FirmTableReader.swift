import Diagnostics
import IndustryChain

/// Reads a firm table: rows with the same firm id become one firm with several projects.
struct FirmTableReader {
  private var reader: FileReader
  private let residence: Firm.Residence
  private var positions: [FirmID: Int] = [:]
  private(set) var firms: [FirmDraft] = []
  /// What the last row without a grade rests on.
  private var ungraded: Provenance?
  /// What the place of a project begins with: `firms.csv:`.
  private let location: String

  var diagnostics: [Diagnostic] { reader.diagnostics }
  /// What the figures of the table rest on.
  var evidence: FigureEvidence { reader.evidence }

  /// Reads a table of residents or of prospects.
  ///
  /// O(cells).
  init(_ file: SourceFile, residence: Firm.Residence) {
    reader = FileReader(file)
    self.residence = residence
    location = file.name + ":"
    let table = TableRows<FirmColumn>(file)
    table.diagnostics.forEach { reader.report($0) }
    // Rows that name a firm are longer; a hostile file has others.
    let count = min(table.rows.count, file.text.utf8.count / 64)
    firms.reserveCapacity(count)
    positions.reserveCapacity(count)
    for row in table.rows { read(row) }
  }

  private mutating func read(_ row: FirmRow) {
    guard let idCell = row[.firm]?.located else {
      reader.report(.missingFirmID(in: reader.file, at: row.start))
      return
    }
    let id = FirmID(reader.id(idCell, inShortRow: row.isShort))
    let index = positions[id] ?? firms.count
    if index == firms.count {
      positions[id] = index
      firms.append(firm(id, idCell, of: row))
    } else {
      merge(row, into: index)
    }
    if let cell = row[.partners] { firms[index].partners += Self.items(cell.located) }
    if let project = project(row, line: idCell.range.start.line) {
      firms[index].projects.append(project)
    }
  }

  /// A firm as its first row tells of it.
  private mutating func firm(
    _ id: FirmID, _ idCell: Located<String>, of row: FirmRow
  ) -> FirmDraft {
    let name = LocalizedText(
      english: row[.nameEnglish]?.value, chinese: row[.nameChinese]?.value)
    if name.isEmpty { reader.report(.missingName(of: idCell, in: reader.file)) }
    return FirmDraft(
      file: reader.file, range: idCell.range,
      firm: Firm(
        id: id, name: name, residence: residence,
        count: row[.count].flatMap { count($0.located) } ?? .exactly(1),
        creditCode: row[.creditCode].flatMap { creditCode($0.located) },
        home: row[.home]?.value))
  }

  /// Takes what a later row says about the firm itself; it may fill blanks but not contradict.
  private mutating func merge(_ row: FirmRow, into index: Int) {
    let draft = firms[index]
    let known = draft.firm
    for (column, value) in [
      (FirmColumn.nameChinese, known.name.chinese), (.nameEnglish, known.name.english),
      (.home, known.home), (.creditCode, known.creditCode?.rawValue),
    ] {
      guard let cell = row[column]?.located, let value, cell.value != value else { continue }
      reader.report(
        .contradictingFirm(cell, known: value, of: known.id, in: reader.file, first: draft.range))
    }
    firms[index].firm.name = LocalizedText(
      english: known.name.english ?? row[.nameEnglish]?.value,
      chinese: known.name.chinese ?? row[.nameChinese]?.value)
    firms[index].firm.home = known.home ?? row[.home]?.value
    if known.creditCode == nil, let cell = row[.creditCode] {
      firms[index].firm.creditCode = creditCode(cell.located)
    }
  }

  private mutating func creditCode(_ cell: Located<String>) -> CreditCode? {
    do throws(CreditCode.Flaw) {
      return try CreditCode(cell.value.halfWidth)
    } catch {
      reader.report(.badCreditCode(cell, error, in: reader.file))
      return nil
    }
  }

  private mutating func count(_ cell: Located<String>) -> Firm.Count? {
    if cell.value == "several" || cell.value == "若干" { return .several }
    if let count = Int(cell.value.halfWidth), (1...1_000_000).contains(count) {
      return .exactly(count)
    }
    reader.report(.badCount(cell, in: reader.file))
    return nil
  }

  /// The items of a cell that are separated by `;`, each with its place.
  private static func items(_ cell: Located<String>) -> [Located<String>] {
    // Where the cell stands as it was read, without quotes, each item has a place of its own.
    let scalars = Array(cell.value.unicodeScalars)
    let start = cell.range.start
    let isBare =
      cell.range.end.line == start.line && cell.range.end.column - start.column == scalars.count
    return scalars.indices.split { scalars[$0] == ";" || scalars[$0] == "；" }.compactMap {
      stretch in
      let piece = String(String.UnicodeScalarView(scalars[stretch]))
      let item = piece.trimmed
      guard !item.isEmpty else { return nil }
      guard isBare else { return Located(value: item, range: cell.range) }
      let blanks = scalars[stretch].prefix { String($0).trimmed.isEmpty }.count
      let range = SourceRange(
        line: start.line, column: start.column + stretch.lowerBound + blanks,
        length: item.unicodeScalars.count)
      return Located(value: item, range: range)
    }
  }

  /// What a row may say of a project besides its milestones.
  private static let details: [FirmColumn] = [
    .link, .team, .output, .investment, .fundsInPlace, .jobs, .capacity,
  ]

  /// The project of a row, `nil` where it says nothing about one.
  private mutating func project(_ row: FirmRow, line: Int) -> ProjectDraft? {
    let milestones = milestones(row)
    guard !milestones.isEmpty || Self.details.contains(where: { row[$0] != nil }) else {
      return nil
    }
    let provenance = provenance(row)
    return ProjectDraft(
      project: Project(
        link: nil, team: row[.team]?.value, milestones: milestones,
        outputMillionCNY: figure(row[.output], in: .money, from: provenance),
        investmentMillionCNY: figure(row[.investment], in: .money, from: provenance),
        fundsInPlaceMillionCNY: figure(row[.fundsInPlace], in: .money, from: provenance),
        jobs: figure(row[.jobs], in: .own(.people), from: provenance),
        capacity: row[.capacity]?.value, quotation: row[.quotation]?.value,
        provenance: provenance, location: location + String(line)),
      range: row.start, link: row[.link]?.located)
  }

  private mutating func figure(
    _ cell: CSVCell?, in unit: FileReader.Unit, from provenance: Provenance
  ) -> Figure? {
    guard let cell, let amount = reader.amount(cell, in: unit) else { return nil }
    reader.note(provenance, at: cell.range)
    return Figure(amount, provenance: provenance)
  }

  /// Where a row is from; rows that say the same share it.
  private mutating func provenance(_ row: FirmRow) -> Provenance {
    let source = LocalizedText.source(
      row[.source]?.value, english: row[.sourceEnglish]?.value)
    if let grade = row[.grade] {
      return reader.provenance(grade: grade.located, source: source)
    }
    if let ungraded, ungraded.source == source { return ungraded }
    let provenance = reader.provenance(grade: nil, source: source)
    ungraded = provenance
    return provenance
  }

  private static let stages = ProjectStage.allCases.map { ($0, $0.column) }

  private mutating func milestones(_ row: FirmRow) -> [Project.Milestone] {
    var milestones: [Project.Milestone] = []
    var last: (cell: CSVCell, date: PartialDate)?
    for (stage, column) in Self.stages {
      guard let cell = row[column] else { continue }
      let value = cell.value
      guard let date = PartialDate(value.halfWidth) else {
        if value == "yes" || value == "是" {
          milestones.append(.init(stage: stage, date: nil))
          continue
        }
        reader.report(.badMilestone(cell.located, in: reader.file))
        continue
      }
      if let last, date.latest < last.date.earliest {
        reader.report(
          .milestonesOutOfOrder(
            column, cell.located, before: last.cell.located, in: reader.file))
      }
      last = (cell, date)
      milestones.append(.init(stage: stage, date: date))
    }
    return milestones
  }
}

private typealias FirmRow = TableRow<FirmColumn>

extension ProjectStage {
  fileprivate var column: FirmColumn {
    switch self {
    case .negotiating: .negotiating
    case .signed: .signed
    case .building: .building
    case .operating: .operating
    case .closed: .closed
    }
  }
}
