import Diagnostics
import IndustryChain

extension GraphImport {
  /// What tells the inputs of a link apart.
  private struct Entry: Hashable {
    let supplier: String
    let isProcessing: Bool
  }

  /// Makes an input of each edge; whether there are no more than anybody could look through.
  mutating func readEdges() -> Bool {
    var count = 0
    var entries: [String: [Entry: Int]] = [:]
    var below: [String: (count: Int, sum: Double)] = [:]
    for edge in graph.edges {
      if diagnostics.count > ImportOutcome.findingLimit { break }
      guard var input = ends(of: edge) else { continue }
      input.share = share(of: edge)
      if let share = input.share.flatMap(Double.init), share < settings.leastShare {
        below[edge.target, default: (0, 0)].count += 1
        below[edge.target]?.sum += share
        continue
      }
      if edge.source != edge.target {
        buyers.insert(edge.target)
        suppliers.insert(edge.source)
      }
      readWords(of: edge, into: &input)
      let entry = Entry(supplier: input.supplier, isProcessing: input.route == .processing)
      if let index = entries[edge.target]?[entry] {
        add(input, to: edge.target, at: index, edge)
      } else {
        count += 1
        guard count <= Self.inputLimit else { return false }
        entries[edge.target, default: [:]][entry] = inputs[edge.target]?.count ?? 0
        inputs[edge.target, default: []].append(input)
      }
    }
    tell(below)
    tellLabels()
    return true
  }

  /// The input that an edge is, `nil` and a finding where an end is no node.
  private mutating func ends(of edge: ForeignGraph.Edge) -> ImportedChain.Input? {
    guard let supplier = places[edge.source], let buyer = places[edge.target] else {
      let stranger = places[edge.source] == nil ? edge.source : edge.target
      report(
        .unmappedRow, edge.range, "the edge names \"\(stranger)\", which is no node",
        "边中的“\(stranger)”不是节点", ("add the node, or delete the edge", "请补上该节点，或删去这条边"))
      return nil
    }
    return ImportedChain.Input(
      supplier: supplier.chain == buyer.chain
        ? supplier.link : "\(supplier.chain)/\(supplier.link)")
  }

  /// Reads what is said of an edge beside its share.
  private mutating func readWords(
    of edge: ForeignGraph.Edge, into input: inout ImportedChain.Input
  ) {
    if let word = edge.attributes["route"] {
      switch ExchangeShape.word(word, "inputs", "route") {
      case "purchase": break
      case "processing": input.route = .processing
      case "return", "returnflow", "returnFlow": input.route = .comesBack
      default: refuse("route", word, of: edge, InputRoute.words)
      }
    }
    if let word = edge.attributes["critical"], !word.isNo {
      if word.isYes { input.isCritical = true } else { refuse("critical", word, of: edge, ["yes"]) }
    }
    if let word = edge.attributes["shareGrade"] {
      if let grade = Grade(rawValue: ExchangeShape.word(word, "inputs", "grade")) {
        input.grade = grade.rawValue
      } else {
        refuse("shareGrade", word, of: edge, Grade.words)
      }
    }
    input.source = cleaned(
      LocalizedText(
        english: edge.attributes["shareSourceEn"], chinese: edge.attributes["shareSourceZh"]),
      edge.range, "the source of \"\(edge.source)\" → \"\(edge.target)\"",
      "“\(edge.source)”→“\(edge.target)”的来源")
  }

  private mutating func refuse(
    _ attribute: String, _ value: String, of edge: ForeignGraph.Edge, _ words: [String]
  ) {
    refuse(
      attribute, value, edge.range, "\"\(edge.source)\" → \"\(edge.target)\"",
      "“\(edge.source)”→“\(edge.target)”",
      (
        "use one of " + words.map { "`\($0)`" }.joined(separator: ", "),
        "请改用：" + words.map { "“\($0)”" }.joined(separator: "、")
      ))
  }

  /// Reports a value of an attribute that has no place in our files.
  mutating func refuse(
    _ attribute: String, _ value: String, _ range: SourceRange?, _ english: String,
    _ chinese: String, _ help: (String, String)
  ) {
    report(
      .unmappedValue, range,
      "\"\(value.shortened)\" cannot be the \(attribute) of \(english), and is left out",
      "\(chinese)的 \(attribute) 不能是“\(value.shortened)”，未导入", help)
  }

  /// Adds the share of an edge to that of an earlier one between the same links.
  private mutating func add(
    _ input: ImportedChain.Input, to buyer: String, at index: Int, _ edge: ForeignGraph.Edge
  ) {
    let shares = [inputs[buyer]?[index].share, input.share].compactMap { $0.flatMap(Double.init) }
    if shares.count == 2 {
      inputs[buyer]?[index].share = shares.reduce(0, +).shareText
    } else {
      let known = inputs[buyer]?[index].share
      inputs[buyer]?[index].share = known ?? input.share
    }
    let isSum = shares.count == 2
    report(
      .repeatedRow, edge.range,
      "\"\(edge.target)\" buys from \"\(edge.source)\" in an earlier row already; "
        + (isSum
          ? "the shares are added up" : "one input is made, with the share that can be read"),
      "“\(edge.target)”向“\(edge.source)”采购在前面已出现，"
        + (isSum ? "投入系数已相加" : "合为一项投入，取其中能读取的投入系数"),
      isSum
        ? ("see whether the sum is meant", "请确认是否应当相加")
        : ("keep one of the rows", "请只保留其中一行"))
  }
}

extension ExchangeShape {
  /// What a word says in a column of a chain's table: `material` of `材料`.
  static func word(_ text: String, _ table: String, _ column: String) -> String {
    chain.first { $0.key == table }?.columns.first { $0.key == column }?.meaning(of: text) ?? text
  }
}
