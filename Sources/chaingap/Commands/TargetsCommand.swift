public import ArgumentParser
import FoundationEssentials
public import GapAnalysis
import IndustryChain
import Reporting

/// Runs `chaingap targets`.
struct TargetsCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json, markdown, xlsx
  }

  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: Phrase(
      "List what to recruit, best first, and what is signed and must go into production.",
      "列出招商目标，最值得的在前；另列已签约、待投产的项目。"),
    discussion: Phrase(
      """
      Examples:
        chaingap targets --limit 10
        chaingap targets --chain lighter --kind fill
        chaingap targets --language zh --format markdown
        chaingap targets --format csv > targets.csv     opens in Excel as it is
        chaingap targets --format xlsx -o targets.xlsx  sheets: scores, firms, projects
        chaingap targets --as-of 2019-12-31             as it was then

      Ranks are those of the whole list, whatever is filtered.
      """,
      """
      示例：
        chaingap targets --limit 10
        chaingap targets --chain lighter --kind fill
        chaingap targets --language zh --format markdown
        chaingap targets --format csv > targets.csv     可直接用 Excel 打开
        chaingap targets --format xlsx -o targets.xlsx  含评分、企业、项目各表
        chaingap targets --as-of 2019-12-31             当时的情况

      无论如何筛选，名次都是在整个清单中的名次。
      """))

  @OptionGroup var options: AnalysisOptions

  @Option(
    help: .init("table, csv, json, markdown or xlsx.", "table（表格）、csv、json、markdown 或 xlsx。"))
  var format = Format.table

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write; - for standard output.", "写入的文件；- 为标准输出。", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Only links of a chain; may be repeated.", "只列某条产业链的环节，可多次给出。", valueName: "chain"))
  var chain: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only a kind of opportunity; may be repeated: \(OpportunityKind.names.english).",
      "只列某类机会，可多次给出：\(OpportunityKind.names.chinese)。", valueName: "kind"))
  var kind: [OpportunityKind] = []

  @Option(
    help: ArgumentHelp("At most so many of each list.", "各表最多列出的条数。", valueName: "count"))
  var limit: Int?

  @OptionGroup var robustness: RobustnessOptions

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if let limit, limit < 1 {
      throw ValidationError("--limit takes 1 or more", "--limit 应为正整数")
    }
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
      try ResultFiles.write(bytes, to: output)
      Console.write("\(output)\n")
    } else {
      guard format != .xlsx || !Console.outputIsTerminal else {
        throw Failure(
          "an xlsx file is not for a terminal", "xlsx 文件不能显示在终端上",
          help: .init("give it a name: -o targets.xlsx", "请指定文件名：-o targets.xlsx"))
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

  /// The kinds as they are typed, in Chinese with what they mean.
  fileprivate static var names: Phrase {
    Phrase(
      allCases.map(\.argument).joined(separator: ", "),
      allCases.map { "\($0.argument)（\(Language.chinese.text($0.word))）" }
        .joined(separator: "、"))
  }

  /// The kinds as they are typed.
  public static var allValueStrings: [String] { allCases.map(\.argument) }

  /// Reads `extend-upstream` and the like.
  public init?(argument: String) {
    guard let kind = Self.allCases.first(where: { $0.argument == argument }) else { return nil }
    self = kind
  }
}
