public import Diagnostics
import IndustryChain

/// Every kind of problem that chain files, region files and firm tables can have.
///
/// `Docs/Diagnostics.md` has one entry for each.
public enum Rule: String, CaseIterable, Hashable, Sendable {
  // Files
  case nothingToRead = "nothing-to-read"
  case inaccessibleFile = "inaccessible-file"
  case invalidUTF8 = "invalid-utf8"
  case yamlSyntax = "yaml-syntax"
  case yamlAlias = "yaml-alias"
  case yamlTooDeep = "yaml-too-deep"
  case missingRegionFile = "missing-region-file"
  case missingFirmTable = "missing-firm-table"
  case unreadFile = "unread-file"

  // Keys and values
  case duplicateKey = "duplicate-key"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case unknownValue = "unknown-value"
  case badID = "bad-id"
  case badNumber = "bad-number"
  case badMoney = "bad-money"
  case badDate = "bad-date"
  case reportedWithoutSource = "reported-without-source"
  case controlCharacter = "control-character"

  // Names
  case duplicateChain = "duplicate-chain"
  case duplicateLink = "duplicate-link"
  case duplicateRegion = "duplicate-region"
  case duplicateFirm = "duplicate-firm"
  case unknownLink = "unknown-link"
  case ambiguousLink = "ambiguous-link"
  case unknownChain = "unknown-chain"
  case unknownFirm = "unknown-firm"
  case unknownNeed = "unknown-need"
  case conflictingNeed = "conflicting-need"
  case regionUnlikeFolder = "region-unlike-folder"
  case duplicateFirmName = "duplicate-firm-name"
  case quotedName = "quoted-name"

  // Ranking
  case weightsAllZero = "weights-all-zero"
  case infeasibleWeights = "infeasible-weights"
  case weightsOutsideBounds = "weights-outside-bounds"
  case repeatedCriterion = "repeated-criterion"
  case providedAndLacked = "provided-and-lacked"

  // Inputs
  case duplicateInput = "duplicate-input"
  case returnOnProcessing = "return-on-processing"
  case shareOutOfRange = "share-out-of-range"
  case shareSumOverOne = "share-sum-over-one"
  case selfInput = "self-input"
  case closedCycle = "closed-cycle"
  case variantCycle = "variant-cycle"
  case cycleWithoutReturn = "cycle-without-return"

  // Firm tables
  case csvSyntax = "csv-syntax"
  case unknownColumn = "unknown-column"
  case duplicateColumn = "duplicate-column"
  case missingColumn = "missing-column"
  case tooManyCells = "too-many-cells"
  case tooFewCells = "too-few-cells"
  case missingName = "missing-name"
  case contradictingFirm = "contradicting-firm"
  case badCount = "bad-count"
  case badCreditCode = "bad-credit-code"
  case milestonesOutOfOrder = "milestones-out-of-order"
  case dateAfterRegion = "date-after-region"

  // Tables of peers
  case badPeerCount = "bad-peer-count"
  case duplicatePeerRow = "duplicate-peer-row"
  case contradictingPeer = "contradicting-peer"
  case peerIsRegion = "peer-is-region"

  // The workspace file
  case unknownRule = "unknown-rule"
  case loweredError = "lowered-error"

  // Links that stand oddly
  case isolatedLink = "isolated-link"
  case unboughtLink = "unbought-link"
  case unsuppliedLink = "unsupplied-link"
  case lowShareSum = "low-share-sum"
  case highShareSum = "high-share-sum"
  case stageAgainstFlow = "stage-against-flow"
  case umbrellaWithoutVariants = "umbrella-without-variants"
  case duplicateName = "duplicate-name"
  case sharedCode = "shared-code"

  // What is not said
  case missingTranslation = "missing-translation"
  case figureWithoutSource = "figure-without-source"
  case oldEstimate = "old-estimate"
  case projectWithoutDate = "project-without-date"

  /// The name as findings carry it.
  public var id: DiagnosticID { DiagnosticID(rawValue) }

  /// How much a breach matters where the workspace's file says nothing else.
  public var severity: Severity {
    switch self {
    case .selfInput, .cycleWithoutReturn, .contradictingFirm, .milestonesOutOfOrder,
      .missingFirmTable, .unreadFile, .weightsOutsideBounds, .contradictingPeer, .unknownRule,
      .loweredError, .regionUnlikeFolder, .duplicateFirmName, .quotedName, .dateAfterRegion,
      .isolatedLink, .highShareSum, .stageAgainstFlow, .duplicateName, .oldEstimate:
      .warning
    case .unboughtLink, .unsuppliedLink, .lowShareSum, .umbrellaWithoutVariants, .sharedCode,
      .missingTranslation, .figureWithoutSource, .projectWithoutDate:
      .note
    default: .error
    }
  }
}

extension Diagnostic {
  /// A finding with the id and the severity of its rule.
  init(
    _ rule: Rule, at location: Location?, _ english: String, _ chinese: String,
    notes: [Note] = [], help: LocalizedText? = nil, fix: Fix? = nil
  ) {
    self.init(
      id: rule.id, severity: rule.severity, location: location,
      message: LocalizedText(english: english, chinese: chinese), notes: notes, help: help,
      fix: fix)
  }
}
