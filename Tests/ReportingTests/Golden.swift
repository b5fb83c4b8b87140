import Foundation
import Testing

/// A recorded output beside the tests, reviewed as a diff.
///
/// With `CHAINGAP_RECORD=1` in the environment it records itself and fails saying so.
enum Golden {
  static func expect(
    _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens").appendingPathComponent(name)
    let bytes = Data(text.utf8)
    guard ProcessInfo.processInfo.environment["CHAINGAP_RECORD"] == nil else {
      do {
        try bytes.write(to: file)
        Issue.record("recorded \(name); look at its diff", sourceLocation: sourceLocation)
      } catch {
        Issue.record("cannot record \(name): \(error)", sourceLocation: sourceLocation)
      }
      return
    }
    guard let recorded = try? Data(contentsOf: file) else {
      Issue.record("\(name) was never recorded", sourceLocation: sourceLocation)
      return
    }
    guard recorded != bytes else { return }
    let lines = zip(
      String(decoding: recorded, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false))
    let difference = lines.enumerated().first { $0.element.0 != $0.element.1 }
    let place = difference.map { place, pair in
      "line \(place + 1):\n  recorded \(pair.0)\n  now      \(pair.1)"
    }
    Issue.record(
      "\(name) differs, \(place ?? "at its end"); CHAINGAP_RECORD=1 records it anew",
      sourceLocation: sourceLocation)
  }
}
