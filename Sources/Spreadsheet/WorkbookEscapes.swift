extension String {
  /// The text with what would be read as an escape, such as `_x0041_`, escaped itself.
  ///
  /// The library escapes control characters so, and nothing else.
  var escapedForWorkbook: String {
    contains("_x") ? rewritten { String.UnicodeScalarView("_x005F_x".unicodeScalars) + $0 } : self
  }

  /// A text in which characters that XML cannot hold stand as `_x000D_`, as they are meant.
  var unescapedFromWorkbook: String {
    // Most texts hold no underscore, which bytes tell quickly.
    utf8.contains(UInt8(ascii: "_")) && contains("_x")
      ? rewritten { digits in
        UInt32(String(digits.dropLast()), radix: 16).flatMap(Unicode.Scalar.init)
          .map { String.UnicodeScalarView([$0]) }
      } : self
  }

  /// The text with each `_xHHHH_` replaced, of which the digits and the last `_` are handed over.
  private func rewritten(
    _ replacement: (String.UnicodeScalarView) -> String.UnicodeScalarView?
  ) -> String {
    let scalars = Array(unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if index + 6 < scalars.count, scalars[index] == "_", scalars[index + 1] == "x",
        scalars[index + 6] == "_",
        scalars[(index + 2)..<(index + 6)].allSatisfy({
          $0.isASCII && $0.properties.isASCIIHexDigit
        }),
        let replaced = replacement(.init(scalars[(index + 2)...(index + 6)]))
      {
        result.append(contentsOf: replaced)
        index += 7
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }
}
