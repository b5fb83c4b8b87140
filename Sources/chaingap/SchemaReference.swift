import FoundationEssentials

/// Where the schemas of chain and region files are looked for.
enum SchemaReference {
  /// The folder of schemas inside a project.
  static let folder = "Docs/schema"
  /// The folder of schemas inside a workspace that lies in no project, which `chaingap new` makes.
  static let workspaceFolder = "schema"

  /// The path from a file in a folder to the schema of its kind, `chain` or `region`.
  ///
  /// It is that of the nearest folder above that has `Docs/schema`, else that of the workspace.
  static func path(ofKind kind: String, from folder: String, workspace: String) -> String {
    let name = kind + ".schema.json"
    return pathInProject(ofKind: kind, from: folder)
      ?? up(parts(of: folder).count - parts(of: workspace).count) + workspaceFolder + "/" + name
  }

  /// The path from a file in a folder to a project's schema, `nil` where no folder above has it.
  static func pathInProject(ofKind kind: String, from folder: String) -> String? {
    let name = kind + ".schema.json"
    let place = parts(of: folder)
    for count in (0..<place.count).reversed() {
      let project = "/" + place[..<count].joined(separator: "/")
      let schema = (project == "/" ? "" : project) + "/" + Self.folder + "/" + name
      if FileManager.default.fileExists(atPath: schema) {
        return up(place.count - count) + Self.folder + "/" + name
      }
    }
    return nil
  }

  private static func up(_ count: Int) -> String { String(repeating: "../", count: count) }

  /// The folders on the way from the root, links and `..` resolved as far as folders exist.
  private static func parts(of path: String) -> [String] {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
      .split(separator: "/").map(String.init)
  }
}
