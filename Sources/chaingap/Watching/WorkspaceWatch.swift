import ChainFiles
import Diagnostics
import FoundationEssentials
import IndustryChain

/// Looks at a workspace again and again, and says what has come of it.
final class WorkspaceWatch {
  /// What a look has found.
  enum Finding {
    /// A workspace that says something else than the last whole one; the first is one, too.
    case changed(from: Workspace?, to: Workspace)
    /// Files with errors.
    case broken
    /// Other files, and the same workspace as before.
    case unchanged
    /// The folder or a file cannot be read.
    case unreadable(Failure)
  }

  /// A look that found something.
  struct Look {
    let finding: Finding
    /// Every finding in the files, and those that were not there at the look before.
    let diagnostics: [Diagnostic]
    let newDiagnostics: [Diagnostic]
    let fileCount: Int
    /// When the files began to be others.
    let start: ContinuousClock.Instant
  }

  private let path: String
  private let files = RememberedFiles()
  private let alarm = FolderAlarm()
  private var sources: WorkspaceSources?
  private var workspace: Workspace?
  private var lastFailure: Phrase?
  private var told: Set<[String]> = []

  init(path: String) { self.path = path }

  /// Waits for the next look that finds something; the first does not wait.
  func next() -> Look {
    var start = ContinuousClock.now
    if sources == nil, lastFailure == nil, let look = look(since: start) { return look }
    while true {
      start = alarm.wait()
      if let look = look(since: start) { return look }
    }
  }

  private func look(since start: ContinuousClock.Instant) -> Look? {
    // Before the files are read, so that what happens meanwhile rings.
    alarm.listen(to: folders)
    let found: WorkspaceSources
    do {
      found = try WorkspaceFolder(path: path, files: files).sources()
      files.endLook()
    } catch let failure as Failure {
      // What is being moved away and back is not there for a moment, and is said once.
      guard lastFailure != failure.message else { return nil }
      lastFailure = failure.message
      return Look(
        finding: .unreadable(failure), diagnostics: [], newDiagnostics: [], fileCount: 0,
        start: start)
    } catch {
      return nil
    }
    let wasUnreadable = lastFailure != nil
    lastFailure = nil
    guard found != sources || wasUnreadable else { return nil }
    sources = found
    let result = checkWorkspace(found)
    let new = result.diagnostics.filter { !told.contains($0.sameness) }
    told = Set(result.diagnostics.map(\.sameness))
    func look(_ finding: Finding) -> Look {
      Look(
        finding: finding, diagnostics: result.diagnostics, newDiagnostics: new,
        fileCount: found.fileCount, start: start)
    }
    guard let read = result.workspace else { return look(.broken) }
    guard read != workspace else { return look(.unchanged) }
    defer { workspace = read }
    return look(.changed(from: workspace, to: read))
  }

  /// The workspace's folder, the one of its regions and theirs.
  private var folders: [String] {
    let regions = path + "/regions"
    let names = files.isFolder(regions) ? (try? files.names(in: regions)) ?? [] : []
    return [path, regions] + names.map { regions + "/" + $0 }
  }
}

extension Diagnostic {
  /// What makes two findings of different looks the same: not the line, which moves with the text above.
  fileprivate var sameness: [String] {
    [id.rawValue, location?.file.path, message.english, message.chinese].map { $0 ?? "" }
  }
}
