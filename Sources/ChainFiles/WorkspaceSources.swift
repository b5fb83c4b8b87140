public import Diagnostics
public import IndustryChain

/// The texts that a workspace is read from.
public struct WorkspaceSources: Hashable, Sendable {
  /// One file a chain, in any order.
  public var chains: [SourceFile]
  /// One folder a region, in any order.
  public var regions: [RegionSources]
  /// `workspace.yaml`, what the workspace wants of the check.
  public var settings: SourceFile?

  /// Joins chain files and regions; chains alone make a workspace too.
  public init(
    chains: [SourceFile], regions: [RegionSources] = [], settings: SourceFile? = nil
  ) {
    self.chains = chains
    self.regions = regions
    self.settings = settings
  }

  /// The name of the file of settings, which no chain file may have.
  public static var settingsFileName: String { WorkspaceSettings.fileName }

  /// All files: chains, then regions, then the settings.
  public var files: [SourceFile] {
    chains + regions.flatMap(\.files) + [settings].compactMap { $0 }
  }

  /// The number of files.
  public var fileCount: Int { files.count }
}

/// The texts in the folder of one region.
public struct RegionSources: Hashable, Sendable {
  /// The path of the folder, for messages about what it lacks.
  public var folder: String
  /// `region.yaml`; without it the region cannot be read.
  public var region: SourceFile?
  /// `firms.csv`, the residents.
  public var firms: SourceFile?
  /// `prospects.csv`, firms elsewhere.
  public var prospects: SourceFile?
  /// `peers.csv`, what other regions have.
  public var peers: SourceFile?

  /// The files that are there.
  public var files: [SourceFile] { [region, firms, prospects, peers].compactMap { $0 } }

  /// Joins the files of a folder; `nil` stands for a file that is not there.
  public init(
    folder: String, region: SourceFile?, firms: SourceFile? = nil, prospects: SourceFile? = nil,
    peers: SourceFile? = nil
  ) {
    self.folder = folder
    self.region = region
    self.firms = firms
    self.prospects = prospects
    self.peers = peers
  }
}

/// What reading a workspace gives.
public struct LoadResult: Sendable {
  /// The workspace, `nil` where anything in its files is an error.
  public let workspace: Workspace?
  /// Everything that was found, by file and place.
  public let diagnostics: [Diagnostic]
}
