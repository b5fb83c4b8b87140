import Foundation
import Testing

/// Real tables that lie beside a checkout on some machines and belong to nobody here.
enum SharedData {
  /// The folder, found from the place of this file; `CHAINGAP_SHARED_DATA` names another.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["CHAINGAP_SHARED_DATA"] {
      return URL(fileURLWithPath: path)
    }
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return checkout.deletingLastPathComponent().appendingPathComponent("shared/data")
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// The rows of a table without quoted cells.
  static func rows(of path: String) throws -> [[String]] {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, saying so, where the shared tables are absent.
  static var needsSharedData: Self {
    .enabled("the shared tables are not beside this checkout") { SharedData.isPresent }
  }
}
