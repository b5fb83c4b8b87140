public import ArgumentParser
import FoundationEssentials
public import GapAnalysis
import Reporting

/// Runs `chaingap targets`.
struct TargetsCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json, markdown, xlsx
  }

  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "List what to recruit, best first, and what is signed and must go into production.",
    discussion: """
      Examples:
        chaingap targets --limit 10
        chaingap targets --chain lighter --kind fill
        chaingap targets --language zh --format markdown
        chaingap targets --format csv > targets.csv     opens in Excel as it is
        chaingap targets --format xlsx -o targets.xlsx  sheets: scores, firms, projects
        chaingap targets --as-of 2019-12-31             as it was then

      Ranks are those of the whole list, whatever is filtered.
      """)

  @OptionGroup var options: AnalysisOptions

  @Option(help: "table, csv, json, markdown or xlsx.")
  var format = Format.table

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Only links of a chain; may be repeated.", valueName: "chain"))
  var chain: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only a kind of opportunity; may be repeated: "
        + OpportunityKind.allCases.map(\.argument).joined(separator: ", ") + ".",
      valueName: "kind"))
  var kind: [OpportunityKind] = []

  @Option(help: ArgumentHelp("At most so many of each list.", valueName: "count"))
  var limit: Int?

  @OptionGroup var robustness: RobustnessOptions

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes 1 or more") }
  }

  func run() throws {
    let analysis = try options.analysis()
    let filter = TargetFilter(
      chains: try Set(chain.map { try analysis.chain(named: $0) }), kinds: Set(kind), limit: limit)
    let list = TargetList(
      of: analysis, robustness: robustness.robustness(of: analysis), filter: filter)
    guard output != nil || format != .table else {
      return Console.show(list.page(in: wording.language))
    }
    let bytes = try bytes(of: list)
    if let output, output != "-" {
      try AtomicFile.replace(output, with: bytes)
      Console.write("\(output)\n")
    } else {
      guard format != .xlsx || !Console.outputIsTerminal else {
        throw Failure("an xlsx file is not for a terminal", help: "give it a name: -o targets.xlsx")
      }
      Console.write(bytes)
    }
  }

  private func bytes(of list: TargetList) throws -> [UInt8] {
    switch format {
    case .table: Array(list.page(in: wording.language).terminalText().utf8)
    case .csv: Array(list.csv().utf8)
    case .json: Array(list.json().utf8)
    case .markdown: Array(list.page(in: wording.language).markdown().utf8)
    case .xlsx: try SpreadsheetFile.bytes(of: TargetWorkbook(of: list))
    }
  }
}

extension OpportunityKind: ExpressibleByArgument {
  /// The kind as it is typed: `extend-upstream`.
  fileprivate var argument: String {
    rawValue.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }

  /// The kinds as they are typed.
  public static var allValueStrings: [String] { allCases.map(\.argument) }

  /// Reads `extend-upstream` and the like.
  public init?(argument: String) {
    guard let kind = Self.allCases.first(where: { $0.argument == argument }) else { return nil }
    self = kind
  }
}
