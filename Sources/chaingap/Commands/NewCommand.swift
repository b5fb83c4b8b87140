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
    abstract: "Begin a chain or a region with a commented file.",
    discussion: """
      Examples:
        chaingap new chain solar-glass --name-zh 光伏玻璃
        chaingap new region guian --name-zh 贵安新区 --name-en "Guian New Area"
        chaingap new chain solar-glass --language en --into my-chains

      A chain is one file, a region a folder with region.yaml, firms.csv and
      prospects.csv. Nothing that is there already is ever overwritten; tables
      of a region that has no region.yaml yet stay as they are. Where no project
      around has Docs/schema, the schema that editors read comes along.
      """)

  @Argument(help: "chain or region.")
  var kind: Kind

  @Argument(help: "Its id: lower-case letters, digits and inner hyphens.")
  var name: String

  @Option(help: "The workspace folder.")
  var into = "Chains"

  @Option(help: "Its name in Chinese.")
  var nameZh: String?

  @Option(help: "Its name in English. Default: made from the id.")
  var nameEn: String?

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    while into.hasSuffix("/"), into != "/" { into.removeLast() }
    guard !isID(name) else { return }
    if name.contains("/") {
      throw ValidationError(
        "\"\(name)\" is a path; name the \(kind.rawValue) by its id alone, and its workspace folder with"
          + " --into")
    }
    let guess = name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .joined(separator: "-")
    throw ValidationError(
      "\"\(name)\" is no id; ids are lower-case letters, digits and inner hyphens: write "
        + (guess.isEmpty
          ? "chaingap new \(kind.rawValue) some-id --name-zh \(name)"
          : "chaingap new \(kind.rawValue) \(guess) --name-en \"\(name)\""))
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
        "\"\(place)\" is there already", help: "choose another id, or edit the file that is there")
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
      chinese: nameZh ?? "\(name)（中文名待填）")
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
