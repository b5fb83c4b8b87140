/// The unit in which a client counts the characters of a line.
enum PositionEncoding: String, Codable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The first of those offered that we know; UTF-16 where the client names none.
  static func chosen(among offered: [String]?) -> Self {
    (offered ?? []).lazy.compactMap { Self(rawValue: $0) }.first ?? .utf16
  }

  /// How many units a scalar takes.
  func width(of scalar: Unicode.Scalar) -> Int {
    switch self {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }
}
