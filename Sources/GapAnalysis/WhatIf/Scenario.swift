public import IndustryChain

/// A supposition about a region: plants that come, firms that leave, projects that move on.
public struct Scenario: Hashable, Sendable {
  /// One change.
  public enum Change: Hashable, Sendable {
    /// A plant comes to a link, of that yearly output in million CNY, else of one typical plant.
    case add(LinkID, outputMillionCNY: Double?)
    /// A firm leaves with all of its projects.
    case removeFirm(FirmID)
    /// All operating firms of a link and of its variants leave it.
    case removeLink(LinkID)
    /// A firm's project in a link, or all of its projects where none is named, is at a stage.
    case stage(FirmID, in: LinkID?, ProjectStage)
  }

  /// The changes, in the order given; all take place at once.
  public let changes: [Change]

  /// Joins changes; whether they fit together and the region shows when they are applied.
  public init(_ changes: [Change]) {
    self.changes = changes
  }
}

/// Why a scenario cannot be applied to a region.
public enum ScenarioConflict: Error, Hashable, Sendable {
  /// There is nothing to suppose.
  case nothing
  /// The workspace has no such link.
  case unknownLink(LinkID)
  /// The region has no such firm.
  case unknownFirm(FirmID)
  /// A plant's output is not above zero.
  case outputNotPositive(LinkID)
  /// A link is added to and removed in one scenario.
  case addedAndRemoved(LinkID)
  /// A firm is removed, or leaves with its link, and is given a stage as well.
  case removedAndStaged(FirmID)
  /// One project is given two stages.
  case stagedTwice(FirmID, LinkID)
  /// No firm operates in a link that is to be removed.
  case nobodyOperates(LinkID)
  /// A firm has no project in the link named, or none whose link is known.
  case noProject(FirmID, LinkID?)
  /// A firm has nothing here that could leave.
  case nothingToRemove(FirmID)
  /// All of the projects meant are at that stage already.
  case alreadyAtStage(FirmID, ProjectStage)
}

extension Scenario {
  /// What the plants of a scenario are called.
  public static let plantName = LocalizedText(english: "what-if plant", chinese: "假设项目")

  /// Where the figures of a scenario are from.
  static let provenance = Provenance(
    grade: .assumed,
    source: LocalizedText(english: "supposed in this what-if", chinese: "假设情景设定"))

  /// The id of the nth plant of a scenario; ids in files hold no colon, so it is nobody else's.
  public static func plantID(_ number: Int) -> FirmID { FirmID("what-if:\(number)") }

  /// Whether a firm is a plant of a scenario.
  public static func isPlant(_ firm: FirmID) -> Bool { firm.rawValue.hasPrefix("what-if:") }
}
