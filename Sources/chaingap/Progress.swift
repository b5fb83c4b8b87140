/// A line on the terminal's standard error that says how far long work is, gone when it is done;
/// nothing in a pipe or for short work.
final class Progress {
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  /// Tells what is being done; drawn at most ten times a second, and not in the first half second.
  func show(_ text: @autoclosure () -> Phrase) {
    guard Console.errorIsTerminal else { return }
    let now = ContinuousClock.now
    guard now - start > .milliseconds(500),
      lastShown.map({ now - $0 > .milliseconds(100) }) ?? true
    else { return }
    lastShown = now
    Console.errorFragment("\r\u{1B}[K\(text().text) …")
  }

  /// Wipes the line away.
  func clear() {
    guard lastShown != nil else { return }
    Console.errorFragment("\r\u{1B}[K")
    lastShown = nil
  }
}
