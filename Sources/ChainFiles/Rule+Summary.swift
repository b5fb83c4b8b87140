public import Diagnostics
public import IndustryChain

extension Rule {
  /// Every rule as tools describe it, in the order of the documentation.
  public static var descriptions: [RuleDescription] {
    allCases.map { RuleDescription(id: $0.id, severity: $0.severity, summary: $0.summary) }
  }

  /// What is wrong, in a few words.
  public var summary: LocalizedText {
    switch self {
    case .nothingToRead: LocalizedText("no chain file is there", "没有产业链文件")
    case .inaccessibleFile: LocalizedText("a file is there and cannot be read", "文件无法读取")
    case .invalidUTF8: LocalizedText("a file is not UTF-8", "文件不是 UTF-8 编码")
    case .yamlSyntax: LocalizedText("a file is not valid YAML", "YAML 语法有误")
    case .yamlAlias: LocalizedText("anchors and aliases are not read", "不支持锚点和别名")
    case .yamlTooDeep: LocalizedText("a file nests too deeply", "嵌套层次太深")
    case .missingRegionFile:
      LocalizedText("a region's folder has no region.yaml", "区域文件夹缺少 region.yaml")
    case .missingFirmTable:
      LocalizedText("chains were surveyed and no firm table is there", "已调查产业链，却没有企业表")
    case .unreadFile:
      LocalizedText("a file is not read for its name or its folder", "文件名或位置不符，没有读取")
    case .duplicateKey: LocalizedText("a key stands twice", "键重复")
    case .unknownKey: LocalizedText("the format has no such key", "没有这个键")
    case .missingKey: LocalizedText("a required key or cell is missing", "缺少必填项")
    case .wrongType: LocalizedText("a value has the wrong shape", "内容的形式不对")
    case .unknownValue: LocalizedText("a word is none that may stand there", "不能填这个词")
    case .badID: LocalizedText("an id has other characters than it may", "编号含有不允许的字符")
    case .badNumber: LocalizedText("a text is no number", "不是数字")
    case .badMoney: LocalizedText("a text is no amount of money", "不是金额")
    case .badDate: LocalizedText("a text is no date", "不是日期")
    case .reportedWithoutSource: LocalizedText("a reported figure names no source", "有报道的数据没有来源")
    case .controlCharacter: LocalizedText("a text holds a control character", "文字里有控制字符")
    case .duplicateChain: LocalizedText("a chain is defined twice", "产业链重复定义")
    case .duplicateLink: LocalizedText("a link is defined twice", "环节重复定义")
    case .duplicateRegion: LocalizedText("a region is defined twice", "区域重复定义")
    case .duplicateFirm: LocalizedText("a firm is a resident and a prospect", "企业既是本地企业又是目标企业")
    case .unknownLink: LocalizedText("no link has the name", "没有这个环节")
    case .ambiguousLink: LocalizedText("several links have the name", "不止一个环节叫这个名字")
    case .unknownChain: LocalizedText("no chain has the name", "没有这条产业链")
    case .unknownFirm: LocalizedText("no firm has the name", "没有这家企业")
    case .unknownNeed: LocalizedText("no need has the name", "没有这个落地条件")
    case .conflictingNeed: LocalizedText("a need has two names", "落地条件有两个名称")
    case .regionUnlikeFolder:
      LocalizedText("a region's id is not its folder's name", "区域编号与文件夹名称不一致")
    case .duplicateFirmName: LocalizedText("two firms of a region have one name", "两家企业名称相同")
    case .quotedName: LocalizedText("a name stands in quotation marks", "名称外面多了一层引号")
    case .weightsAllZero: LocalizedText("every weight is 0", "所有权重都是 0")
    case .infeasibleWeights:
      LocalizedText("no weights keep the ranges and the order", "没有权重能满足区间和次序")
    case .weightsOutsideBounds:
      LocalizedText("the weights break the region's own bounds", "权重超出区域自己定的范围")
    case .repeatedCriterion: LocalizedText("a criterion stands twice", "指标重复")
    case .providedAndLacked: LocalizedText("a need is both met and lacked", "同一条件既具备又不具备")
    case .duplicateInput: LocalizedText("a supplier stands twice", "供应环节重复")
    case .returnOnProcessing: LocalizedText("work sent out is marked as a return flow", "外协加工标成了回流")
    case .shareOutOfRange: LocalizedText("a share is not between 0 and 1", "投入系数不在 0 到 1 之间")
    case .shareSumOverOne: LocalizedText("inputs and value added pass the output", "投入与增加值合计超过产出")
    case .selfInput: LocalizedText("a link buys from itself", "环节向自己采购")
    case .closedCycle: LocalizedText("a cycle of purchases adds no value", "闭合循环不产生增加值")
    case .variantCycle: LocalizedText("links are variants of one another", "环节互为细分")
    case .cycleWithoutReturn: LocalizedText("a cycle has no return flow", "循环中没有标出回流")
    case .csvSyntax: LocalizedText("a table is no table of comma-separated values", "表格的引号或分隔符有误")
    case .unknownColumn: LocalizedText("the format has no such column", "没有这一列")
    case .duplicateColumn: LocalizedText("a column stands twice", "列重复")
    case .missingColumn: LocalizedText("a required column is missing", "缺少必填的列")
    case .tooManyCells: LocalizedText("a row has more cells than the header", "单元格多于表头")
    case .tooFewCells: LocalizedText("a row has fewer cells than the header", "单元格少于表头")
    case .missingName: LocalizedText("a firm has no name", "企业没有名称")
    case .contradictingFirm: LocalizedText("rows of one firm disagree", "同一企业前后不一致")
    case .badCount: LocalizedText("a text is no number of firms", "不是企业数")
    case .badCreditCode: LocalizedText("a text is no unified social credit code", "不是统一社会信用代码")
    case .milestonesOutOfOrder: LocalizedText("a later stage has an earlier date", "后一阶段的日期更早")
    case .dateAfterRegion:
      LocalizedText("a project was signed after the region's own day", "项目日期晚于数据日期")
    case .badPeerCount: LocalizedText("a text is no number of firms of a peer", "不是对标地区的企业数")
    case .duplicatePeerRow: LocalizedText("a peer lists a link twice", "对标地区的环节重复")
    case .contradictingPeer: LocalizedText("rows of one peer disagree", "同一对标地区前后不一致")
    case .peerIsRegion: LocalizedText("a peer has files of its own", "对标地区在工作区里另有文件")
    case .unknownRule: LocalizedText("no rule has the name", "没有这条检查规则")
    case .loweredError: LocalizedText("a rule that must be an error is lowered", "只能是错误的规则被降级")
    case .isolatedLink: LocalizedText("nothing ties a link to any other", "环节与其他环节没有联系")
    case .unboughtLink: LocalizedText("nobody buys a link that is not downstream", "非下游环节没有下家")
    case .unsuppliedLink: LocalizedText("a link lists nothing that it buys", "环节没有列出投入")
    case .lowShareSum: LocalizedText("listed inputs are next to nothing", "所列投入合计过低")
    case .highShareSum: LocalizedText("listed inputs are next to all of the output", "所列投入合计过高")
    case .stageAgainstFlow: LocalizedText("a supplier stands after its buyer", "供应环节排在下家之后")
    case .umbrellaWithoutVariants:
      LocalizedText("a link that is bought says nothing of its own", "大类环节没有细分")
    case .duplicateName: LocalizedText("links of two chains have the same name", "两条链的环节重名")
    case .sharedCode: LocalizedText("links of two chains have the same code", "两条链的环节代码相同")
    case .missingTranslation: LocalizedText("names stand in one language only", "名称只有一种语言")
    case .figureWithoutSource: LocalizedText("figures name no source and no basis", "数据没有来源或依据")
    case .oldEstimate: LocalizedText("estimates are old", "估算数据过旧")
    case .projectWithoutDate: LocalizedText("projects have no date", "项目没有日期")
    }
  }
}
