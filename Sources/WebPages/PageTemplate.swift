import Mustache

/// A page as Mustache templates: one for the whole, the others for its parts.
///
/// Tags that do not escape are refused but for the raw slots that are named here, so that a glance
/// at the call tells all places through which markup passes.
public struct PageTemplate: Sendable {
  /// Why templates cannot be used.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The syntax of a template is wrong.
    case syntax(template: String, message: String)
    /// A tag that does not escape stands in a place that is not named as raw.
    case rawTag(template: String, name: String)
    /// No template has the name.
    case missing(String)

    /// What is wrong, in English.
    public var description: String {
      switch self {
      case .syntax(let template, let message): "template \(template): \(message)"
      case .rawTag(let template, let name): "template \(template): \(name) is not a raw slot"
      case .missing(let template): "there is no template \(template)"
      }
    }
  }

  private let library: MustacheLibrary
  private let whole: MustacheTemplate
  private let rawSlots: Set<String>

  /// Reads templates.
  ///
  /// - Parameters:
  ///   - templates: Mustache by the names under which they refer to one another.
  ///   - whole: The name of the one that is the page.
  ///   - rawSlots: The names whose `PageValue.markup` passes as it is.
  /// - Throws: `Failure`.
  public init(
    _ templates: [String: String], whole: String, rawSlots: Set<String>
  ) throws(Failure) {
    var library = MustacheLibrary()
    for (name, text) in templates.sorted(by: { $0.key < $1.key }) {
      if let tag = text.rawTags.first(where: { !rawSlots.contains($0) }) {
        throw .rawTag(template: name, name: tag)
      }
      do {
        try library.register(text, named: name)
      } catch {
        throw .syntax(template: name, message: String(describing: error))
      }
    }
    guard let page = library.getTemplate(named: whole) else { throw .missing(whole) }
    self.library = library
    self.whole = page
    self.rawSlots = rawSlots
  }

  /// The page that shows some values; linear in what it shows.
  public func html(_ values: PageValue) -> String {
    whole.render(values.rendered(inSlot: nil, rawSlots: rawSlots), library: library)
  }
}

extension String {
  /// The names in tags that do not escape, `{{{name}}}` and `{{&name}}`.
  fileprivate var rawTags: [String] {
    ["{{{", "{{&"].flatMap { opening -> [String] in
      var names: [String] = []
      var rest = self[...]
      while let start = rest.firstRange(of: opening) {
        rest = rest[start.upperBound...]
        let name = rest.prefix { $0 != "}" }
        names.append(String(name.filter { !$0.isWhitespace }))
      }
      return names
    }
  }
}
