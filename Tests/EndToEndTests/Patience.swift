import Foundation
import Testing

/// How long tests wait for what must happen: a machine that has much else to do is slow, and only what
/// never happens is wrong.
enum Patience {
  static let limit: Duration = .seconds(600)

  /// Waits on the test's own thread, which tests that wait for a command would be long in giving back.
  static func wait(until condition: () throws -> Bool) throws {
    let end = ContinuousClock.now + limit
    while try !condition() {
      try #require(ContinuousClock.now < end, "waited for \(limit)")
      usleep(20_000)
    }
  }

  /// Whether a process is gone, or ended and only not yet taken notice of by its parent, which in a
  /// container may be one that never does.
  static func hasEnded(_ process: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    else { return true }
    return ["Z", "X"].contains(status.split(separator: ")").last?.dropFirst().first)
  }
}
