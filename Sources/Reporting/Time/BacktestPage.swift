public import IndustryChain
public import GapAnalysis

/// Whether a ranking of the past had foreseen who signed since, as a page and as JSON.
public struct BacktestPage: PageDocument {
  let backtest: Backtest

  /// Tells about a backtest.
  public init(of backtest: Backtest) { self.backtest = backtest }

  /// What was missing, who signed, how each ranking did, and what flatters it.
  public func page(in language: Language) -> Page {
    BacktestText(of: backtest, in: language).page()
  }
}
