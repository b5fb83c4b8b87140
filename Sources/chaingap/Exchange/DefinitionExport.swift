import ArgumentParser
import ChainFiles
import Diagnostics
import FoundationEssentials
import IndustryChain
import Spreadsheet

/// Chains and regions of a workspace as tables that come back with nothing lost.
struct DefinitionExport {
  /// What a definition is written as.
  enum Form {
    case workbook, tables
  }

  /// A chain or a region and its tables.
  struct Definition {
    let id: String
    let tables: [ExchangeTable]
  }

  let workspace: String

  /// The definitions of some chains and regions, of all where none is named.
  ///
  /// - Throws: `ExitCode.findings` after telling what is wrong in the files, or `Failure` where there
  ///   is none of that name.
  func definitions(named names: [String], language: Language) throws -> [Definition] {
    let sources = try WorkspaceFolder(path: workspace).sources()
    let errors = loadWorkspace(sources).diagnostics.filter { $0.severity == .error }
    var chains: [(id: String, file: SourceFile)] = []
    var regions: [(id: String, sources: RegionSources)] = []
    for file in sources.chains { chains.append((try id(of: file, "chain"), file)) }
    for region in sources.regions {
      guard let file = region.region else { continue }
      regions.append((try id(of: file, "region"), region))
    }
    let known = chains.map(\.id) + regions.map(\.id)
    for name in names where !known.contains(name) {
      throw Failure(
        "there is no chain or region \"\(name)\" in \"\(workspace)\"",
        "“\(workspace)”中没有产业链或区域“\(name)”", help: .oneOf(known))
    }
    var findings: [Diagnostic] = []
    var definitions: [Definition] = []
    for (id, file) in chains where names.isEmpty || names.contains(id) {
      let own = errors.filter { $0.location?.file.path == file.path }
      guard own.isEmpty, let tree = tree(file, &findings) else {
        findings += own
        continue
      }
      let tables = ChainExchange.tables(of: tree)
      findings += tree.lossFindings(in: file) {
        ChainExchange.tree(from: tables.map(\.sheet)).tree
      }
      definitions.append(Definition(id: id, tables: tables))
    }
    for (id, region) in regions where names.isEmpty || names.contains(id) {
      guard let file = region.region else { continue }
      let paths = Set(region.files.map(\.path))
      let own = errors.filter { $0.location.map { paths.contains($0.file.path) } == true }
      guard own.isEmpty, let tree = tree(file, &findings) else {
        findings += own
        continue
      }
      let files = ["firms": region.firms, "prospects": region.prospects, "peers": region.peers]
      let (tables, more) = RegionExchange.tables(of: tree, files: files.compactMapValues { $0 })
      findings += more
      findings += tree.lossFindings(in: file) {
        RegionExchange.files(from: tables.map(\.sheet)).tree
      }
      definitions.append(Definition(id: id, tables: tables))
    }
    if !findings.isEmpty {
      FindingsOutput(language: language).show(findings)
      throw ExitCode.findings
    }
    return definitions
  }

  /// The files of a definition by their paths.
  static func files(of definition: Definition, as form: Form) throws -> [String: [UInt8]] {
    switch form {
    case .workbook:
      return [
        "\(definition.id).xlsx":
          try DefinitionWorkbook(title: definition.id, tables: definition.tables).bytes()
      ]
    case .tables:
      // With a byte order mark, without which some programs read no Chinese.
      return Dictionary(
        uniqueKeysWithValues: definition.tables.map {
          ("\(definition.id)/\($0.shape.key).csv", Array(("\u{FEFF}" + $0.csv()).utf8))
        })
    }
  }

  /// Whether a file that is there says something else than it would; a workbook that another program
  /// has saved with the same cells does not.
  static func replacesOther(_ path: String, with bytes: [UInt8]) -> Bool {
    guard let old = FileManager.default.contents(atPath: path).map(Array.init), old != bytes else {
      return false
    }
    guard path.lowercased().hasSuffix(".xlsx"), let before = try? WorkbookContent(xlsx: old),
      let after = try? WorkbookContent(xlsx: bytes)
    else { return true }
    return before != after
  }

  private func id(of file: SourceFile, _ key: String) throws -> String {
    let stem = file.name.split(separator: ".").first.map(String.init) ?? file.name
    return TreeDocument(file).tree.flatMap { $0.id(key) } ?? stem
  }

  private func tree(_ file: SourceFile, _ findings: inout [Diagnostic]) -> FileTree? {
    let document = TreeDocument(file)
    findings += document.diagnostics
    return document.tree
  }
}

/// Writes findings to standard error, as `check` writes them.
struct FindingsOutput {
  let language: Language

  func show(_ findings: [Diagnostic]) {
    guard !findings.isEmpty else { return }
    let palette: Palette =
      Console.hasColours(onTerminal: Console.errorIsTerminal) ? .ansi : .plain
    Console.errorFragment(
      TerminalRenderer(palette: palette, language: language).render(findings.sorted()))
  }
}
