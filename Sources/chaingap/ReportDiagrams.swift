import Diagnostics
import GapAnalysis
import Graphviz
import IndustryChain
import Reporting

/// The diagrams of a report, one of all chains and one of each, drawn with both languages in them.
struct ReportDiagrams {
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

  private let analysis: Analysis
  private let room: DrawingRoom
  private let drawn: [(plate: Plate, picture: Picture)]
  /// The pictures and their DOT, by their path in the report's folder.
  let files: [String: [UInt8]]

  /// Draws them; one that cannot be drawn costs the others nothing.
  ///
  /// - Parameters:
  ///   - analysis: What they show.
  ///   - room: Where they are drawn.
  ///   - first: Chains whose diagrams are drawn before the others are even written down.
  init(of analysis: Analysis, in room: DrawingRoom, first: Set<ChainID> = []) {
    self.analysis = analysis
    self.room = room
    let all = Plate(
      name: "workspace", title: LocalizedText(english: "All chains", chinese: "产业链全景"),
      chain: nil)
    let plates =
      [all]
      + analysis.graph.chains.map {
        Plate(name: "chains/\($0.id)", title: $0.name, chain: $0.id)
      }
    let urgent = plates.filter { $0.chain.map(first.contains) ?? false }
    _ = room.draw(urgent.map { Self.drawing(of: $0, at: analysis, in: .both) })
    let drawings = plates.map { Self.drawing(of: $0, at: analysis, in: .both) }
    drawn = zip(plates, room.draw(drawings)).compactMap { plate, result in
      Self.picture(result).map { (plate: plate, picture: $0) }
    }
    var files: [String: [UInt8]] = [:]
    for drawing in drawings { files[drawing.name + ".dot"] = drawing.source.bytes }
    for (plate, picture) in drawn { files[plate.name + ".svg"] = picture.bytes }
    self.files = files
  }

  /// The names of the files of what could be drawn.
  var names: ReportPictures {
    ReportPictures(
      overview: drawn.first { $0.plate.chain == nil }.map { $0.plate.name + ".svg" },
      chains: drawn.reduce(into: [:]) { names, drawn in
        if let chain = drawn.plate.chain { names[chain] = drawn.plate.name + ".svg" }
      })
  }

  /// The diagrams of the page, drawn once in each of its languages.
  ///
  /// What is too large in one language is too large in the others: it is folded from the start.
  func webDiagrams() -> [WebDiagram] {
    let languages = [(Language.chinese, DiagramLanguage.chinese), (.english, .english)]
    let results = room.draw(
      languages.flatMap { _, language in
        drawn.map {
          Self.drawing(
            of: $0.plate, at: analysis, in: language, foldedBy: $0.picture.diagram.folding)
        }
      })
    return drawn.enumerated().map { place, drawn in
      let pictures = languages.enumerated().map { row, language in
        let result = results[row * results.count / languages.count + place]
        return (language.0, Self.picture(result)?.bytes)
      }
      return WebDiagram(
        key: drawn.plate.key, title: drawn.plate.title,
        pictures: Dictionary(uniqueKeysWithValues: pictures).compactMapValues { $0 },
        file: drawn.plate.name + ".svg")
    }
  }

  private static func drawing(
    of plate: Plate, at analysis: Analysis, in language: DiagramLanguage,
    foldedBy folding: DiagramFolding = .none
  ) -> Drawing {
    Drawing(
      name: plate.name,
      diagram: ChainDiagram(of: analysis, showing: plate.scope, in: language).folded(by: folding))
  }

  private static func picture(_ result: Result<Picture, Failure>) -> Picture? {
    switch result {
    case .success(let picture): return picture
    case .failure(let failure):
      Console.tell(.note, failure.message + Phrase("; the report goes without it", "；报告中略去此图"))
      return nil
    }
  }
}
