public import Diagnostics
import IndustryChain
import YAML

/// A file in its canonical layout, or what keeps it from being laid out.
///
/// Before a text is handed out it is read again: it must hold the same values as the file and all of
/// its comments, whatever this module believes about itself.
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
    guard let tree = document.tree, let old = before.tree else {
      text = nil
      diagnostics = document.diagnostics
      return
    }
    let layout = CanonicalLayout(of: tree, expecting: file.text.utf8.count)
    let hasItsComments = layout.comments == tree.comments
    // What stands in the text beside equal values can only be comments: were one inside a value,
    // the value would be another.
    let after = YAMLDocument(SourceFile(path: file.path, text: layout.text))
    guard let new = after.tree, hasItsComments,
      new.withRoot({ new in old.withRoot { new.saysTheSame(as: $0) } })
    else {
      text = nil
      diagnostics = [.kept(file, for: .otherValues, at: nil)]
      return
    }
    text = layout.text
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
    let difference = FirstDifference(file.text, canonical)
    var lines = ByteLines(file.text)
    let old = difference == nil ? lines.next() : difference?.old
    let line = SourceRange(
      line: (difference?.place ?? 0) + 1, column: 1,
      // A byte of this form goes on with a character.
      length: old?.count { $0 & 0xC0 != 0x80 } ?? 0)
    let here = difference?.new.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let note =
      if difference == nil {
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

/// The first line that two texts do not share.
private struct FirstDifference {
  /// How many lines they share.
  let place: Int
  /// The line of each, `nil` where it has no more.
  let old, new: ArraySlice<UInt8>?

  /// `nil` where the lines are the same; O(length up to the difference).
  init?(_ old: String, _ new: String) {
    var (oldLines, newLines) = (ByteLines(old), ByteLines(new))
    var place = 0
    while true {
      let (oldLine, newLine) = (oldLines.next(), newLines.next())
      guard oldLine != nil || newLine != nil else { return nil }
      guard oldLine == newLine else {
        (self.place, self.old, self.new) = (place, oldLine, newLine)
        return
      }
      place += 1
    }
  }
}

/// The lines of a text as bytes, without their ends; behind the last end there is one more.
private struct ByteLines: IteratorProtocol {
  private let bytes: [UInt8]
  private var start: Int? = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard let start else { return nil }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    self.start = end.map { $0 + 1 }
    let line = bytes[start..<(end ?? bytes.count)]
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }
}

extension YAMLNode {
  /// Whether a reader of our files gets the same out of two values: the same texts under the same
  /// keys, the same lists in the same order; what is bare in one and quoted in the other must be
  /// nothing that a bare word stands for.
  ///
  /// O(n log n).
  func saysTheSame(as other: YAMLNode) -> Bool {
    if isScalar, other.isScalar {
      if isBlank || other.isBlank { return isBlank && other.isBlank }
      return hasText(of: other) && (kind == other.kind || !isFlag)
    }
    guard kind == other.kind else { return false }
    if kind == .sequence {
      var (items, others) = (items, other.items)
      while let item = items.next() {
        guard let other = others.next(), item.saysTheSame(as: other) else { return false }
      }
      return others.next() == nil
    }
    // Sorting is only for maps whose keys the layout has moved.
    guard hasKeys(of: other) else { return saysTheSameInAnyOrder(as: other) }
    return zip(keysAndValues, other.keysAndValues).enumerated().allSatisfy { place, pair in
      place.isMultiple(of: 2) || pair.0.saysTheSame(as: pair.1)
    }
  }

  /// Whether two maps have the same keys in the same order.
  private func hasKeys(of other: YAMLNode) -> Bool {
    var (children, others) = (keysAndValues, other.keysAndValues)
    while let key = children.next() {
      _ = children.next()
      guard let otherKey = others.next(), key.hasText(of: otherKey) else { return false }
      _ = others.next()
    }
    return others.next() == nil
  }

  private func saysTheSameInAnyOrder(as other: YAMLNode) -> Bool {
    let (entries, others) = (entriesByKey, other.entriesByKey)
    return entries.count == others.count
      && zip(entries, others).allSatisfy { $0.key == $1.key && $0.value.saysTheSame(as: $1.value) }
  }

  private func hasText(of other: YAMLNode) -> Bool {
    withUTF8 { bytes in
      other.withUTF8 { others in
        bytes.count == others.count && bytes.indices.allSatisfy { bytes[$0] == others[$0] }
      }
    }
  }

  private var isFlag: Bool {
    withUTF8 { $0.elementsEqual("true".utf8) || $0.elementsEqual("false".utf8) }
  }

  private var entriesByKey: [(key: String, value: YAMLNode)] {
    var entries: [(key: String, value: YAMLNode)] = []
    var children = keysAndValues
    while let key = children.next(), let value = children.next() {
      entries.append((key.text, value))
    }
    return entries.sorted { $0.key < $1.key }
  }
}
