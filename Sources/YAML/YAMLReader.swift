import CLibYAML

/// Reads YAML texts event by event with libyaml.
public enum YAMLReader {
  /// Whether reading goes on after an event.
  public enum Continuation: Hashable, Sendable {
    /// On to the next event.
    case goOn
    /// Nothing more is wanted.
    case stop
  }

  /// Hands the events of a text to a function, in order, until it asks to stop.
  ///
  /// O(length). Nesting costs no stack; what gathers the events has to bound it. Anchors are not
  /// resolved, so no text stands for more than itself.
  ///
  /// - Throws: `YAMLProblem` at the first place that is no YAML; events before it were handed over.
  public static func read(
    _ text: String, _ body: (borrowing YAMLEvent) -> Continuation
  ) throws(YAMLProblem) {
    var text = text
    // The error is carried out by hand: `withUTF8` cannot throw a type.
    let problem = text.withUTF8 { bytes -> YAMLProblem? in
      var parser = unsafe yaml_parser_t()
      guard unsafe yaml_parser_initialize(&parser) == 1 else {
        return YAMLProblem(problem: "out of memory", mark: .start, context: nil)
      }
      defer { unsafe yaml_parser_delete(&parser) }
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      return unsafe run(&parser, body)
    }
    if let problem { throw problem }
  }

  private static func run(
    _ parser: inout yaml_parser_t, _ body: (borrowing YAMLEvent) -> Continuation
  ) -> YAMLProblem? {
    var raw = unsafe yaml_event_t()
    while true {
      guard unsafe yaml_parser_parse(&parser, &raw) == 1 else {
        return unsafe YAMLProblem(parser)
      }
      defer { unsafe yaml_event_delete(&raw) }
      if unsafe raw.type == YAML_STREAM_END_EVENT { return nil }
      guard let event = unsafe YAMLEvent(raw) else { continue }
      if body(event) == .stop { return nil }
    }
  }
}

extension YAMLEvent {
  /// An event of the parser, `nil` for those about the stream.
  fileprivate init?(_ raw: yaml_event_t) {
    let start = unsafe YAMLMark(raw.start_mark)
    let end = unsafe YAMLMark(raw.end_mark)
    func make(
      _ kind: Kind, _ style: Style = .block, text: String = "", hasAnchor: Bool = false,
      hasTag: Bool = false, isImplicit: Bool = false
    ) -> Self {
      Self(
        kind: kind, text: text, style: style, hasAnchor: hasAnchor, hasTag: hasTag,
        isImplicit: isImplicit, start: start, end: end)
    }
    switch unsafe raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      self = unsafe make(
        .scalar, Style(scalar.style), text: String(decoding: bytes, as: UTF8.self),
        hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let list = unsafe raw.data.sequence_start
      let isFlow = unsafe list.style == YAML_FLOW_SEQUENCE_STYLE
      self = unsafe make(
        .sequenceStart, isFlow ? .flow : .block, hasAnchor: list.anchor != nil,
        hasTag: list.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let map = unsafe raw.data.mapping_start
      let isFlow = unsafe map.style == YAML_FLOW_MAPPING_STYLE
      self = unsafe make(
        .mappingStart, isFlow ? .flow : .block, hasAnchor: map.anchor != nil,
        hasTag: map.tag != nil)
    case YAML_SEQUENCE_END_EVENT: self = make(.sequenceEnd)
    case YAML_MAPPING_END_EVENT: self = make(.mappingEnd)
    case YAML_ALIAS_EVENT: self = make(.alias)
    case YAML_DOCUMENT_START_EVENT:
      self = unsafe make(.documentStart, isImplicit: raw.data.document_start.implicit != 0)
    case YAML_DOCUMENT_END_EVENT:
      self = unsafe make(.documentEnd, isImplicit: raw.data.document_end.implicit != 0)
    default: return nil
    }
  }
}

extension YAMLEvent.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}

extension YAMLMark {
  static let start = YAMLMark(index: 0, line: 1, column: 1)

  fileprivate init(_ mark: yaml_mark_t) {
    self.init(index: Int(mark.index), line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

extension YAMLProblem {
  fileprivate init(_ parser: yaml_parser_t) {
    let words = unsafe parser.problem.map { unsafe String(cString: $0) }
    let context = unsafe parser.context.map { unsafe String(cString: $0) }
    let contextMark = unsafe YAMLMark(parser.context_mark)
    self.init(
      problem: words ?? "the text cannot be read", mark: unsafe YAMLMark(parser.problem_mark),
      context: context.map { Context(text: $0, mark: contextMark) })
  }
}
