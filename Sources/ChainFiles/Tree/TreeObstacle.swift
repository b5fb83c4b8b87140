import Diagnostics
import IndustryChain

/// What keeps a text from being laid out anew.
enum TreeObstacle: Hashable {
  /// A name for a value, or a reference to it.
  case anchor
  /// A type given by `!`.
  case tag
  /// More documents than one, or a mark of a document's end.
  case documents
  /// An instruction to the parser, `%YAML 1.2`.
  case directive
  /// A key that is no text on a line.
  case complexKey
  /// A key that stands twice in a map.
  case duplicateKey(String)
  /// The text is a list or a word.
  case noMap
  /// Laid out anew the text would say something else.
  case otherValues
}

extension Diagnostic {
  /// The finding that a file is left as it is.
  static func kept(_ file: SourceFile, for obstacle: TreeObstacle, at range: SourceRange?) -> Self {
    let (english, chinese, help) = obstacle.words
    return Self(
      id: DiagnosticID("not-formatted"), severity: .error,
      location: .init(file: file, range: range),
      message: LocalizedText(
        english: "the file is left as it is: \(english)", chinese: "文件保持原样：\(chinese)"),
      help: help)
  }
}

extension TreeObstacle {
  /// Why in both languages, and what to do about it.
  fileprivate var words: (english: String, chinese: String, help: LocalizedText) {
    switch self {
    case .anchor:
      (
        "it has an anchor or an alias", "其中有 YAML 锚点或引用",
        LocalizedText(english: "write the value out in each place", chinese: "请在每一处写出实际内容")
      )
    case .tag:
      (
        "it gives a value a type by `!`", "其中用“!”标注了类型",
        LocalizedText(english: "remove the tag", chinese: "请删去该标注")
      )
    case .documents:
      (
        "it has a mark of a document's end", "其中有文档结束标记或多个文档",
        LocalizedText(
          english: "keep one chain or region in a file, without `...`",
          chinese: "请让一个文件只写一条链或一个区域，并删去“...”")
      )
    case .directive:
      (
        "it begins with a directive", "开头有 YAML 指令",
        LocalizedText(english: "remove the line that begins with `%`", chinese: "请删去以“%”开头的一行")
      )
    case .complexKey:
      (
        "a key is no text on one line", "有的键不是单行文字",
        LocalizedText(english: "write a plain key", chinese: "请改写为普通的键")
      )
    case .duplicateKey(let key):
      (
        "the key \"\(key)\" stands twice", "键“\(key)”重复出现",
        LocalizedText(english: "remove one of the two", chinese: "请删去其中一处")
      )
    case .noMap:
      (
        "it is no list of keys with values", "内容不是“键: 值”的形式",
        LocalizedText(
          english: "begin with `chain:` or `region:`", chinese: "请以“chain:”或“region:”开头")
      )
    case .otherValues:
      (
        "laid out anew it would not say the same", "重新排版后内容会改变",
        LocalizedText(
          english: "write its values more plainly, and report what it held",
          chinese: "请把取值写得简单些，并反馈该文件的内容")
      )
    }
  }
}
