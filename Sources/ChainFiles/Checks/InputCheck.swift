import Diagnostics
import IndustryChain

/// Looks at the inputs of each link on its own.
enum InputCheck {
  /// Sums of decimal shares are off by less than this.
  static let tolerance = 1e-9

  static func findings(in links: [ResolvedLink]) -> [Diagnostic] {
    links.flatMap(findings)
  }

  private static func findings(in item: ResolvedLink) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var first: [Entry: SourceRange] = [:]
    for (input, range) in zip(item.link.inputs, item.inputRanges) {
      let entry = Entry(supplier: input.supplier, isProcessing: input.route == .processing)
      if let earlier = first.updateValue(range, forKey: entry) {
        findings.append(.duplicateInput(input, in: item.file, at: range, first: earlier))
        first[entry] = earlier
      }
      if input.supplier == item.link.id, input.route != .returnFlow {
        findings.append(.selfInput(in: item.file, at: range))
      }
    }
    let inputSum = item.link.inputs.reduce(0) { $0 + ($1.share?.value ?? 0) }
    let valueAdded = item.link.valueAdded?.value ?? 0
    if inputSum + valueAdded > 1 + tolerance {
      findings.append(.shareSumOverOne(item, inputSum: inputSum, valueAdded: valueAdded))
    }
    return findings
  }

  private struct Entry: Hashable {
    let supplier: LinkID
    let isProcessing: Bool
  }
}

extension Diagnostic {
  static func duplicateInput(
    _ input: Input, in file: SourceFile, at range: SourceRange, first: SourceRange
  ) -> Self {
    Self(
      .duplicateInput, at: .init(file: file, range: range),
      "the supplier \"\(input.supplier)\" stands twice",
      notes: [Note("the first stands here", at: .init(file: file, range: first))],
      help: "add the two shares up in one entry")
  }

  static func selfInput(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .selfInput, at: .init(file: file, range: range), "the link buys from itself",
      help: "delete the input if it is a slip; mark it `return: true` if material comes back")
  }

  static func shareSumOverOne(
    _ item: ResolvedLink, inputSum: Double, valueAdded: Double
  ) -> Self {
    let sum = (inputSum + valueAdded).shortened
    let message =
      valueAdded > 0
      ? "the inputs and the value added of \"\(item.link.id.name)\" add up to \(sum)"
      : "the inputs of \"\(item.link.id.name)\" add up to \(sum)"
    return Self(
      .shareSumOverOne, at: .init(file: item.file, range: item.range),
      message + ", more than its output",
      help: "lower the shares: each is value bought per unit of output, together at most 1")
  }

  static func shareOutOfRange(_ word: Located<String>, in file: SourceFile) -> Self {
    Self(
      .shareOutOfRange, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is not between 0 and 1",
      help: "write value per unit of output value: `0.45` for 45 %")
  }

  static func returnOnProcessing(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .returnOnProcessing, at: .init(file: file, range: range),
      "work that is sent out cannot be a return flow",
      help: "delete `return`, or move the entry to `inputs`")
  }
}

extension Double {
  /// The number without the noise of its last digits.
  var shortened: String { String((self * 1e6).rounded() / 1e6) }
}
