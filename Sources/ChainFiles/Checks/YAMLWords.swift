import IndustryChain

/// The fixed texts of libyaml's errors, in Chinese.
///
/// A text that is not in the list is shown as it is.
enum YAMLWords {
  static func chinese(_ text: String) -> String { texts[text] ?? text }

  /// What to do about the slips that people make most.
  static func help(_ problem: String) -> LocalizedText? {
    switch problem {
    case "mapping values are not allowed in this context":
      LocalizedText(
        "put text that holds a colon and a blank in quotes, and check the indentation",
        "文字里有冒号加空格时整段加引号，并检查缩进")
    case "could not find expected ':'":
      LocalizedText(
        "write a colon and a blank after the key", "在键后写冒号和一个空格（要用半角冒号）")
    case "did not find expected key":
      LocalizedText(
        "align the key with the others of its map", "让这个键与同级的键左对齐")
    case "did not find expected ',' or ']'":
      LocalizedText("write a comma between items, and close the list with `]`", "各项之间写半角逗号，末尾写 `]`")
    case "did not find expected ',' or '}'":
      LocalizedText(
        "write a comma between entries, and close the map with `}`", "各项之间写半角逗号，末尾写 `}`")
    case "found character that cannot start any token":
      LocalizedText(
        "indent with spaces instead of tabs, and put text that begins with a sign in quotes",
        "缩进用空格，不用制表符；文字以符号开头时加引号")
    case "found unexpected end of stream":
      LocalizedText("close the quotation mark", "补上缺少的引号")
    default: nil
    }
  }

  private static let texts = [
    "control characters are not allowed": "不允许出现控制字符",
    "could not find expected ':'": "缺少冒号",
    "could not find expected directive name": "缺少指令名",
    "did not find expected ',' or ']'": "缺少逗号或“]”",
    "did not find expected ',' or '}'": "缺少逗号或“}”",
    "did not find expected '-' indicator": "缺少列表项的“-”",
    "did not find expected '!'": "缺少“!”",
    "did not find expected <document start>": "缺少文档开头",
    "did not find expected <stream-start>": "缺少内容开头",
    "did not find expected alphabetic or numeric character": "此处应为字母或数字",
    "did not find expected comment or line break": "此处应为注释或换行",
    "did not find expected digit or '.' character": "此处应为数字或“.”",
    "did not find expected hexdecimal number": "此处应为十六进制数字",
    "did not find expected key": "此处应为一个键，多半是缩进不齐",
    "did not find expected node content": "缺少内容",
    "did not find expected tag URI": "缺少标签地址",
    "did not find expected version number": "缺少版本号",
    "did not find expected whitespace": "此处应为空格",
    "did not find expected whitespace or line break": "此处应为空格或换行",
    "did not find the expected '>'": "缺少“>”",
    "did not find URI escaped octet": "缺少转义字节",
    "expected a single document in the stream": "一个文件里只能有一个文档",
    "but found another document": "文件里还有一个文档，“---”只能出现一次",
    "exceeded maximum simple key length": "键太长",
    "found a tab character that violates indentation": "缩进里有制表符",
    "found a tab character where an indentation space is expected": "缩进里有制表符，应为空格",
    "found an incorrect leading UTF-8 octet": "转义字节不是 UTF-8",
    "found an incorrect trailing UTF-8 octet": "转义字节不是 UTF-8",
    "found an indentation indicator equal to 0": "缩进数不能为 0",
    "found character that cannot start any token": "内容不能以这个字符开头",
    "found duplicate %TAG directive": "%TAG 指令重复",
    "found duplicate %YAML directive": "%YAML 指令重复",
    "found duplicate anchor": "锚点重名",
    "found extremely long version number": "版本号太长",
    "found incompatible YAML document": "不支持这个 YAML 版本",
    "found invalid Unicode character escape code": "转义的字符不存在",
    "found undefined alias": "别名没有定义",
    "found undefined tag handle": "标签没有定义",
    "found unexpected ':'": "此处不应有冒号",
    "found unexpected document indicator": "引号未闭合就遇到了文档分隔符",
    "found unexpected end of stream": "引号没有闭合",
    "found unexpected non-alphabetical character": "此处应为字母",
    "found unknown directive name": "没有这种指令",
    "found unknown escape character": "没有这种转义字符",
    "incomplete UTF-8 octet sequence": "UTF-8 字节不完整",
    "invalid Unicode character": "不是有效的字符",
    "invalid leading UTF-8 octet": "不是有效的 UTF-8 字节",
    "invalid length of a UTF-8 sequence": "UTF-8 字节长度有误",
    "invalid trailing UTF-8 octet": "不是有效的 UTF-8 字节",
    "mapping keys are not allowed in this context": "此处不能写键",
    "mapping values are not allowed in this context": "此处不能写冒号和值",
    "block collection entries are not allowed in this context": "此处不能写列表项“-”",
    "block sequence entries are not allowed in this context": "此处不能写列表项“-”",
    "the text cannot be read": "内容无法读取",
  ]
}
