import Diagnostics
import YAML

/// Gathers the events of a YAML text into a tree.
struct YAMLTreeBuilder {
  /// Deeper than any chain file nests; the tree can then be walked and freed recursively.
  private static let deepest = 33

  private let file: SourceFile
  private var frames: [Frame] = []
  private var value: YAMLNode?
  private(set) var diagnostics: [Diagnostic] = []

  /// A list or a map that is still open.
  private struct Frame {
    let start: YAMLMark
    let isMapping: Bool
    /// The key that waits for its value.
    var key: Located<String>?
    /// Whether the next value stands under a key that is none, and is dropped.
    var isKeyUnusable = false
    var pairs: [YAMLNode.Pair] = []
    var items: [YAMLNode] = []
  }

  init(_ file: SourceFile) {
    self.file = file
    frames.reserveCapacity(Self.deepest)
  }

  /// The whole text; an empty mapping where it holds nothing.
  var root: YAMLNode {
    value ?? YAMLNode(content: .mapping([]), range: SourceRange(line: 1, column: 1))
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Takes the next event.
  mutating func take(_ event: borrowing YAMLEvent) -> YAMLReader.Continuation {
    if event.hasAnchor { report(.yamlAlias(in: file, at: SourceRange(event.start))) }
    switch event.kind {
    case .scalar:
      put(
        YAMLNode(
          content: .scalar(event.text, isPlain: event.style == .plain),
          range: SourceRange(event.start, to: event.end)))
    case .alias:
      let range = SourceRange(event.start, to: event.end)
      report(.yamlAlias(in: file, at: range))
      put(YAMLNode(content: .scalar("", isPlain: true), range: range))
    case .mappingStart, .sequenceStart:
      guard frames.count < Self.deepest else {
        report(
          .yamlTooDeep(
            in: file, at: SourcePosition(line: event.start.line, column: event.start.column)))
        return .stop
      }
      frames.append(Frame(start: event.start, isMapping: event.kind == .mappingStart))
    case .mappingEnd, .sequenceEnd:
      guard let frame = frames.popLast() else { return .goOn }
      put(
        YAMLNode(
          content: frame.isMapping ? .mapping(frame.pairs) : .sequence(frame.items),
          range: SourceRange(frame.start)))
    case .documentStart:
      guard value == nil else {
        report(.secondDocument(in: file, at: SourceRange(event.start, to: event.end)))
        return .stop
      }
    case .documentEnd: break
    }
    return .goOn
  }

  /// Puts a whole value where it belongs.
  private mutating func put(_ node: YAMLNode) {
    let last = frames.count - 1
    guard last >= 0 else {
      value = node
      return
    }
    if !frames[last].isMapping {
      frames[last].items.append(node)
    } else if let key = frames[last].key {
      frames[last].key = nil
      frames[last].pairs.append(.init(key: key, value: node))
    } else if frames[last].isKeyUnusable {
      frames[last].isKeyUnusable = false
    } else if case .scalar(let name, _) = node.content {
      frames[last].key = Located(value: name, range: node.range)
    } else {
      frames[last].isKeyUnusable = true
      report(.complexKey(in: file, at: node.range))
    }
  }
}

extension SourceRange {
  /// The stretch between two places that the parser names.
  init(_ start: YAMLMark, to end: YAMLMark) {
    self.init(
      SourcePosition(line: start.line, column: start.column),
      to: SourcePosition(line: end.line, column: end.column))
  }

  /// The first scalar at a place that the parser names.
  init(_ start: YAMLMark) {
    self.init(line: start.line, column: start.column, length: 1)
  }
}
