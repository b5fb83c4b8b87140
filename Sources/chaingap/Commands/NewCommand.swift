import ArgumentParser
import ChainFiles
import FoundationEssentials
import IndustryChain
import Glibc

/// Runs `chaingap new`.
struct NewCommand: ParsableCommand {
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case chain, region
  }

  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: Phrase(
      "Begin a chain or a region with a commented file.",
      "新建产业链或区域，文件中附有填写说明。"),
    discussion: Phrase(
      """
      Examples:
        chaingap new chain solar-glass --name-zh 光伏玻璃
        chaingap new region guian --name-zh 贵安新区 --name-en "Guian New Area"
        chaingap new chain solar-glass --language en --into my-chains

      A chain is one file, a region a folder with region.yaml, firms.csv and
      prospects.csv. Nothing that is there already is ever overwritten; tables
      of a region that has no region.yaml yet stay as they are. Where no project
      around has Docs/schema, the schema that editors read comes along.
      """,
      """
      示例：
        chaingap new chain solar-glass --name-zh 光伏玻璃
        chaingap new region guian --name-zh 贵安新区 --name-en "Guian New Area"
        chaingap new chain solar-glass --language en --into my-chains

      产业链是一个文件；区域是一个文件夹，内有 region.yaml、firms.csv 和
      prospects.csv。已有的文件绝不覆盖；区域若只有表格、还没有 region.yaml，
      原有表格保持不变。各级上级文件夹中都没有 Docs/schema 时，一并写入供编辑器
      使用的 JSON Schema。
      """))

  @Argument(help: .init("chain or region.", "chain（产业链）或 region（区域）。"))
  var kind: Kind

  @Argument(
    help: .init(
      "Its id: lower-case letters, digits and inner hyphens.",
      "编号：小写字母、数字，中间可用连字符。"))
  var name: String

  @Option(help: .init("The workspace folder.", "工作区文件夹。"))
  var into = "Chains"

  @Option(help: .init("Its name in Chinese.", "中文名称。"))
  var nameZh: String?

  @Option(help: .init("Its name in English. Default: made from the id.", "英文名称。默认由编号得来。"))
  var nameEn: String?

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    while into.hasSuffix("/"), into != "/" { into.removeLast() }
    if kind == .chain, ChainID(name) == .reserved {
      throw ValidationError(
        "a chain cannot be named \"\(name)\": workspace.yaml holds the settings; choose another id",
        "产业链编号不能用“\(name)”：workspace.yaml 是工作区的设置文件；请换一个编号")
    }
    guard !isID(name) else { return }
    if name.contains("/") {
      throw ValidationError(
        "\"\(name)\" is a path; name the \(kind.rawValue) by its id alone, and its workspace folder with"
          + " --into",
        "“\(name)”是路径；这里只写\(kind == .chain ? "产业链" : "区域")的编号，工作区文件夹请用 --into 指定")
    }
    let guess = name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .joined(separator: "-")
    let command =
      guess.isEmpty
      ? "chaingap new \(kind.rawValue) some-id --name-zh \(name)"
      : "chaingap new \(kind.rawValue) \(guess) --name-en \"\(name)\""
    throw ValidationError(
      "\"\(name)\" is no id; ids are lower-case letters, digits and inner hyphens: write \(command)",
      "“\(name)”不是有效的编号；编号用小写字母、数字，中间可用连字符：请写作 \(command)")
  }

  func run() throws {
    var (folder, files) = content
    if kind == .region, !FileManager.default.fileExists(atPath: folder + "/region.yaml") {
      // The tables of a region may have come first, from an import.
      files = files.filter { !FileManager.default.fileExists(atPath: folder + "/" + $0.key) }
    }
    let places = files.keys.sorted().map { folder + "/" + $0 }
    for place in places where FileManager.default.fileExists(atPath: place) {
      throw Failure(
        "\"\(place)\" is there already", "“\(place)”已存在",
        help: .init(
          "choose another id, or edit the file that is there", "请换一个编号，或直接编辑已有的文件"))
    }
    try writeSchema(for: folder)
    try OutputFolder(path: folder).write(files.mapValues { Array($0.utf8) })
    for place in places { Console.write(place + "\n") }
  }

  /// Puts the schema that the new file names where it says, unless it is there.
  private func writeSchema(for folder: String) throws {
    guard SchemaReference.pathInProject(ofKind: kind.rawValue, from: folder) == nil,
      let schema = FileSchema(rawValue: kind.rawValue)
    else { return }
    let place = into + "/" + SchemaReference.workspaceFolder
    let name = kind.rawValue + ".schema.json"
    guard !FileManager.default.fileExists(atPath: place + "/" + name) else { return }
    try OutputFolder(path: place).write([name: Array(schema.jsonSchema.utf8)])
    Console.write(place + "/" + name + "\n")
  }

  /// The texts of the files by their names in a folder.
  private var content: (folder: String, files: [String: String]) {
    let words = name.split(separator: "-").joined(separator: " ")
    let names = LocalizedText(
      english: nameEn ?? words.prefix(1).uppercased() + words.dropFirst(),
      chinese: nameZh)
    let folder = kind == .chain ? into : into + "/regions/" + name
    let start = StartingFile(
      in: wording.language,
      schema: SchemaReference.path(ofKind: kind.rawValue, from: folder, workspace: into))
    switch kind {
    case .chain:
      return (folder, [name + ".yaml": start.chain(ChainID(name), name: names)])
    case .region:
      return (
        folder,
        [
          "region.yaml": start.region(RegionID(name), name: names, date: .today),
          "firms.csv": start.firmTable, "prospects.csv": start.firmTable,
        ]
      )
    }
  }

  private func isID(_ text: String) -> Bool {
    text.allSatisfy { $0 == "-" || ($0.isASCII && ($0.isLowercase || $0.isNumber)) }
      && !text.isEmpty && !text.hasPrefix("-") && !text.hasSuffix("-")
  }
}

extension CalendarDate {
  /// The day by the clock and the time zone of this machine.
  fileprivate static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .distantFuture
  }
}
