public import Diagnostics
public import IndustryChain

/// What the files of a workspace define and where each of it is used, errors in them or not.
///
/// Files that cannot be read at all keep what they defined when they last could, without places in
/// them, so that an author in the middle of a line still sees every name.
public struct WorkspaceSymbols: Sendable {
  /// Something that files define and refer to.
  public enum Symbol: Hashable, Sendable {
    case chain(ChainID)
    case link(LinkID)
    case need(NeedID)
    /// A firm of the region in a folder.
    case firm(FirmID, folder: String)
  }

  /// One place where a file names a symbol.
  public struct Occurrence: Hashable, Sendable {
    /// Whether the place makes the symbol or uses it.
    public enum Role: Hashable, Sendable {
      case definition
      case reference
    }

    /// What is named.
    public let symbol: Symbol
    /// Whether the place makes the symbol or uses it.
    public let role: Role
    /// The file.
    public let file: SourceFile
    /// The name itself, without quotation marks around it.
    public let range: SourceRange
    /// The name as it stands there: `chain/link`, or the link alone.
    public let spelling: String
    /// The figure that the place gives: the share of an input, the demand for a link.
    public let figure: Figure?
    /// The chain whose links the place may name alone; `nil` outside of chain files.
    public let chain: ChainID?
  }

  /// Every place, by file and position.
  public internal(set) var occurrences: [Occurrence] = []
  /// The links as their files give them, inputs left out.
  public internal(set) var links: [LinkID: Link] = [:]
  /// The paths of files that cannot be read, sorted.
  public internal(set) var unreadable: [String] = []
  /// What each symbol is called.
  var names: [Symbol: LocalizedText] = [:]
  var linkNames = LinkNames([], of: [])
  var files: [String: FileSymbols] = [:]
  /// The last reading that succeeded of files that cannot be read now.
  var lastReadable: [String: FileSymbols] = [:]
  private var placesBySymbol: [Symbol: [Int]] = [:]
  private var placesByPath: [String: Range<Int>] = [:]

  /// Reads the files of a workspace.
  ///
  /// - Parameters:
  ///   - sources: The files.
  ///   - previous: Symbols of earlier texts; files whose text is the same are not read again.
  /// O(length of the files that changed + names in all files).
  public init(of sources: WorkspaceSources, after previous: WorkspaceSymbols? = nil) {
    func symbols(_ file: SourceFile, _ read: (SourceFile) -> FileSymbols) -> FileSymbols {
      let known = previous?.files[file.path]
      let symbols = known?.file == file ? known ?? read(file) : read(file)
      files[file.path] = symbols
      if case .unreadable = symbols.content {
        unreadable.append(file.path)
        if case .unreadable? = known?.content {
          lastReadable[file.path] = previous?.lastReadable[file.path]
        } else {
          lastReadable[file.path] = known
        }
      }
      return symbols
    }
    let chains = sources.chains.map { symbols($0, FileSymbols.init(chain:)) }
    let regions = sources.regions.map { region in
      (
        folder: region.folder,
        files: [
          region.region.map { symbols($0, FileSymbols.init(region:)) },
          region.firms.map { symbols($0, FileSymbols.init(firms:)) },
          region.prospects.map { symbols($0, FileSymbols.init(firms:)) },
          region.peers.map { symbols($0, FileSymbols.init(peers:)) },
        ].compactMap { $0 }
      )
    }
    unreadable.sort()
    collect(chains: chains, regions: regions)
    index()
  }

  /// What a symbol is called, empty where nobody has said.
  public func name(of symbol: Symbol) -> LocalizedText { names[symbol] ?? LocalizedText() }

  /// Every symbol that is defined, in no particular order.
  public var symbols: Dictionary<Symbol, LocalizedText>.Keys { names.keys }

  /// The places where a symbol is named, by file and position.
  public func occurrences(of symbol: Symbol) -> [Occurrence] {
    (placesBySymbol[symbol] ?? []).map { occurrences[$0] }
  }

  /// The places in a file, by position.
  public func occurrences(in path: String) -> ArraySlice<Occurrence> {
    occurrences[placesByPath[path] ?? 0..<0]
  }

  /// The name that a position of a file touches; its end counts too, since a cursor stands there.
  ///
  /// O(log(places)).
  public func occurrence(at position: SourcePosition, in path: String) -> Occurrence? {
    let places = occurrences(in: path)
    var low = places.startIndex
    var high = places.endIndex
    while low < high {
      let middle = (low + high) / 2
      if places[middle].range.start <= position { low = middle + 1 } else { high = middle }
    }
    guard low > places.startIndex, places[low - 1].range.end >= position else { return nil }
    return places[low - 1]
  }

  /// The link that a name means where it stands; `nil` where it means none or several.
  public func link(named name: String, from chain: ChainID?) -> LinkID? {
    linkNames.link(named: name, from: chain)
  }

  /// The shortest name by which a place may call a link.
  public func spelling(of link: LinkID, from chain: ChainID?) -> String {
    self.link(named: link.name, from: chain) == link ? link.name : link.description
  }

  private mutating func index() {
    occurrences.sort { left, right in
      left.file.path == right.file.path
        ? left.range.start < right.range.start : left.file.path < right.file.path
    }
    var start = 0
    for (place, occurrence) in occurrences.enumerated() {
      placesBySymbol[occurrence.symbol, default: []].append(place)
      if place + 1 == occurrences.count
        || occurrences[place + 1].file.path != occurrence.file.path
      {
        placesByPath[occurrence.file.path] = start..<place + 1
        start = place + 1
      }
    }
  }
}
