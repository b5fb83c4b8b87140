/// The attributes of a graph, node, edge or subgraph: at most one value a name.
///
/// They are encoded in the order of their names, so two equal collections give the same bytes
/// however they were put together. Links stand apart from the rest: text, wherever it came
/// from, cannot become one.
public struct Attributes: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  private var values: [AttributeName: AttributeValue] = [:]

  /// Where a click on the element leads in SVG and PDF, `nil` for nowhere.
  public var link: WebLink?

  /// No attributes.
  public init() {}

  /// The listed attributes; of two values for one name the later wins.
  public init(dictionaryLiteral elements: (AttributeName, AttributeValue)...) {
    for (name, value) in elements { values[name] = value }
  }

  /// Whether there is neither an attribute nor a link.
  public var isEmpty: Bool { values.isEmpty && link == nil }

  /// The value of one attribute; setting `nil` removes it.
  public subscript(name: AttributeName) -> AttributeValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// These attributes, replaced where `other` has a value for the same name.
  public func merging(_ other: Attributes) -> Attributes {
    var result = self
    result.values.merge(other.values) { _, new in new }
    result.link = other.link ?? link
    return result
  }

  /// Names and values in the order of the names.
  var sorted: [(name: AttributeName, value: AttributeValue)] {
    values.map { (name: $0.key, value: $0.value) }
      .sorted { $0.name.rawValue < $1.name.rawValue }
  }
}

/// The value of an attribute.
public enum AttributeValue: Hashable, Sendable {
  /// Literal text: what looks like an escape, an entity or markup in it is shown as it stands,
  /// a line break breaks the line.
  case text(String)

  /// A structured label, for `label`, `xlabel`, `headlabel` and `taillabel`.
  case html(HTMLLabel)

  /// A number, written without a fraction where it has none.
  public static func number(_ value: Double) -> AttributeValue {
    if let whole = Int(exactly: value) { return .text(String(whole)) }
    return .text(String(value))
  }

  /// A yes or no.
  public static func flag(_ value: Bool) -> AttributeValue { .text(value ? "true" : "false") }

  /// A colour.
  public static func color(_ value: RGBColor) -> AttributeValue { .text(value.description) }
}

/// A colour of the screen, written `#rrggbb`.
public struct RGBColor: Hashable, Sendable, CustomStringConvertible {
  /// The three channels as one number, `0xRRGGBB`.
  public let hex: UInt32

  /// The colour `0xRRGGBB`; bits above the lowest 24 are dropped.
  public init(hex: UInt32) { self.hex = hex & 0xFF_FF_FF }

  /// `#rrggbb`.
  public var description: String {
    let digits = String(hex, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

/// A link that is safe to click.
///
/// That is an `http` or `https` address, a place in the same document, or a relative path. There
/// is no way to write `javascript:` or `data:`.
public struct WebLink: Hashable, Sendable {
  /// The address as it was given.
  public let text: String

  /// Accepts a safe address; `nil` for anything else.
  ///
  /// Outside of ASCII nothing is checked. In ASCII, letters, digits and the punctuation of
  /// addresses are allowed, a colon only in an `http(s)` address.
  public init?(_ text: String) {
    let lower = text.lowercased()
    let isAbsolute = lower.hasPrefix("https://") || lower.hasPrefix("http://")
    let isSafe = text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case ":": isAbsolute
      case "\"", "<", ">", "\\", "`", "{", "}", "|", "^": false
      default: scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value)
      }
    }
    guard isSafe, !text.isEmpty else { return nil }
    self.text = text
  }
}
