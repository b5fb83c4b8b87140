/// What a template shows, as a value.
///
/// A `text` is always escaped. Only `markup`, which its maker vouches for, passes as it is, and only
/// into the slots that the template names as raw.
public enum PageValue: Hashable, Sendable {
  /// Plain text, from data or ours.
  case text(String)
  /// Markup whose every part from data its maker has escaped.
  case markup(String)
  /// Whether a section shows.
  case flag(Bool)
  /// A section for each.
  case list([PageValue])
  /// Names that the template refers to. A name that is absent is looked up in what is around.
  case object([String: PageValue])
}

extension PageValue: ExpressibleByStringLiteral {
  /// Plain text.
  public init(stringLiteral text: String) { self = .text(text) }
}

extension PageValue {
  /// A text, or a section that does not show for none.
  public static func optional(_ text: String?) -> PageValue {
    text.map { .text($0) } ?? .flag(false)
  }

  /// The value as the template library takes it; `slot` is the name under which it stands.
  func rendered(inSlot slot: String?, rawSlots: Set<String>) -> Any {
    switch self {
    case .text(let text):
      // A raw slot is no way round the escaping.
      slot.map(rawSlots.contains) == true ? text.escapedForHTML : text
    case .markup(let markup): markup
    case .flag(let isShown): isShown
    case .list(let values): values.map { $0.rendered(inSlot: slot, rawSlots: rawSlots) }
    case .object(let members):
      members.reduce(into: [String: Any]()) {
        $0[$1.key] = $1.value.rendered(inSlot: $1.key, rawSlots: rawSlots)
      }
    }
  }
}

extension String {
  /// The text with the five characters that HTML gives a meaning as entities.
  var escapedForHTML: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
