import ChainFiles
import Diagnostics
import GapAnalysis
import IndustryChain

/// A workspace that an editor works in: its files as they would be if everything were saved.
struct OpenWorkspace {
  let folder: String
  /// The files on the disk, as of the last time that they were looked at.
  var saved: WorkspaceSources
  /// The same with the texts that the editor holds.
  private(set) var sources: WorkspaceSources
  /// What is wrong in them; of an older text until `check` is called.
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether `diagnostics` are those of `sources`.
  private var isChecked = false
  /// Whether texts have changed whose findings are not published.
  var isUnpublished = true
  private var workspace: Workspace?
  private var knownSymbols: WorkspaceSymbols?
  private var areSymbolsCurrent = false
  private var knownAnalyses: [Analysis]?
  /// What was published of each file, by path.
  var published: [String: PublishedDiagnostics] = [:]

  init(folder: String, saved: WorkspaceSources) {
    self.folder = folder
    self.saved = saved
    sources = saved
  }

  /// Lays the texts of open documents over the saved ones.
  mutating func update(with open: [SourceFile]) {
    sources = saved
    for file in open { sources.replace(file, in: folder) }
    isChecked = false
    isUnpublished = true
    areSymbolsCurrent = false
    workspace = nil
    knownAnalyses = nil
  }

  /// Finds what is wrong, unless that is known.
  mutating func check() {
    guard !isChecked else { return }
    let result = checkWorkspace(sources)
    diagnostics = result.diagnostics
    workspace = result.workspace
    isChecked = true
  }

  /// What the files name.
  mutating func symbols() -> WorkspaceSymbols {
    if let knownSymbols, areSymbolsCurrent { return knownSymbols }
    let symbols = WorkspaceSymbols(of: sources, after: knownSymbols)
    knownSymbols = symbols
    areSymbolsCurrent = true
    return symbols
  }

  /// An analysis of each region, `nil` while the files have errors.
  mutating func analyses() -> [Analysis]? {
    check()
    if let knownAnalyses { return knownAnalyses }
    guard let workspace else { return nil }
    let analyses = workspace.regions.map { Analysis(of: $0, in: workspace) }
    knownAnalyses = analyses
    return analyses
  }

  /// The file of a path.
  func file(at path: String) -> SourceFile? {
    sources.files.first { $0.path == path }
  }
}

extension WorkspaceSources {
  /// Puts a text in the place of the file of its path, or beside the others where there is none.
  ///
  /// A file that is no part of a workspace by its name changes nothing.
  mutating func replace(_ file: SourceFile, in folder: String) {
    guard file.path.hasPrefix(folder + "/") else { return }
    let parts = file.path.dropFirst(folder.count + 1).split(separator: "/").map(String.init)
    if parts == [WorkspaceSources.settingsFileName] {
      settings = file
    } else if parts.count == 1, let name = parts.first, name.isChainFileName {
      if let place = chains.firstIndex(where: { $0.path == file.path }) {
        chains[place] = file
      } else {
        chains.append(file)
      }
    } else if parts.count == 3, parts[0] == "regions", let name = parts.last {
      let path = "\(folder)/regions/\(parts[1])"
      guard let key = RegionSources.file(named: name) else { return }
      if let place = regions.firstIndex(where: { $0.folder == path }) {
        regions[place][keyPath: key] = file
      } else {
        var region = RegionSources(folder: path, region: nil)
        region[keyPath: key] = file
        regions.append(region)
      }
    }
  }
}

extension RegionSources {
  /// Which file of a region has a name.
  static func file(
    named name: String
  ) -> WritableKeyPath<RegionSources, SourceFile?>? {
    switch name {
    case "region.yaml": \.region
    case "firms.csv": \.firms
    case "prospects.csv": \.prospects
    case "peers.csv": \.peers
    default: nil
    }
  }
}

extension String {
  /// Whether a workspace's folder holds chains in files of such a name.
  var isChainFileName: Bool {
    (hasSuffix(".yaml") || hasSuffix(".yml")) && !hasPrefix(".")
  }
}
