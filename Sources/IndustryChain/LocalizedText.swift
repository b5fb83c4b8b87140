/// A name or a sentence in English, in Chinese, or in both.
public struct LocalizedText: Hashable, Sendable {
  /// The English wording, `nil` where nobody has written one.
  public let english: String?
  /// The Chinese wording, `nil` where nobody has written one.
  public let chinese: String?

  /// Joins the two wordings; either may be missing, and a reader then sees the other.
  public init(english: String? = nil, chinese: String? = nil) {
    self.english = english
    self.chinese = chinese
  }

  /// Whether neither language has a wording.
  public var isEmpty: Bool { english == nil && chinese == nil }
}
