import Foundation
import Testing

/// Compares a text with the file of that name beside this one.
///
/// Where there is no file, or `RECORD_GOLDENS` is set, it writes the file and fails, so that a
/// recording is looked at as a change before it counts.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")
  let file = folder.appendingPathComponent(name)
  let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil
  guard !isRecording, let data = try? Data(contentsOf: file) else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name); look at it and run again", sourceLocation: sourceLocation)
    return
  }
  // Bytes, since equal strings may differ in them; lines, since people read those.
  guard data != Data(text.utf8) else { return }
  let (recorded, now) = (data.split(separator: 0x0A), Data(text.utf8).split(separator: 0x0A))
  let place = zip(recorded, now).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  func line(_ lines: [Data]) -> String {
    place.map { String(decoding: lines[$0], as: UTF8.self) } ?? "\(lines.count) lines"
  }
  Issue.record(
    "\(name) differs; recorded: \(line(recorded))\nnow: \(line(now))",
    sourceLocation: sourceLocation)
}
