/// The columns of firm tables, in the order that people write them.
enum FirmColumn: String, TableColumn {
  static let tables = "firm tables"
  static let chineseTables = "企业表"

  case firm
  case nameChinese = "name_zh"
  case nameEnglish = "name_en"
  case count
  case creditCode = "credit_code"
  case home
  case partners
  case link
  case team
  case negotiating
  case signed
  case building
  case operating
  case closed
  case output
  case investment
  case fundsInPlace = "funds_in_place"
  case jobs
  case capacity
  case grade
  case source
  case sourceEnglish = "source_en"
  case quotation

  /// The Chinese names that a header may use instead; the first is the usual one.
  var chineseNames: [String] {
    switch self {
    case .firm: ["企业编号"]
    case .nameChinese: ["企业名称"]
    case .nameEnglish: ["英文名称"]
    case .count: ["企业数"]
    case .creditCode: ["统一社会信用代码"]
    case .home: ["所在地"]
    case .partners: ["关联企业"]
    case .link: ["环节"]
    case .team: ["招商队伍"]
    case .negotiating: ["在谈"]
    case .signed: ["签约"]
    case .building: ["在建"]
    case .operating: ["投产"]
    case .closed: ["退出"]
    case .output: ["年产值"]
    case .investment: ["合同投资额"]
    case .fundsInPlace: ["到位资金"]
    case .jobs: ["就业"]
    case .capacity: ["产能"]
    case .grade: ["数据等级"]
    case .source: ["来源"]
    case .sourceEnglish: ["英文来源"]
    case .quotation: ["原文"]
    }
  }

  /// Whether a table without the column cannot be read.
  var isRequired: Bool { self == .firm }
}
