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
  /// The paths of files that look as if they belonged to the workspace and are not read.
  public var unread: [String]

  /// Joins chain files and regions; chains alone make a workspace too.
  public init(
    chains: [SourceFile], regions: [RegionSources] = [], settings: SourceFile? = nil,
    unread: [String] = []
  ) {
    self.chains = chains
    self.regions = regions
    self.settings = settings
    self.unread = unread
  }

  /// Whether a file of the workspace's folder is probably meant as a chain, and its name keeps it
  /// from being read: `lighter.YAML`.
  public static func looksForgotten(_ name: String) -> Bool {
    !name.hasPrefix(".") && !(name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
      && [".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
  }

  /// Whether a file of a folder where no chain and no region lies is one by its first key.
  ///
  /// Other programs write YAML too, so its name tells nothing. O(length).
  public static func looksMisplaced(_ file: SourceFile) -> Bool {
    file.text.split { $0.isNewline }.contains { $0.hasPrefix("chain:") || $0.hasPrefix("region:") }
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

  /// The names of the files that a region may have.
  public static let fileNames = ["region.yaml", "firms.csv", "prospects.csv", "peers.csv"]

  /// Whether a file of a region's folder is a table or a YAML file that no region has.
  public static func looksForgotten(_ name: String) -> Bool {
    !name.hasPrefix(".") && !fileNames.contains(name)
      && [".csv", ".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
  }

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

extension WorkspaceSources {
  /// The sources without what lies beside a file and is one of some files, or another version of a
  /// chain that they define.
  ///
  /// O(length of the chain files).
  public func leavingOutCopies(of files: [SourceFile], except file: SourceFile) -> Self {
    let paths = files.map(\.path)
    let ids = Set(files.compactMap { ChainReading($0).draft?.id.value })
    var sources = self
    sources.chains.removeAll { chain in
      guard chain.path != file.path else { return false }
      return paths.contains(chain.path)
        || ChainReading(chain).draft.map { ids.contains($0.id.value) } ?? false
    }
    return sources
  }
}
