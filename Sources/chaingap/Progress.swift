/// A line on the terminal that says how far long work is; nothing in a pipe or for short work.
final class Progress {
  private let title: String
  private let total: Int
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  /// Names the work and how many steps it has.
  init(_ title: String, of total: Int) {
    self.title = title
    self.total = total
  }

  /// Tells how many steps are done; drawn at most ten times a second, and not in the first second.
  func show(_ done: Int) {
    guard Console.errorIsTerminal else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1), lastShown.map({ now - $0 > .milliseconds(100) }) ?? true
    else { return }
    lastShown = now
    Console.errorFragment("\r\(title): \(done * 100 / max(1, total)) %")
  }

  /// Wipes the line away.
  func clear() {
    guard lastShown != nil else { return }
    Console.errorFragment("\r" + String(repeating: " ", count: title.count + 8) + "\r")
    lastShown = nil
  }
}
