import Diagnostics
import IndustryChain

/// Looks at the inputs of each link on its own.
enum InputCheck {
  /// Sums of decimal shares are off by less than this.
  static let tolerance = 1e-9

  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    network.links.indices.flatMap { findings(about: $0, in: network) }
  }

  private static func findings(about link: Int, in network: LinkNetwork) -> [Diagnostic] {
    let inputs = network.inputs(of: link)
    var findings: [Diagnostic] = []
    let duplicates = duplicates(among: inputs)
    for (place, input) in inputs.enumerated() {
      let isOwn = input.supplier == link && input.route != .returnFlow
      guard isOwn || !duplicates.isEmpty else { continue }
      let item = network.links[link]
      if let earlier = duplicates[place] {
        findings.append(
          .duplicateInput(
            item.link.inputs[place], in: item.file, at: item.range(ofInput: place),
            first: item.range(ofInput: earlier)))
      }
      if isOwn { findings.append(.selfInput(in: item.file, at: item.range(ofInput: place))) }
    }
    let inputSum = inputs.reduce(0) { $0 + ($1.share ?? 0) }
    let valueAdded = network.links[link].link.valueAdded?.value ?? 0
    if inputSum + valueAdded > 1 + tolerance {
      findings.append(
        .shareSumOverOne(network.links[link], inputSum: inputSum, valueAdded: valueAdded))
    }
    return findings
  }

  /// The inputs that name a supplier again on the same route, each with the place of the first.
  private static func duplicates(among inputs: ArraySlice<ResolvedInput>) -> [Int: Int] {
    // Few suppliers are compared faster than they are put into a table.
    let areAllOthers =
      inputs.count <= 16
      && inputs.indices.allSatisfy { place in
        inputs[..<place].allSatisfy { $0.supplier != inputs[place].supplier }
      }
    if areAllOthers { return [:] }
    var first: [Entry: Int] = [:]
    var duplicates: [Int: Int] = [:]
    for (place, input) in inputs.enumerated() {
      let entry = Entry(supplier: input.supplier, isProcessing: input.route == .processing)
      if let earlier = first[entry] { duplicates[place] = earlier } else { first[entry] = place }
    }
    return duplicates
  }

  private struct Entry: Hashable {
    let supplier: Int
    let isProcessing: Bool
  }
}

extension Diagnostic {
  static func duplicateInput(
    _ input: Input, in file: SourceFile, at range: SourceRange, first: SourceRange
  ) -> Self {
    Self(
      .duplicateInput, at: .init(file: file, range: range),
      "the supplier \"\(input.supplier)\" stands twice", "供应环节“\(input.supplier)”写了两次",
      notes: [.firstStandsHere(.init(file: file, range: first))],
      help: LocalizedText("add the two shares up in one entry", "合为一条，投入系数相加"))
  }

  static func selfInput(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .selfInput, at: .init(file: file, range: range), "the link buys from itself",
      "这个环节向自己采购",
      help: LocalizedText(
        "delete the input if it is a slip; mark it `return: true` if material comes back",
        "如属笔误请删去；如是物料回用，标上 `return: true`"))
  }

  static func shareSumOverOne(
    _ item: ResolvedLink, inputSum: Double, valueAdded: Double
  ) -> Self {
    let sum = (inputSum + valueAdded).shortened
    let name = item.link.id.name
    return Self(
      .shareSumOverOne, about: item,
      "the inputs\(valueAdded > 0 ? " and the value added" : "") of \"\(name)\" add up to \(sum),"
        + " more than its output",
      "“\(name)”的投入\(valueAdded > 0 ? "与增加值" : "")合计 \(sum)，超过产出",
      help: LocalizedText(
        "lower the shares: each is value bought per unit of output, together at most 1",
        "调低投入系数：每项是单位产出的采购额，合计不超过 1"))
  }

  static func shareOutOfRange(_ word: Located<String>, in file: SourceFile) -> Self {
    let share = Amount.share(inPercent: word.value + "%").map(\.description)
    return Self(
      .shareOutOfRange, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is not between 0 and 1",
      "“\(word.value.shortened)”不在 0 到 1 之间",
      help: .partOfOne(share, for: word.value.halfWidth.trimmed + "%"),
      fix: share.flatMap { .writing($0, for: word, .likely) })
  }

  static func returnOnProcessing(in file: SourceFile, at range: SourceRange, fix: Fix?) -> Self {
    Self(
      .returnOnProcessing, at: .init(file: file, range: range),
      "work that is sent out cannot be a return flow", "外协加工不能标为回流",
      help: LocalizedText(
        "delete `return`, or move the entry to `inputs`", "删去 `return`，或把这一条移到 `inputs`"),
      fix: fix)
  }
}
