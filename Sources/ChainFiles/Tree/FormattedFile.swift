public import Diagnostics
import IndustryChain

/// A file in its canonical layout, or what keeps it from being laid out.
///
/// Before a text is handed out it is read again: it must hold the same values and the same comments
/// as the file, whatever this module believes about itself.
public struct FormattedFile: Sendable {
  /// The file as it was read.
  public let file: SourceFile
  /// The file in its canonical layout, `nil` where it must be left as it is.
  public let text: String?
  /// Why it must be left as it is.
  public let diagnostics: [Diagnostic]

  /// Lays a file out.
  ///
  /// O(n log n) in its length.
  public init(_ file: SourceFile) {
    self.file = file
    let before = YAMLDocument(file)
    let document = TreeDocument(file, as: before)
    guard let tree = document.tree, let root = before.root else {
      text = nil
      diagnostics = document.diagnostics
      return
    }
    let result = canonicalText(of: tree)
    let laidOut = SourceFile(path: file.path, text: result)
    let after = YAMLDocument(laidOut)
    guard let newRoot = after.root, newRoot.saysTheSame(as: root),
      TreeDocument(laidOut, as: after).tree?.comments == tree.comments
    else {
      text = nil
      diagnostics = [.kept(file, for: .otherValues, at: nil)]
      return
    }
    text = result
    diagnostics = []
  }

  /// The finding that the file does not stand in its canonical layout, at the first line that
  /// differs; where only marks of line ends or of the byte order do, at the first.
  ///
  /// O(length).
  public var layoutFinding: Diagnostic { .notCanonical(file, text ?? file.text) }
}

extension Diagnostic {
  /// The finding that a file stands in another layout than the canonical one.
  static func notCanonical(_ file: SourceFile, _ canonical: String) -> Self {
    let lines = [file.text, canonical].map { text in
      text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }
    let same = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    let isSameText = same == lines[0].count && same == lines[1].count
    let place = isSameText ? 0 : same
    let line = SourceRange(
      line: place + 1, column: 1,
      length: place < lines[0].count ? lines[0][place].unicodeScalars.count : 0)
    let here = place < lines[1].count ? String(lines[1][place]) : ""
    let note =
      if isSameText {
        LocalizedText(
          english: "only line ends or the byte order mark differ", chinese: "仅换行符或字节顺序标记不同")
      } else if here.isEmpty {
        LocalizedText(english: "laid out, the line is blank or gone", chinese: "排版后这一行为空或不存在")
      } else {
        LocalizedText(
          english: "laid out, the line is `\(here)`", chinese: "排版后这一行为“\(here)”")
      }
    return Self(
      id: DiagnosticID("not-canonical"), severity: .warning,
      location: .init(file: file, range: line),
      message: LocalizedText(
        english: "the file does not stand in the canonical layout", chinese: "文件的排版不是统一格式"),
      notes: [Note(note)],
      help: LocalizedText(
        english: "run `chaingap format \(file.path)`", chinese: "运行“chaingap format \(file.path)”即可"
      ))
  }
}

extension YAMLNode {
  /// Whether a reader of our files gets the same out of two values: the same texts under the same
  /// keys, the same lists in the same order; what is bare in one and quoted in the other must be
  /// nothing that a bare word stands for.
  ///
  /// O(n log n).
  func saysTheSame(as other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let text, let isPlain), .scalar(let otherText, let isOtherPlain)):
      if isBlank || other.isBlank { return isBlank && other.isBlank }
      return text == otherText
        && (isPlain == isOtherPlain || !["true", "false"].contains(text))
    case (.sequence(let items), .sequence(let others)):
      return items.count == others.count
        && zip(items, others).allSatisfy { $0.saysTheSame(as: $1) }
    case (.mapping(let pairs), .mapping(let others)):
      guard pairs.count == others.count else { return false }
      let byKey = [pairs, others].map { $0.sorted { $0.key.value < $1.key.value } }
      return zip(byKey[0], byKey[1]).allSatisfy {
        $0.key.value == $1.key.value && $0.value.saysTheSame(as: $1.value)
      }
    default: return false
    }
  }
}

extension FileTree {
  /// All comments, sorted.
  ///
  /// O(n log n).
  var comments: [String] {
    var comments: [String] = []
    func add(_ lines: [TreeLine]) {
      for case .comment(let text) in lines { comments.append(text) }
    }
    func add(_ notes: TreeNotes) {
      add(notes.above)
      if let beside = notes.beside { comments.append(beside) }
    }
    func add(_ value: TreeValue) {
      switch value {
      case .blank, .scalar: break
      case .map(let map):
        for entry in map.entries {
          add(entry.notes)
          add(entry.value)
        }
        add(map.below)
      case .list(let list):
        for item in list.items {
          add(item.notes)
          add(item.value)
        }
        add(list.below)
      }
    }
    add(head)
    add(.map(root))
    return comments.sorted()
  }
}
