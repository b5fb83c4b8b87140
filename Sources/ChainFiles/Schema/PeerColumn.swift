/// The columns of tables of peers, in the order that people write them.
enum PeerColumn: String, TableColumn {
  static let tables = "tables of peers"
  static let chineseTables = "对标地区表"

  case region
  case nameChinese = "name_zh"
  case nameEnglish = "name_en"
  case link
  case firms
  case grade
  case source
  case sourceEnglish = "source_en"

  /// The Chinese names that a header may use instead; the first is the usual one.
  var chineseNames: [String] {
    switch self {
    case .region: ["地区"]
    case .nameChinese: ["地区名称"]
    case .nameEnglish: ["英文名称"]
    case .link: ["环节"]
    case .firms: ["企业数"]
    case .grade: ["数据等级"]
    case .source: ["来源"]
    case .sourceEnglish: ["英文来源"]
    }
  }

  /// Whether a table without the column cannot be read.
  var isRequired: Bool { self == .region || self == .link || self == .firms }
}
