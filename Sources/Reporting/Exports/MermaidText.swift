import IndustryChain
import TerminalText

/// Text inside a quoted label of a Mermaid flowchart.
enum MermaidText {
  /// The text in one line, every sign that Mermaid, Markdown or HTML could read by its number.
  ///
  /// A full stop is such a sign, too: `1. Ore` would be a list.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.singleLine.unicodeScalars {
      let isPlain =
        !scalar.isASCII || scalar == " " || scalar == ","
        || (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isPlain {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += "#\(scalar.value);"
      }
    }
    return escaped
  }
}
