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
  // Bytes, since equal strings may differ in them.
  #expect(Array(data) == Array(text.utf8), "\(name) differs", sourceLocation: sourceLocation)
}
