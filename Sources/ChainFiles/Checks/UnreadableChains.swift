import Diagnostics
import IndustryChain

/// The chain files that could not be read: names that other files use may be defined in them.
struct UnreadableChains {
  private let files: [(file: SourceFile, words: Set<String>)]

  /// Splits the files into words.
  ///
  /// O(length of the files).
  init(_ files: [SourceFile]) {
    self.files = files.map { file in
      var words = file.text.wordsOfIDs
      if let name = file.name.split(separator: ".").first { words.insert(String(name)) }
      return (file, words)
    }
  }

  /// Findings without those about names that a file may define that could not be read; each such
  /// file tells once that its names were not looked up.
  ///
  /// A name may be defined where it occurs as a word: `chain/link` by its link. What a readable
  /// chain would have to define is unknown in any case. O(findings · files) and the length of the
  /// files that they are about.
  func holdingBack(_ findings: [Diagnostic], known chains: Set<ChainID>) -> [Diagnostic] {
    guard !files.isEmpty else { return findings }
    var held = [[Diagnostic.Location]](repeating: [], count: files.count)
    var lines: [String: LineTable] = [:]
    var kept: [Diagnostic] = []
    for finding in findings {
      let places = finding.unknownName(&lines).map { definers(of: $0, known: chains) } ?? []
      guard let location = finding.location, !places.isEmpty else {
        kept.append(finding)
        continue
      }
      for place in places { held[place].append(location) }
    }
    return kept.map { finding in
      guard finding.severity == .error,
        let place = files.firstIndex(where: { $0.file.path == finding.location?.file.path }),
        let first = held[place].min(by: { ($0.file.path, $0.start) < ($1.file.path, $1.start) })
      else { return finding }
      defer { held[place] = [] }
      return finding.with(.namesNotLookedUp(count: held[place].count, first: first))
    }
  }

  /// The files that may define a name.
  private func definers(of name: String, known chains: Set<ChainID>) -> [Int] {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let last = parts.last, parts.count == 1 || !chains.contains(ChainID(parts[0])) else {
      return []
    }
    return files.indices.filter { files[$0].words.contains(last) }
  }
}

extension Diagnostic {
  /// The name that nothing defines, as the file has it; `nil` for any other finding.
  fileprivate func unknownName(_ lines: inout [String: LineTable]) -> String? {
    let rules: [Rule] = [.unknownLink, .unknownChain, .unknownNeed]
    guard rules.contains(where: { $0.id == id }), let location, let range = location.range,
      range.start.line == range.end.line
    else { return nil }
    let table = lines[location.file.path] ?? LineTable(location.file.text)
    lines[location.file.path] = table
    let line = table[range.start.line].map { Array($0.unicodeScalars) } ?? []
    guard range.start.column >= 1, range.end.column - 1 <= line.count else { return nil }
    let text = line[(range.start.column - 1)..<(range.end.column - 1)]
    return String(String.UnicodeScalarView(text)).filter { !"\"' ".contains($0) }
  }

  fileprivate func with(_ note: Note) -> Self {
    Self(
      id: id, severity: severity, location: location, message: message, notes: notes + [note],
      help: help, fix: fix)
  }
}

extension Diagnostic.Note {
  fileprivate static func namesNotLookedUp(count: Int, first: Diagnostic.Location) -> Self {
    count == 1
      ? Self(
        "a name that may be defined in this file is not looked up until it can be read",
        "有 1 处引用的名称可能定义在这个文件里，文件能读取后再核对", at: first)
      : Self(
        "\(count) names that may be defined in this file are not looked up until it can be read;"
          + " this is the first",
        "有 \(count) 处引用的名称可能定义在这个文件里，文件能读取后再核对；这是第一处", at: first)
  }
}

extension Diagnostic.Location {
  fileprivate var start: SourcePosition { range?.start ?? SourcePosition(line: 0, column: 0) }
}

extension String {
  /// The stretches that could be ids.
  ///
  /// O(length); what occurs often is kept once.
  fileprivate var wordsOfIDs: Set<String> {
    var words: Set<String> = []
    var rest = utf8[...]
    while let start = rest.firstIndex(where: \.isOfID) {
      rest = rest[start...]
      let word = rest.prefix(while: \.isOfID)
      words.insert(String(Substring(word)))
      rest = rest[word.endIndex...]
    }
    return words
  }
}

extension UInt8 {
  /// Whether ids, misspelt ones too, consist of such letters.
  fileprivate var isOfID: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: self >= 0x80
    }
  }
}
