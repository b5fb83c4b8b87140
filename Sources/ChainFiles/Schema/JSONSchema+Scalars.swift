extension JSONSchema {
  /// Nothing written: `key:` alone.
  static let blank = JSONTree.object([("type", .string("null"))])

  /// A text; YAML reads some texts as numbers or flags, and the loader does not mind.
  static let scalar = JSONTree.object([
    ("type", .list([.string("string"), .string("number"), .string("boolean")]))
  ])

  static let idName = "[a-z0-9]([a-z0-9-]*[a-z0-9])?"
  static let linkName = "\(idName)(/\(idName))?"
  static let idPattern = "^\\s*\(idName)\\s*$"
  static let linkPattern = "^\\s*\(linkName)\\s*$"
  static let partialDatePattern = "\\d{4}(-\\d{2}(-\\d{2})?)?"
  static let datePattern = "\\d{4}-\\d{2}-\\d{2}"

  /// A name after a pattern; a year or another number may be one.
  static func name(matching pattern: String) -> JSONTree {
    .object([
      ("type", .list([.string("string"), .string("integer"), .string("boolean")])),
      ("pattern", .string(pattern)), ("minimum", .number(0)),
    ])
  }

  /// Digits as people write them: `1,200.5`, `１２`, `1e3`.
  private static let digits =
    "(?=[.．]?[0-9０-９])([0-9０-９]{1,3}([,，][0-9０-９]{3})+|[0-9０-９]*)"
    + "([.．][0-9０-９]*)?([eEｅＥ][-+－＋]?[0-9０-９]+)?"

  /// Thousands, millions, billions of yuan in English, 万元 and 亿元 in Chinese.
  private static let unit =
    "(([tT][hH][oO][uU][sS][aA][nN][dD]|[mMbB][iI][lL][lL][iI][oO][nN])"
    + "(\\s+([cC][nN][yY]|[rR][mM][bB]|[yY][uU][aA][nN]))?"
    + "|[cC][nN][yY]|[rR][mM][bB]|[yY][uU][aA][nN]"
    + "|(人民币)?(([十百千万萬亿億]\\s*)*元"
    + "|[万萬亿億]|([十百千万萬亿億]\\s*){2,})\\s*(人民币)?)"

  /// A number 0…1.
  static let share = quantity(atMost: 1, unit: "")
  /// A number from 0 on.
  static let number = quantity(atMost: 1e9, unit: "")
  /// Million CNY, or an amount with its unit.
  static let money = quantity(atMost: 1e8, unit: "(\(unit))?\\s*")

  private static func quantity(atMost bound: Double, unit: String) -> JSONTree {
    .object([
      ("type", .list([.string("number"), .string("string")])),
      ("minimum", .number(0)), ("maximum", .number(bound)),
      ("pattern", .string("^\\s*\(digits)\\s*\(unit)$")),
    ])
  }
}
