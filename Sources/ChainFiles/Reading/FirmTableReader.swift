import Diagnostics
import IndustryChain

/// Reads a firm table: rows with the same firm id become one firm with several projects.
struct FirmTableReader {
  private var reader: FileReader
  private let residence: Firm.Residence
  private var positions: [FirmID: Int] = [:]
  private(set) var firms: [FirmDraft] = []

  var diagnostics: [Diagnostic] { reader.diagnostics }
  /// What the figures of the table rest on.
  var evidence: FigureEvidence { reader.evidence }

  /// Reads a table of residents or of prospects.
  ///
  /// O(cells).
  init(_ file: SourceFile, residence: Firm.Residence) {
    reader = FileReader(file)
    self.residence = residence
    let table = TableRows<FirmColumn>(file)
    table.diagnostics.forEach { reader.report($0) }
    for row in table.rows { read(row) }
  }

  private mutating func read(_ row: FirmRow) {
    guard let idCell = row[.firm] else {
      reader.report(.missingFirmID(in: reader.file, at: row.start))
      return
    }
    let id = FirmID(reader.id(idCell))
    let index: Int
    if let position = positions[id] {
      index = position
    } else {
      index = firms.count
      positions[id] = index
      let name = row.name
      if name.isEmpty { reader.report(.missingName(of: idCell, in: reader.file)) }
      firms.append(
        FirmDraft(
          file: reader.file, range: idCell.range,
          firm: Firm(id: id, name: name, residence: residence)))
      firms[index].firm.count = row[.count].flatMap { count($0) } ?? .exactly(1)
    }
    merge(row, into: index)
    if let project = project(row, line: idCell.range.start.line) {
      firms[index].projects.append(project)
    }
  }

  /// Takes what a row says about the firm itself; a later row may fill blanks but not contradict.
  private mutating func merge(_ row: FirmRow, into index: Int) {
    let draft = firms[index]
    let known = draft.firm
    for (column, value) in [
      (FirmColumn.nameChinese, known.name.chinese), (.nameEnglish, known.name.english),
      (.home, known.home), (.creditCode, known.creditCode?.rawValue),
    ] {
      guard let cell = row[column], let value, cell.value != value else { continue }
      reader.report(
        .contradictingFirm(cell, known: value, of: known.id, in: reader.file, first: draft.range))
    }
    firms[index].firm.name = LocalizedText(
      english: known.name.english ?? row[.nameEnglish]?.value,
      chinese: known.name.chinese ?? row[.nameChinese]?.value)
    firms[index].firm.home = known.home ?? row[.home]?.value
    if known.creditCode == nil, let cell = row[.creditCode] {
      firms[index].firm.creditCode = creditCode(cell)
    }
    firms[index].partners += row[.partners].map(Self.items) ?? []
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

  /// The project of a row, `nil` where it says nothing about one.
  private mutating func project(_ row: FirmRow, line: Int) -> ProjectDraft? {
    let milestones = milestones(row)
    let details: [FirmColumn] = [
      .link, .team, .output, .investment, .fundsInPlace, .jobs, .capacity,
    ]
    guard !milestones.isEmpty || details.contains(where: { row[$0] != nil }) else { return nil }
    let provenance = reader.provenance(grade: row[.grade], source: row.source)
    func figure(_ column: FirmColumn, _ unit: FileReader.Unit) -> Figure? {
      guard let cell = row[column], let amount = reader.amount(cell, in: unit) else { return nil }
      reader.note(provenance, at: cell.range)
      return Figure(amount, provenance: provenance)
    }
    var project = Project(link: nil, milestones: milestones, provenance: provenance)
    project.outputMillionCNY = figure(.output, .money)
    project.investmentMillionCNY = figure(.investment, .money)
    project.fundsInPlaceMillionCNY = figure(.fundsInPlace, .money)
    project.jobs = figure(.jobs, .own(.people))
    project.team = row[.team]?.value
    project.capacity = row[.capacity]?.value
    project.quotation = row[.quotation]?.value
    project.location = "\(reader.file.name):\(line)"
    return ProjectDraft(project: project, range: row.start, link: row[.link])
  }

  private mutating func milestones(_ row: FirmRow) -> [Project.Milestone] {
    var milestones: [Project.Milestone] = []
    var last: (cell: Located<String>, date: PartialDate)?
    for stage in ProjectStage.allCases {
      guard let cell = row[stage.column] else { continue }
      if cell.value == "yes" || cell.value == "是" {
        milestones.append(.init(stage: stage, date: nil))
        continue
      }
      guard let date = PartialDate(cell.value.halfWidth) else {
        reader.report(.badMilestone(cell, in: reader.file))
        continue
      }
      if let last, date.latest < last.date.earliest {
        reader.report(
          .milestonesOutOfOrder(stage.column, cell, before: last.cell, in: reader.file))
      }
      last = (cell, date)
      milestones.append(.init(stage: stage, date: date))
    }
    return milestones
  }
}

private typealias FirmRow = TableRow<FirmColumn>

extension FirmRow {
  fileprivate var source: LocalizedText? {
    .source(self[.source], english: self[.sourceEnglish])
  }

  fileprivate var name: LocalizedText {
    LocalizedText(english: self[.nameEnglish]?.value, chinese: self[.nameChinese]?.value)
  }
}

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
