import Diagnostics
import IndustryChain

/// The files of a region's folder as they were read.
struct RegionReading: Sendable {
  /// `nil` where the folder has no files.
  private(set) var draft: RegionDraft?
  private(set) var diagnostics: [Diagnostic] = []
  /// What the figures of each file rest on.
  private(set) var evidence: [(file: SourceFile, figures: FigureEvidence)] = []

  /// Reads a folder.
  ///
  /// O(length of its files).
  init(_ source: RegionSources) {
    var firms: [FirmDraft] = []
    for (file, residence) in [
      (source.firms, Firm.Residence.resident), (source.prospects, .prospect),
    ] {
      guard let file else { continue }
      let reader = FirmTableReader(file, residence: residence)
      // Few folders have both tables, and where only one holds firms none is copied.
      firms = firms.isEmpty ? reader.firms : firms + reader.firms
      diagnostics += reader.diagnostics
      evidence.append((file, reader.evidence))
    }
    let peers = source.peers.map { PeerTableReader($0) }
    diagnostics += peers?.diagnostics ?? []
    if let file = source.peers, let peers { evidence.append((file, peers.evidence)) }
    // Firms are looked at even where the region file cannot be: their links may be unknown.
    if let file = source.region {
      let document = YAMLDocument(file)
      var reader = FileReader(file)
      draft = document.withRoot { reader.region($0) } ?? nil
      diagnostics += document.diagnostics + reader.diagnostics
      evidence.append((file, reader.evidence))
      if source.firms == nil, draft?.surveys.isEmpty == false {
        diagnostics.append(.missingFirmTable(besides: file))
      }
    } else {
      diagnostics.append(.missingRegionFile(folder: source.folder))
    }
    if draft == nil, let file = source.files.first {
      draft = RegionDraft(
        file: file, range: SourceRange(line: 1, column: 1),
        region: Region(
          id: RegionID(source.folder), name: .init(), date: .distantFuture))
    }
    draft?.firms = firms
    draft?.peers = peers?.peers ?? []
  }
}
