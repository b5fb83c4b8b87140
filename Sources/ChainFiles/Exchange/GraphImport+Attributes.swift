import Diagnostics
import IndustryChain

extension GraphImport {
  /// The attributes that have a place in a chain.
  private static let read: Set = [
    "nameEn", "nameZh", "label", "name", "chain", "selected", "stage", "kind", "variantOf",
    "valueAdded", "valueAddedGrade", "share", "weight", "coefficient", "投入系数", "route",
    "critical", "shareGrade", "shareSourceEn", "shareSourceZh",
  ]

  /// Tells which attributes and groups have no place in a chain.
  mutating func tellUnread() {
    var names = Set(graph.attributes.keys)
    for node in graph.nodes { names.formUnion(node.attributes.keys) }
    for edge in graph.edges { names.formUnion(edge.attributes.keys) }
    // A second attribute that could be the share is none.
    let shares = Self.shareNames.dropLast().filter { name in
      graph.edges.contains { edge in
        edge.attributes[name] != nil
          && Self.shareNames.first { edge.attributes[$0] != nil } != name
      }
    }
    let unread = names.subtracting(Self.read).subtracting(graph.attributes.keys)
      .union(graph.attributes.keys.filter { !ForeignGraph.titles.contains($0) })
    let own = graph.attributes.keys.filter(ForeignGraph.occasions.contains)
    let harmless = unread.filter {
      ForeignGraph.looks.contains($0) || ForeignGraph.results.contains($0) || own.contains($0)
    }
    let leftOut = harmless.union(graph.leftOut).union(shares)
    if !leftOut.isEmpty {
      let list = leftOut.sorted()
      diagnostics.append(
        Diagnostic(
          .leftOut, at: .init(file: graph.file),
          "what says how it looks or what was worked out is left out: "
            + list.joined(separator: ", "),
          "外观与计算结果类属性不导入：" + list.joined(separator: "、")))
    }
    tellGroups()
    let lost = unread.subtracting(harmless)
    guard !lost.isEmpty else { return }
    report(
      .unmappedColumn, nil,
      "attributes have no place in a chain and are not read: "
        + lost.sorted().map { "\"\($0)\"" }.joined(separator: ", "),
      "以下属性在产业链文件中没有对应的内容，未导入：\(lost.sorted().chineseList)",
      ("see Docs/Exchange.md for those that are read", "可导入的属性见 Docs/Exchange.md"))
  }

  /// Lists the groups that name no stage: a chain has no others.
  private mutating func tellGroups() {
    let names = Set(graph.nodes.flatMap(\.groups)).filter { Stage(named: $0) == nil }.sorted()
    guard !names.isEmpty else { return }
    report(
      .unmappedColumn, nil,
      "groups that name no stage are not read: "
        + names.map { "\"\($0.shortened)\"" }.joined(separator: ", "),
      "以下分组不是上中下游名称，未导入：" + names.map { "“\($0.shortened)”" }.joined(separator: "、"),
      (
        "call a group upstream, midstream, downstream or supporting",
        "请将分组命名为上游、中游、下游或配套"
      ))
  }

  /// Tells which nodes of our own export stand there only for their trade with the chosen ones.
  mutating func tell(unselected ids: [String]) {
    guard !ids.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .leftOut, at: .init(file: graph.file),
        "\(ids.count) nodes are marked as not selected, and are left out: "
          + ids.map { "\"\($0)\"" }.joined(separator: ", "),
        "有 \(ids.count) 个节点标明未选中（selected 为 false），未导入：\(ids.chineseList)"))
  }
}

extension ForeignGraph {
  /// The attributes of a graph that are its name.
  static let titles = ["label", "name"]

  /// Attributes of Graphviz and others that say how a graph looks.
  fileprivate static let looks: Set = [
    "shape", "color", "fillcolor", "style", "fontname", "fontsize", "fontcolor", "pos", "width",
    "height", "penwidth", "arrowhead", "arrowtail", "arrowsize", "dir", "rank", "group", "margin",
    "tooltip", "edgetooltip", "labeltooltip", "URL", "href", "id", "class", "target", "minlen",
    "constraint", "x", "y", "z", "size", "r", "g", "b", "Label", "headport", "tailport",
    "ordering", "peripheries", "regular", "fixedsize", "labelfontsize", "cluster", "image",
    "bgcolor", "center", "clusterrank", "colorscheme", "compound", "concentrate", "dpi",
    "esep", "fontpath", "forcelabels", "gradientangle", "K", "labeljust", "labelloc", "landscape",
    "layers", "layout", "len", "lheight", "lhead", "ltail", "lwidth", "nodesep", "orientation",
    "outputorder", "overlap", "pack", "packmode", "pad", "page", "pencolor", "quantum", "rankdir",
    "ranksep", "ratio", "resolution", "root", "rotate", "samplepoints", "searchsize", "sep",
    "sides", "skew", "distortion", "splines", "start", "stylesheet", "truecolor", "viewport",
    "newrank", "charset", "labelangle", "labeldistance", "labelfloat", "labelfontcolor",
    "labelfontname", "nslimit", "nslimit1", "mclimit", "remincross", "sortv", "labelURL", "headURL",
    "tailURL", "decorate", "samehead", "sametail", "arrowHead", "imagescale", "nojustify",
  ]

  /// What our own export says of the graph as a whole: where and when it was analysed.
  fileprivate static let occasions: Set = ["date", "region", "regionNameEn", "regionNameZh"]

  /// Attributes of our own export that an analysis has worked out.
  fileprivate static let results: Set = [
    "coverage", "supplyMillionCNY", "demandMillionCNY", "localSupplyRatio", "leakageMillionCNY",
    "localContent", "selfDemand", "plantOutputMillionCNY", "plantOutputGrade", "opportunity",
    "list", "rank", "score", "impact", "feasibility", "firms",
  ]
}
