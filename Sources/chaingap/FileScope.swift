/// The part of a workspace that a check speaks of: all of it, a region's folder or a file.
struct FileScope {
  /// The path of the file or the folder, `nil` for all.
  let path: String?

  static let all = FileScope(path: nil)

  /// Whether a file, or the folder of a region, belongs to it.
  func contains(_ other: String?) -> Bool {
    guard let path else { return true }
    return other == path || other?.hasPrefix(path + "/") == true
  }
}
