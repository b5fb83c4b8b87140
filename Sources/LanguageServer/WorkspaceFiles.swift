public import ChainFiles

/// What the server needs of a disk.
///
/// All paths are absolute, and those of the files in sources begin with their folder's.
public protocol WorkspaceFiles {
  /// The files of a workspace's folder, `nil` where it cannot be read.
  func sources(of folder: String) -> WorkspaceSources?
  /// The workspace folders in a folder that an editor has open: itself, or `Chains` in it.
  func workspaces(in root: String) -> [String]
  /// The folder of the workspace that a file belongs to by its path.
  func workspace(containing file: String) -> String
  /// The page that explains the findings, `nil` where it is not at hand.
  var diagnosticsPage: String? { get }
}
