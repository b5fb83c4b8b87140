import Diagnostics
import Graphviz
import IndustryChain
import Reporting

/// A diagram to draw.
struct Drawing {
  /// What messages call it.
  let name: String
  let diagram: ChainDiagram
  let format: RenderFormat
  /// Whether it is for a small place, without title and key.
  let isSmall: Bool
  /// The graph as Graphviz reads it.
  let source: DOTSource

  init(
    name: String, diagram: ChainDiagram, format: RenderFormat = .svg, isSmall: Bool = false
  ) {
    self.name = name
    self.diagram = diagram
    self.format = format
    self.isSmall = isSmall
    source = DOTSource(isSmall ? diagram.smallDigraph() : diagram.digraph())
  }
}

/// A diagram as drawn, which may be folded further than was asked for.
struct Picture {
  let bytes: [UInt8]
  let diagram: ChainDiagram
}

/// Draws diagrams side by side; what is too large for the time limit is folded, which the user is
/// told.
final class DrawingRoom {
  /// What a picture is drawn from, and so what it looks like.
  private struct Key: Hashable {
    let source: DOTSource
    let format: RenderFormat
  }

  /// Told whenever graphs are handed over to be laid out.
  var onLayout: (() -> Void)?
  private let crew: DrawingCrew
  private let timeLimit: Duration
  private var shownWarnings: Set<String> = []
  private var pictures: [Key: Picture] = [:]
  private var used: Set<Key> = []

  /// Opens it; the children begin to read their fonts.
  init(size: Int = .max, timeLimit: Duration) {
    self.timeLimit = timeLimit
    crew = DrawingCrew(size: size, timeLimit: timeLimit)
  }

  /// Draws one diagram.
  ///
  /// - Throws: `Failure` where it cannot be drawn, folded or not.
  func draw(_ drawing: Drawing) throws -> Picture { try draw([drawing])[0].get() }

  /// Draws diagrams; one that cannot be drawn costs the others nothing, and what has been drawn since
  /// the pictures were forgotten is not drawn again.
  ///
  /// - Returns: What came of each, in their order.
  func draw(_ drawings: [Drawing]) -> [Result<Picture, Failure>] {
    let keys = drawings.map { Key(source: $0.source, format: $0.format) }
    used.formUnion(keys)
    var isNew = Set<Key>()
    let new = zip(keys, drawings).filter { key, _ in
      pictures[key] == nil && isNew.insert(key).inserted
    }
    var failures: [Key: Failure] = [:]
    for ((key, _), result) in zip(new, drawNew(new.map(\.1))) {
      switch result {
      case .success(let picture): pictures[key] = picture
      case .failure(let failure): failures[key] = failure
      }
    }
    return keys.map { key in
      pictures[key].map { .success($0) }
        ?? .failure(failures[key] ?? .nothingDrawn)
    }
  }

  /// Forgets every picture that has not been asked for since the last time.
  func forgetUnused() {
    pictures = pictures.filter { used.contains($0.key) }
    used = []
  }

  private func drawNew(_ drawings: [Drawing]) -> [Result<Picture, Failure>] {
    var pictures = [Result<Picture, Failure>?](repeating: nil, count: drawings.count)
    var pending = drawings.enumerated().map { (place: $0.offset, drawing: $0.element) }
    let progress = Progress()
    while !pending.isEmpty {
      let jobs = pending.map {
        DrawingCrew.Job(source: $0.drawing.source, format: $0.drawing.format)
      }
      onLayout?()
      let results = crew.draw(jobs) { count in
        progress.show(
          Phrase("drawing, \(count) of \(jobs.count) done", "绘图，已完成 \(count)/\(jobs.count)"))
      }
      progress.clear()
      var folded: [(place: Int, drawing: Drawing)] = []
      for ((place, drawing), result) in zip(pending, results) {
        switch result {
        case .success(let rendering):
          warn(of: rendering)
          pictures[place] = .success(Picture(bytes: rendering.bytes, diagram: drawing.diagram))
        case .failure(let reason):
          if reason.mayBeOfSize, let smaller = drawing.folded {
            note(reason, drawing, drawnAs: smaller)
            folded.append((place, smaller))
          } else {
            pictures[place] = .failure(failure(reason, drawing))
          }
        }
      }
      pending = folded
    }
    return pictures.map { $0 ?? .failure(.nothingDrawn) }
  }

  private func warn(of rendering: Rendering) {
    for warning in rendering.warnings where shownWarnings.insert(warning.text).inserted {
      Console.tell(.warning, Phrase("Graphviz: \(warning.text)", "Graphviz：\(warning.text)"))
    }
  }

  private func note(_ reason: DrawingCrew.Failure, _ drawing: Drawing, drawnAs smaller: Drawing) {
    let folded = Phrase(
      smaller.diagram.foldingNote(in: .english) ?? "folded",
      smaller.diagram.foldingNote(in: .chinese) ?? "合并简化")
    Console.tell(
      .note,
      Phrase(
        "\"\(drawing.name)\": \(reason.phrase.english), so it is \(folded.english)",
        "“\(drawing.name)”：\(reason.phrase.chinese)，已\(folded.chinese)"),
      help: moreTime(reason)
        + Phrase(
          "chaingap diagram --focus LINK draws what lies around it in full",
          "chaingap diagram --focus 环节 可完整画出其周围部分"))
  }

  private func failure(_ reason: DrawingCrew.Failure, _ drawing: Drawing) -> Failure {
    let smaller = Phrase(
      "draw one chain, or --focus on a link; --format dot works at any size",
      "请只画一条产业链，或用 --focus 只画一个环节周围；--format dot 不受规模限制")
    return Failure(
      "cannot draw \"\(drawing.name)\": \(reason.phrase.english)",
      "无法绘制“\(drawing.name)”：\(reason.phrase.chinese)",
      help: reason.mayBeOfSize ? moreTime(reason) + smaller : nil)
  }

  /// The first half of an advice.
  private func moreTime(_ reason: DrawingCrew.Failure) -> Phrase {
    let most = DrawingOptions.timeLimits.upperBound
    guard case .tookTooLong = reason, timeLimit < .seconds(most) else {
      return Phrase(verbatim: "")
    }
    let seconds = min(most, Int(timeLimit.components.seconds) * 10)
    return Phrase(
      "--time-limit \(seconds) gives it more time; ", "可用 --time-limit \(seconds) 延长时限；")
  }

  /// Tells once where Chinese names cannot be measured, so that they will overflow their boxes.
  static func warnAboutFonts() {
    guard FontCoverage.ofLanguage("zh-cn") == .missing else { return }
    Console.tell(
      .warning,
      Phrase(
        "no font here has Chinese characters, so names will not fit their boxes",
        "本机没有中文字体，图中名称会超出方框"),
      help: Phrase(
        "install one: sudo apt-get install fonts-noto-cjk",
        "请安装中文字体：sudo apt-get install fonts-noto-cjk"))
  }
}

extension Failure {
  fileprivate static let nothingDrawn = Failure("nothing was drawn", "没有画出任何内容")
}

extension Drawing {
  /// The same, folded one step further; `nil` where nothing is left to fold.
  fileprivate var folded: Drawing? {
    guard !isSmall, let next = diagram.foldings.dropFirst().first else { return nil }
    return Drawing(name: name, diagram: diagram.folded(by: next), format: format)
  }
}
