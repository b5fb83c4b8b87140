import TerminalText

/// What the argument parser says where arguments are wrong.
///
/// It words its own complaints in English only. What it may say one day that stands in no pattern
/// stays English, rather than unsaid.
struct ParserMessage {
  private let lines: [String]

  /// Takes a message; what it quotes cannot steer the terminal.
  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.terminalSafe)
  }

  /// The message in both languages.
  var phrase: Phrase {
    Phrase(
      lines.joined(separator: "\n"), lines.map(Self.chinese(for:)).joined(separator: "\n"))
  }

  private static func chinese(for line: String) -> String {
    for (english, chinese) in beginnings {
      guard line.hasPrefix(english) else { continue }
      let rest = String(line.dropFirst(english.count))
      return chinese + (sentences.chinese(for: rest) ?? rest)
    }
    return sentences.chinese(for: line) ?? line
  }

  private static let beginnings = [("Error: ", "错误："), ("Help:  ", "说明："), ("Usage: ", "用法：")]

  /// What it says in whole lines.
  static let sentences = SentencePatterns(
    separators: ["', '", "' or '", "' and '"],
    [
      ("Unknown option '%'. Did you mean '%'?", "没有选项“$1”，是否要写“$2”？"),
      ("Unknown option '%'", "没有选项“$1”"),
      ("Missing value for '%'", "“$1”缺少取值"),
      (
        "The option '%' does not take any value, but '%' was specified.", "选项“$1”不带取值，却写了“$2”"
      ),
      ("Unexpected argument '%'", "多出参数“$1”"),
      ("% unexpected arguments: '%'", "多出 $1 个参数：$2"),
      ("Missing expected argument '%'", "缺少参数“$1”"),
      ("Missing one of: '%'", "须给出其中之一：$1"),
      ("The value '%' is invalid for '%'. Please provide one of '%'.", "“$2”的取值“$1”无效，可选：$3"),
      (
        "The value '%' is invalid for '%'. Please provide one of the following:",
        "“$2”的取值“$1”无效，可选："
      ),
      ("The value '%' is invalid for '%': %", "“$2”的取值“$1”无效：$3"),
      ("The value '%' is invalid for '%'", "“$2”的取值“$1”无效"),
      ("Invalid option: %", "无效的选项：$1"),
      ("  See '%' for more information.", "  详见：$1"),
      ("  See '%' for detailed help.", "  各子命令的用法见：$1"),
      ("Show the version.", "显示版本号。"),
      ("Show help information.", "显示帮助。"),
    ])

  /// What it says behind the help of an argument.
  static let endings = SentencePatterns(
    separators: [", "],
    [
      ("(values: %; default: %)", "（可选：$1；默认：$2）"),
      ("(values: %)", "（可选：$1）"),
      ("(default: %)", "（默认：$1）"),
    ])
}
