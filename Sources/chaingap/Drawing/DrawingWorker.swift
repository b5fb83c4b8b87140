import Glibc
import Graphviz

/// The child's side: draws what comes in at standard input until there is no more.
///
/// Graphviz can neither be stopped nor be kept from crashing on some graphs; here, in a process of
/// its own, it takes nothing along.
enum DrawingWorker {
  /// What a frame to the worker says.
  enum Request {
    static func code(_ format: RenderFormat) -> UInt32 {
      switch format {
      case .svg: 0
      case .pdf: 1
      case .dot: 2
      case .plain: 3
      case .json: 4
      case .png(let dotsPerInch): 5 | UInt32(dotsPerInch) << 8
      }
    }

    static func format(_ code: UInt32) -> RenderFormat {
      let formats: [RenderFormat] = [.svg, .pdf, .dot, .plain, .json]
      return formats.indices.contains(Int(code))
        ? formats[Int(code)] : .png(dotsPerInch: Int(code >> 8))
    }
  }

  /// What a frame from the worker says.
  enum Reply {
    /// A warning, before the picture that it is about.
    static let warning: UInt32 = 1
    /// The picture.
    static let picture: UInt32 = 2
    /// Why there is none, in both languages.
    static let failure: UInt32 = 3

    static func bytes(_ reason: Phrase) -> [UInt8] {
      Array(reason.english.utf8) + [0] + Array(reason.chinese.utf8)
    }

    static func reason(_ bytes: [UInt8]) -> Phrase {
      let parts = bytes.split(separator: 0, maxSplits: 1).map {
        String(decoding: $0, as: UTF8.self)
      }
      return Phrase(parts.first ?? "", parts.last ?? "")
    }
  }

  /// A drawing that has the fonts of every other read; its reply is not awaited by anybody.
  private static let rehearsal = DOTSource(
    Digraph(
      name: "fonts",
      nodeDefaults: [.fontname: .text("Noto Sans CJK SC,sans-serif")],
      nodes: [Digraph.Node(NodeID("链 a"))]))

  /// What starts it, besides people who are curious.
  static let commandName = "draw-what-comes"

  /// Serves until standard input ends.
  ///
  /// - Parameter secondLimit: The command stops a longer drawing; should the command be gone, the
  ///   worker ends by itself a little later.
  static func serve(secondLimit: UInt32) {
    let renderer = GraphvizRenderer()
    // Reading the fonts takes as long as a small drawing; meanwhile the command reads its files.
    _ = try? renderer.render(rehearsal, as: .svg)
    var reader = Frame.Reader()
    while let request = reader.read(from: STDIN_FILENO) {
      alarm(secondLimit + 5)
      defer { alarm(0) }
      for reply in replies(to: request, by: renderer)
      where !reply.write(to: STDOUT_FILENO) { return }
    }
  }

  private static func replies(to request: Frame, by renderer: GraphvizRenderer) -> [Frame] {
    do {
      let rendering = try renderer.render(
        DOTSource(bytes: request.bytes), as: Request.format(request.code))
      return rendering.warnings.map {
        Frame(code: Reply.warning, bytes: Array($0.text.utf8))
      } + [Frame(code: Reply.picture, bytes: rendering.bytes)]
    } catch {
      return [Frame(code: Reply.failure, bytes: Reply.bytes(error.phrase))]
    }
  }
}
