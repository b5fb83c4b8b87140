public import IndustryChain

/// A chain as an import understands it, before it is a file.
public struct ImportedChain: Hashable, Sendable {
  /// What a link buys.
  public struct Input: Hashable, Sendable {
    /// The supplier: a link of the chain, or `chain/link`.
    public var supplier: String
    /// The share, 0…1; `nil` where nobody says.
    public var share: Double?
    /// How it comes.
    public var route: IndustryChain.Input.Route = .purchase
    /// Whether the buyer cannot do without it.
    public var isCritical = false
    /// Where the share is from, where that differs from the chain.
    public var grade: Grade?
    /// Its source.
    public var source = LocalizedText()
  }

  /// One link.
  public struct Link: Hashable, Sendable {
    /// The id inside the chain.
    public var id: String
    /// Its name.
    public var name: LocalizedText
    /// Where it stands.
    public var stage: Stage
    /// What it is.
    public var kind: LinkKind?
    /// What it buys, in the order of the foreign file.
    public var inputs: [Input] = []
    /// The value added per unit of output, 0…1.
    public var valueAdded: Double?
    /// The link of which it is a kind.
    public var variantOf: String?
  }

  /// The id of the chain.
  public var id: String
  /// Its name.
  public var name: LocalizedText
  /// How good its figures are.
  public var grade: Grade
  /// Where they are from.
  public var source: LocalizedText
  /// Its links.
  public var links: [Link]
}

extension Double {
  /// A share in at most six significant digits, as files spell it.
  var shareText: String {
    guard isFinite, self != 0 else { return "0" }
    var scale = 1.0
    var rest = abs(self)
    while rest < 100_000, scale < 1e300 { (rest, scale) = (rest * 10, scale * 10) }
    let rounded = (self * scale).rounded() / scale
    return rounded.plainText
  }

  /// The shortest spelling without an exponent.
  private var plainText: String {
    let text = description
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]),
      exponent < 0
    else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
    let isNegative = text.hasPrefix("-")
    let digits = text[..<mark].filter { $0 != "." && $0 != "-" }
    return (isNegative ? "-" : "") + "0." + String(repeating: "0", count: -exponent - 1)
      + digits
      .trimmingSuffixZeros
  }
}

extension String {
  fileprivate var trimmingSuffixZeros: String {
    var text = self
    while text.count > 1, text.hasSuffix("0") { text.removeLast() }
    return text
  }
}
