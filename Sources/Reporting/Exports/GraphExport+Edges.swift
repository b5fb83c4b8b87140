import IndustryChain

extension GraphExport {
  typealias EdgeAttribute = ExportAttribute<Edge>

  /// All attributes of an edge but its ends, in the order of every format.
  static let edgeAttributes: [EdgeAttribute] = [
    EdgeAttribute("route") { .text($0.input.route.rawValue) },
    EdgeAttribute("share", .number) { .optional($0.input.share?.value) },
    EdgeAttribute("shareGrade") { .optional($0.input.share?.provenance.grade.rawValue) },
    EdgeAttribute("shareSourceEn") { .optional($0.input.share?.provenance.source?.english) },
    EdgeAttribute("shareSourceZh") { .optional($0.input.share?.provenance.source?.chinese) },
    EdgeAttribute("critical", .flag) { .flag($0.input.isCritical) },
  ]
}
