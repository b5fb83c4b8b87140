/// The name of a chain, unique in a workspace: `lithium-battery`.
public struct ChainID: Hashable, Sendable {
  /// The id as it stands in files.
  public let rawValue: String

  /// Wraps an id that a file or a test spells out.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }
}

/// The name of a link: the chain that defines it, and its key there.
public struct LinkID: Hashable, Sendable {
  /// The chain that defines the link.
  public let chain: ChainID
  /// The key of the link inside its chain.
  public let name: String

  /// Joins a chain and a key.
  public init(chain: ChainID, name: String) {
    self.chain = chain
    self.name = name
  }
}

/// The name of a firm inside a region: a short id that its files choose.
public struct FirmID: Hashable, Sendable {
  /// The id as it stands in files.
  public let rawValue: String

  /// Wraps an id that a file or a test spells out.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }
}

/// The name of a region: `dalong`.
public struct RegionID: Hashable, Sendable {
  /// The id as it stands in files.
  public let rawValue: String

  /// Wraps an id that a file or a test spells out.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }
}

/// The name of a need, such as a permit or a utility: `hazardous-waste-permit`.
public struct NeedID: Hashable, Sendable {
  /// The id as it stands in files.
  public let rawValue: String

  /// Wraps an id that a file or a test spells out.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }
}

extension ChainID {
  /// The id that no chain may have: its file is that of a workspace's settings.
  public static let reserved = ChainID("workspace")
}

extension ChainID: Comparable, CustomStringConvertible {
  /// The id as it stands in files.
  public var description: String { rawValue }

  /// Orders by the bytes of the id, so that every listing is stable.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension LinkID: Comparable, CustomStringConvertible {
  /// `chain/link`, the spelling that is unique in every workspace.
  public var description: String { "\(chain)/\(name)" }

  /// Orders by chain, then by key.
  public static func < (left: Self, right: Self) -> Bool {
    left.chain == right.chain ? left.name < right.name : left.chain < right.chain
  }
}

extension FirmID: Comparable, CustomStringConvertible {
  /// The id as it stands in files.
  public var description: String { rawValue }

  /// Orders by the bytes of the id.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension RegionID: Comparable, CustomStringConvertible {
  /// The id as it stands in files.
  public var description: String { rawValue }

  /// Orders by the bytes of the id.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension NeedID: Comparable, CustomStringConvertible {
  /// The id as it stands in files.
  public var description: String { rawValue }

  /// Orders by the bytes of the id.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
