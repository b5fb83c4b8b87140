import Diagnostics
import IndustryChain

extension String {
  /// The first character that shows nothing and that no text needs; tabs and line ends do not count.
  ///
  /// O(length).
  var firstControlCharacter: Unicode.Scalar? {
    unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0x00...0x1F, 0x7F...0x9F: true
      default: false
      }
    }
  }
}

extension Diagnostic {
  static func controlCharacter(
    _ character: Unicode.Scalar, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .controlCharacter, at: .init(file: file, range: range),
      "the text holds the control character \(character.codePoint)",
      "文字里有控制字符 \(character.codePoint)",
      help: LocalizedText(
        "delete the character; it often comes from a copied document",
        "删去这个字符；多半是从其他文档复制时带进来的"))
  }
}
