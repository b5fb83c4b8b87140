import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct StartingFileTests {
  private let date = CalendarDate.distantFuture

  private func files(in language: Language) -> [SourceFile] {
    let start = StartingFile(in: language, schema: "s.json")
    let name = LocalizedText(english: "Solar: glass", chinese: "光伏玻璃")
    return [
      SourceFile(path: "solar.yaml", text: start.chain(ChainID("solar"), name: name)),
      SourceFile(path: "region.yaml", text: start.region(RegionID("here"), name: name, date: date)),
      SourceFile(path: "firms.csv", text: start.firmTable),
    ]
  }

  private func load(_ files: [SourceFile]) -> LoadResult {
    loadWorkspace(
      WorkspaceSources(
        chains: [files[0]],
        regions: [
          RegionSources(folder: "here", region: files[1], firms: files[2], prospects: files[2])
        ]
      ))
  }

  @Test(arguments: Language.allCases)
  func `starting files are clean, laid out, and begin with their schema`(_ language: Language) {
    let files = files(in: language)
    let result = load(files)
    #expect(result.diagnostics.map(\.message.english) == [])
    #expect(result.workspace?.regions.first?.date == date)
    for file in files.prefix(2) {
      #expect(FormattedFile(file).text == file.text)
      #expect(file.text.hasPrefix("# yaml-language-server: $schema=s.json\n"))
    }
  }

  @Test func `a name that nobody has given in Chinese is told`() throws {
    let start = StartingFile(in: .chinese, schema: "s.json")
    let file = SourceFile(
      path: "my.yaml", text: start.chain(ChainID("my"), name: LocalizedText(english: "My")))
    #expect(file.text.contains("zh: my（中文名待填）"))
    let found = checkWorkspace(WorkspaceSources(chains: [file])).diagnostics
    let finding = try #require(found.first { $0.id == Rule.missingTranslation.id })
    #expect(finding.message.chinese == "有 3 个名称只有一种语言")
    #expect(finding.notes.first?.message.chinese == "“My”没有中文名")
    let named = SourceFile(path: "my.yaml", text: file.text.replacing("（中文名待填）", with: ""))
    #expect(checkWorkspace(WorkspaceSources(chains: [named])).diagnostics == [])
  }

  @Test(arguments: Language.allCases)
  func `they hold no figure and no firm`(_ language: Language) {
    let workspace = load(files(in: language)).workspace
    let links = workspace?.chains.flatMap(\.links) ?? []
    #expect(links.count == 2)
    #expect(links.allSatisfy { $0.plant == Plant() && $0.valueAdded == nil })
    #expect(links.flatMap(\.inputs).allSatisfy { $0.share == nil })
    #expect(workspace?.regions.allSatisfy { $0.firms.isEmpty } == true)
  }

  @Test(arguments: Language.allCases)
  func `an example that is switched on is read by the schema`(_ language: Language) {
    // Ids of other links, chains, firms and needs are the author's to fill in.
    let expected: Set = ["unknown-link", "unknown-chain", "unknown-firm", "unknown-need"]
    for (index, file) in files(in: language).prefix(2).enumerated() {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        guard let mark = line.firstRange(of: "# "),
          line[..<mark.lowerBound].allSatisfy({ $0 == " " }),
          line[mark.upperBound...].contains("  # ")
        else { continue }
        var changed = lines
        changed[number] = line[..<mark.lowerBound] + line[mark.upperBound...]
        var files = files(in: language)
        files[index] = SourceFile(path: file.path, text: changed.joined(separator: "\n"))
        let found = load(files).diagnostics.filter { $0.severity == .error }.map(\.id.rawValue)
        #expect(expected.isSuperset(of: found), "\(line): \(found)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `every key of the schema is shown`(_ language: Language) {
    let files = files(in: language)
    for (schema, file) in [
      (ObjectSchema.chain, files[0]), (.link, files[0]), (.region, files[1]),
    ] {
      for key in schema.keys {
        #expect(
          file.text.contains("\(key.key): ") || file.text.contains("\(key.key):\n"), "\(key.key)")
      }
    }
  }
}
