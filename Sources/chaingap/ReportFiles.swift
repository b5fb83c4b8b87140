import GapAnalysis
import Graphviz
import IndustryChain
import Reporting

/// Makes every file of a report on a region.
struct ReportFiles {
  let findings: ReportFindings
  let room: DrawingRoom

  /// One diagram of the report.
  private struct Plate {
    /// The name of its files, without the ending.
    let name: String
    let title: LocalizedText
    /// The chain that it shows; `nil` for all of them.
    let chain: ChainID?

    var scope: DiagramScope { chain.map { .chains([$0]) } ?? .workspace }
    /// What the page calls it.
    var key: String { chain?.rawValue ?? "overview" }
  }

  private var analysis: Analysis { findings.analysis }

  private var plates: [Plate] {
    [
      Plate(
        name: "workspace", title: LocalizedText(english: "All chains", chinese: "产业链全景"),
        chain: nil)
    ]
      + analysis.graph.chains.map {
        Plate(name: "chains/\($0.id)", title: $0.name, chain: $0.id)
      }
  }

  /// The files by their path in the report's folder; a picture that cannot be drawn costs the
  /// others nothing.
  ///
  /// - Throws: `Failure` where the workbook cannot be made.
  func made() throws -> [String: [UInt8]] {
    var files = findings.dataFiles().mapValues { Array($0.utf8) }
    let plates = plates
    let drawings = plates.map { drawing(of: $0, in: .both) }
    for drawing in drawings { files[drawing.name + ".dot"] = DOTSource(drawing.digraph).bytes }
    // What is too large in one language is too large in the others: it is folded from the start.
    let drawn = zip(plates, room.draw(drawings)).compactMap { plate, result in
      picture(result).map { (plate: plate, picture: $0) }
    }
    for (plate, picture) in drawn { files[plate.name + ".svg"] = picture.bytes }
    let names = ReportPictures(
      overview: drawn.first { $0.plate.chain == nil }.map { $0.plate.name + ".svg" },
      chains: drawn.reduce(into: [:]) { names, drawn in
        if let chain = drawn.plate.chain { names[chain] = drawn.plate.name + ".svg" }
      })
    for (language, name) in [(Language.chinese, "report.md"), (.english, "report.en.md")] {
      let report = RegionReport(on: findings, in: language, pictures: names)
      files[name] = Array(report.page().markdown().utf8)
    }
    files["targets.xlsx"] = try SpreadsheetFile.bytes(
      of: TargetWorkbook(of: findings.list, pictures: names))
    let page = WebReport(on: findings, diagrams: webDiagrams(drawn))
    files["report.html"] = Array(try page.html().utf8)
    files.merge(try ProjectBookFiles.pages(of: analysis, drawnIn: room)) { $1 }
    return files
  }

  private func drawing(
    of plate: Plate, in language: DiagramLanguage, foldedBy folding: DiagramFolding = .none
  ) -> Drawing {
    Drawing(
      name: plate.name,
      diagram: ChainDiagram(of: analysis, showing: plate.scope, in: language).folded(by: folding))
  }

  private func picture(_ result: Result<Picture, Failure>) -> Picture? {
    switch result {
    case .success(let picture): return picture
    case .failure(let failure):
      Console.error("note: \(failure.message); the report goes without it")
      return nil
    }
  }

  /// The diagrams of the page, drawn once in each of its languages.
  private func webDiagrams(_ drawn: [(plate: Plate, picture: Picture)]) -> [WebDiagram] {
    let languages = [(Language.chinese, DiagramLanguage.chinese), (.english, .english)]
    let results = room.draw(
      languages.flatMap { _, language in
        drawn.map {
          drawing(of: $0.plate, in: language, foldedBy: $0.picture.diagram.folding)
        }
      })
    return drawn.enumerated().map { place, drawn in
      let pictures = languages.enumerated().map { row, language in
        (language.0, picture(results[row * results.count / languages.count + place])?.bytes)
      }
      return WebDiagram(
        key: drawn.plate.key, title: drawn.plate.title,
        pictures: Dictionary(uniqueKeysWithValues: pictures).compactMapValues { $0 },
        file: drawn.plate.name + ".svg")
    }
  }
}
