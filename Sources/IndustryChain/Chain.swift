/// A named set of links, one definition file each.
public struct Chain: Hashable, Sendable {
  /// The id, unique in the workspace.
  public let id: ChainID
  /// Its name in one or both languages.
  public var name: LocalizedText
  /// A sentence on what the chain covers.
  public var summary: LocalizedText?
  /// Its links, in the order of the file.
  public var links: [Link]

  /// A chain with its links.
  public init(id: ChainID, name: LocalizedText, links: [Link]) {
    self.id = id
    self.name = name
    self.links = links
  }
}

/// A permit or a utility that links may need and regions may provide.
public struct Need: Hashable, Sendable {
  /// The id, shared by all chains of a workspace.
  public let id: NeedID
  /// Its name in one or both languages.
  public var name: LocalizedText

  /// A need with its name.
  public init(id: NeedID, name: LocalizedText) {
    self.id = id
    self.name = name
  }
}

/// All chain definitions that are looked at together, and the regions seen through them.
public struct Workspace: Hashable, Sendable {
  /// The chains, sorted by id.
  public let chains: [Chain]
  /// The needs that links name, sorted by id.
  public let needs: [Need]
  /// The regions, sorted by id.
  public let regions: [Region]

  /// Sorts its parts by id, so that the order of files never shows in a result.
  public init(chains: [Chain], needs: [Need] = [], regions: [Region] = []) {
    self.chains = chains.sorted { $0.id < $1.id }
    self.needs = needs.sorted { $0.id < $1.id }
    self.regions = regions.sorted { $0.id < $1.id }
  }
}
