import IndustryChain

/// A chain as an import understands it, before it is a file.
struct ImportedChain {
  /// What a link buys.
  struct Input {
    /// A link of the chain, or `chain/link`.
    var supplier: String
    /// The share as the file spells it; `nil` where nobody says.
    var share: String?
    var route = InputRoute.purchase
    var isCritical = false
    var grade: String?
    var source = LocalizedText()
  }

  /// One link.
  struct Link {
    let id: String
    let name: LocalizedText
    let stage: Stage
    var kind: LinkKind?
    var inputs: [Input] = []
    var valueAdded: String?
    var variantOf: String?
  }

  let id: String
  let name: LocalizedText
  let grade: Grade
  let source: LocalizedText
  var links: [Link]
}

extension ImportedChain {
  /// The chain as a file, under a comment that says where it is from.
  func tree(from file: String) -> FileTree {
    var root: TreeMap = [
      "chain": .text(id), "name": .text(name),
      "figures": ["grade": .text(grade.rawValue), "source": .text(source)],
    ]
    root["links"] = .map(TreeMap(links.map { TreeEntry($0.id, $0.value) }))
    return FileTree(
      root,
      head: [.comment("# Imported from \(file.asComment) （由 \(file.asComment) 导入）.")])
  }
}

extension ImportedChain.Link {
  fileprivate var value: TreeValue {
    var link: TreeMap = ["name": .text(name), "stage": .text(stage.rawValue)]
    if let kind { link["kind"] = .text(kind.rawValue) }
    for (key, isProcessing) in [("inputs", false), ("processed_by", true)] {
      let inputs = inputs.filter { ($0.route == .processing) == isProcessing }
      guard !inputs.isEmpty else { continue }
      link[key] = .map(TreeMap(inputs.map { TreeEntry($0.supplier, $0.value) }))
    }
    if let valueAdded { link["value_added"] = .figure(valueAdded) }
    if let variantOf { link["variant_of"] = .text(variantOf) }
    return .map(link)
  }
}

extension ImportedChain.Input {
  fileprivate var value: TreeValue {
    var rest: [TreeEntry] = []
    if isCritical { rest.append(TreeEntry("critical", .flag(true))) }
    if route == .comesBack { rest.append(TreeEntry("return", .flag(true))) }
    if let grade { rest.append(TreeEntry("grade", .text(grade))) }
    if !source.isEmpty { rest.append(TreeEntry("source", .text(source))) }
    return .figure(share, "share", with: rest)
  }
}

extension String {
  /// The text as a part of a comment.
  fileprivate var asComment: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 0x20 }))
  }
}

extension Double {
  /// A share in six significant digits, never above the share itself: what sums to 1 still does.
  var shareText: String {
    guard isFinite, self > 0 else { return "0" }
    var scale = 1.0
    while self * scale < 100_000, scale < 1e300 { scale *= 10 }
    // What was a decimal of so many digits keeps them despite the binary fraction.
    let digits = (self * scale + 1e-6).rounded(.down)
    return (digits / scale).plainText
  }

  /// The shortest spelling without an exponent.
  private var plainText: String {
    let text = description
    guard let mark = text.firstIndex(of: "e"),
      let exponent = Int(text[text.index(after: mark)...]), exponent < 0
    else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
    var digits = text[..<mark].filter { $0 != "." }
    if digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    return "0." + String(repeating: "0", count: -exponent - 1) + digits
  }
}
