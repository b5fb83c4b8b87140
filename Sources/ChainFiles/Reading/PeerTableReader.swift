import Diagnostics
import IndustryChain

/// Reads a table of peers: rows with the same region id become one peer.
struct PeerTableReader {
  private var reader: FileReader
  private var positions: [RegionID: Int] = [:]
  private(set) var peers: [PeerDraft] = []

  var diagnostics: [Diagnostic] { reader.diagnostics }
  /// What the counts of the table rest on.
  var evidence: FigureEvidence { reader.evidence }

  /// Reads a table.
  ///
  /// O(cells).
  init(_ file: SourceFile) {
    reader = FileReader(file)
    let table = TableRows<PeerColumn>(file)
    table.diagnostics.forEach { reader.report($0) }
    for row in table.rows { read(row) }
  }

  private mutating func read(_ row: TableRow<PeerColumn>) {
    guard let idCell = row[.region]?.located else {
      reader.report(.missingPeerCell(.region, in: reader.file, at: row.start))
      return
    }
    let id = RegionID(reader.id(idCell, inShortRow: row.isShort))
    let index = positions[id] ?? peers.count
    if index == peers.count {
      positions[id] = index
      peers.append(PeerDraft(file: reader.file, id: Located(value: id, range: idCell.range)))
    }
    merge(row, into: index)
    guard let link = row[.link]?.located else {
      reader.report(.missingPeerCell(.link, in: reader.file, at: idCell.range))
      return
    }
    let provenance = reader.provenance(
      grade: row[.grade]?.located,
      source: .source(row[.source]?.value, english: row[.sourceEnglish]?.value))
    // A blank says that nobody knows, which is what a row that is not there says.
    let listing = row[.firms].flatMap { firmCount($0.located) }.map {
      PeerRegion.Listing(
        firmCount: $0, provenance: provenance,
        location: "\(reader.file.name):\(idCell.range.start.line)")
    }
    if listing != nil, let cell = row[.firms] { reader.note(provenance, at: cell.range) }
    peers[index].rows.append((link, listing))
  }

  /// Takes the peer's name; a later row may fill blanks but not contradict.
  private mutating func merge(_ row: TableRow<PeerColumn>, into index: Int) {
    let draft = peers[index]
    for (column, value) in [
      (PeerColumn.nameChinese, draft.name.chinese), (.nameEnglish, draft.name.english),
    ] {
      guard let cell = row[column]?.located, let value, cell.value != value else { continue }
      reader.report(.contradictingPeer(cell, known: value, of: draft))
    }
    peers[index].name = LocalizedText(
      english: draft.name.english ?? row[.nameEnglish]?.value,
      chinese: draft.name.chinese ?? row[.nameChinese]?.value)
  }

  private mutating func firmCount(_ cell: Located<String>) -> Firm.Count? {
    if cell.value == "several" || cell.value == "若干" { return .several }
    if let count = Int(cell.value.halfWidth), (0...10_000_000).contains(count) {
      return .exactly(count)
    }
    reader.report(.badPeerCount(cell, in: reader.file))
    return nil
  }
}

/// A peer as its rows were read, with names not yet looked up.
struct PeerDraft {
  let file: SourceFile
  /// Its id, where it stands first.
  let id: Located<RegionID>
  var name = LocalizedText()
  var rows: [(link: Located<String>, listing: PeerRegion.Listing?)] = []
}
