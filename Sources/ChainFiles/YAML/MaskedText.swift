import Diagnostics
import Yams

/// A text in which what the parser trips over is masked by private-use characters, one for one, so
/// that every line and column stays.
///
/// Two things are masked. What looks like an anchor or an alias, so that none is ever expanded:
/// where it was one, the plain text that stands there now begins with the mask. And the first
/// letter of a key that stands twice, since the parser refuses the whole file for it and does not
/// say where the second stands.
struct MaskedText {
  /// The text for the parser.
  private(set) var masked: String
  /// The places of masked `&` and `*`, in the order of the text.
  private(set) var suspects: [SourcePosition] = []

  private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
  private var keyMasks: [Unicode.Scalar] = []
  private var firstFreeMask: UInt32 = 0xF0002
  private static let anchorMask: Unicode.Scalar = "\u{F0000}"
  private static let aliasMask: Unicode.Scalar = "\u{F0001}"
  private static let mostKeyMasks = 64

  /// Masks anchors and aliases.
  ///
  /// O(length), and no copy where there are none.
  init(_ text: String) {
    masked = text
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "*") }) else {
      return
    }
    originals = [Self.anchorMask: "&", Self.aliasMask: "*"]
    var result = String.UnicodeScalarView()
    var line = 1
    var column = 1
    var last: Unicode.Scalar = "\n"
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      let isSuspect =
        (scalar == "&" || scalar == "*") && Self.canPrecedeToken(last)
        && next.map(Self.isNameCharacter) == true
      if isSuspect {
        suspects.append(SourcePosition(line: line, column: column))
        result.append(scalar == "&" ? Self.anchorMask : Self.aliasMask)
      } else {
        result.append(scalar)
      }
      if scalar == "\n" || (scalar == "\r" && next != "\n") {
        line += 1
        column = 1
      } else {
        column += 1
      }
      last = scalar
    }
    masked = String(result)
  }

  /// Masks the first letter of the key at a place; `false` where that cannot help.
  mutating func mask(keyAt mark: Mark) -> Bool {
    guard keyMasks.count < Self.mostKeyMasks, let mask = Unicode.Scalar(firstFreeMask) else {
      return false
    }
    var scalars = Array(masked.unicodeScalars)
    guard var index = Self.index(of: mark, in: scalars) else { return false }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count, Self.isKeyStart(scalars[index]) else { return false }
    originals[mask] = scalars[index]
    keyMasks.append(mask)
    firstFreeMask += 1
    scalars[index] = mask
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    masked = String(view)
    return true
  }

  /// Whether a plain text that the parser gave is an anchor or an alias.
  func isAnchorOrAlias(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return first == Self.anchorMask || first == Self.aliasMask
  }

  /// The text as it stands in the file.
  func unmasked(_ text: String) -> String {
    guard !originals.isEmpty else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(original(of: scalar)) }
    return String(result)
  }

  private func original(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value >= 0xF0000 else { return scalar }
    // A letter masked twice stands behind two masks.
    var scalar = scalar
    while let original = originals[scalar] { scalar = original }
    return scalar
  }

  private static func canPrecedeToken(_ scalar: Unicode.Scalar) -> Bool {
    " \t\r\n[{,".unicodeScalars.contains(scalar)
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || (scalar.isASCII && scalar.properties.isAlphabetic)
      || ("0"..."9").contains(scalar)
  }

  private static func isKeyStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar.value >= 0x80
      || scalar == "_"
  }

  private static func index(of mark: Mark, in scalars: [Unicode.Scalar]) -> Int? {
    var line = 1
    var index = 0
    while line < mark.line, index < scalars.count {
      let isBreak =
        scalars[index] == "\n"
        || (scalars[index] == "\r"
          && (index + 1 == scalars.count || scalars[index + 1] != "\n"))
      if isBreak { line += 1 }
      index += 1
    }
    let result = index + mark.column - 1
    return line == mark.line && result < scalars.count ? result : nil
  }
}
