import Diagnostics

/// Finds what a YAML parser should not be given at all.
///
/// One pass over the text.
enum YAMLGuard {
  private static let deepestFlow = 32
  private static let deepestColumn = 100

  static func obstacle(in file: SourceFile) -> Diagnostic? {
    if let position = file.firstInvalidPosition { return .invalidUTF8(in: file, at: position) }
    var line = 1
    var column = 1
    var flowDepth = 0
    var isLeading = true
    var last: Unicode.Scalar = "\n"
    for scalar in file.text.unicodeScalars {
      let here = SourcePosition(line: line, column: column)
      if !isAllowed(scalar) { return .forbiddenCharacter(scalar, in: file, at: here) }
      switch scalar {
      case "[", "{": flowDepth += 1
      case "]", "}": flowDepth = max(0, flowDepth - 1)
      default: break
      }
      // Every level of blocks starts at least one column to the right of the level around it, so
      // the first column of content bounds the depth.
      let isBlockIndicator = scalar == " " || scalar == "-" || scalar == "?" || scalar == ":"
      if isLeading, !isBlockIndicator, scalar != "\n", scalar != "\r" {
        isLeading = false
        if column > deepestColumn { return .yamlTooDeep(in: file, at: here) }
      }
      if flowDepth > deepestFlow { return .yamlTooDeep(in: file, at: here) }
      column += 1
      if scalar == "\n" || scalar == "\r" {
        // The two scalars of a CRLF are one line end.
        if scalar == "\r" || last != "\r" { line += 1 }
        column = 1
        isLeading = true
      }
      last = scalar
    }
    return nil
  }

  /// Tabs, line ends and printable characters.
  ///
  /// The Unicode line separators are printable, but parsers count lines by them and editors do not.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE,
      0xFF00...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }
}
