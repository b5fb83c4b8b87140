import ArgumentParser
import GapAnalysis
import IndustryChain

/// How far the ranks are put to the test.
struct RobustnessOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many weightings to draw for the robustness of ranks; 0 draws none.",
      "检验名次是否稳健时抽取的权重组数；0 为不检验。", valueName: "count"))
  var draws = 10_000

  @Option(
    help: ArgumentHelp(
      "How many times to draw the figures within their bands. Default: 1000, fewer in large"
        + " workspaces.",
      "在误差范围内抽取数据的次数。默认 1000，环节多时减少。", valueName: "count"))
  var figureDraws: Int?

  @Option(help: ArgumentHelp("What the draws begin from.", "抽取的随机种子。", valueName: "number"))
  var seed: UInt64 = 1

  mutating func validate() throws {
    guard (0...10_000_000).contains(draws) else {
      throw ValidationError("--draws takes 0 to 10000000", "--draws 应为 0 至 10000000")
    }
    if let figureDraws, !(1...1_000_000).contains(figureDraws) {
      throw ValidationError(
        "--figure-draws takes 1 to 1000000", "--figure-draws 应为 1 至 1000000")
    }
  }

  /// Draws for an analysis, telling how far it is on a terminal; `nil` where nothing is wanted.
  func robustness(of analysis: Analysis) -> Robustness? {
    guard draws > 0 else { return nil }
    // A pass costs in proportion to the links, so that large workspaces get fewer.
    let figureDrawCount =
      figureDraws ?? min(1_000, max(50, 2_000_000 / max(1, analysis.graph.linkCount)))
    let progress = Progress()
    defer { progress.clear() }
    return Robustness(
      of: analysis, drawCount: draws, figureDrawCount: figureDrawCount, seed: seed,
      weightProgress: { count in
        progress.show(
          Phrase("drawing weights \(count) of \(draws)", "抽取权重 \(count)/\(draws)"))
      }
    ) { count in
      progress.show(
        Phrase(
          "drawing figures \(count) of \(figureDrawCount)", "抽取数据 \(count)/\(figureDrawCount)"))
    }
  }
}
