import Diagnostics
import IndustryChain

extension GraphImport {
  /// The link that a node is; what it says and a link cannot is reported.
  mutating func link(
    _ node: ForeignGraph.Node, _ id: String, in chain: String, _ stage: Stage?
  ) -> ImportedChain.Link {
    var link = ImportedChain.Link(id: id, name: name(of: node), stage: stage ?? .midstream)
    link.inputs = inputs[node.id] ?? []
    if let word = node.attributes["kind"] {
      link.kind = LinkKind(rawValue: ExchangeShape.word(word, "links", "kind"))
      if link.kind == nil { refuse("kind", word, of: node, LinkKind.words) }
    }
    // Our export fills in what nobody knows; that is no figure of a chain.
    if node.attributes["valueAddedGrade"] != Grade.assumed.rawValue,
      let share = node.attributes["valueAdded"]
    {
      if let value = Double(share), (0...1).contains(value) {
        link.valueAdded = share
      } else {
        refuse(
          "valueAdded", share, of: node,
          help: ("write a number from 0 to 1", "请填写 0 到 1 之间的数"))
      }
    }
    if let umbrella = node.attributes["variantOf"] {
      if let place = places[umbrella] {
        link.variantOf = place.chain == chain ? place.link : "\(place.chain)/\(place.link)"
      } else {
        refuse(
          "variantOf", umbrella, of: node, help: ("write the id of a node", "请填写图中节点的编号"))
      }
    }
    return link
  }

  private mutating func name(of node: ForeignGraph.Node) -> LocalizedText {
    let name =
      node.localizedName ?? settings.names[node.id]
      ?? .init(
        guessingLanguageOf: node.attributes["label"] ?? node.attributes["name"] ?? node.id)
    return cleaned(
      name, node.range, "the name of the node \"\(node.id)\"", "节点“\(node.id)”的名称")
  }

  /// A text without control characters, which no file may hold; each is reported.
  mutating func cleaned(
    _ text: LocalizedText, _ range: SourceRange?, _ english: @autoclosure () -> String,
    _ chinese: @autoclosure () -> String
  ) -> LocalizedText {
    let wordings = [text.english, text.chinese].compactMap { $0 }
    guard let character = wordings.lazy.compactMap(\.firstControlCharacter).first else {
      return text
    }
    report(
      .unmappedValue, range,
      "\(english()) holds the control character \(character.codePoint), which is left out",
      "\(chinese())里有控制字符 \(character.codePoint)，导入时已去掉",
      ("delete the character", "请删去这个字符"))
    return LocalizedText(
      english: text.english?.withoutControlCharacters,
      chinese: text.chinese?.withoutControlCharacters)
  }

  /// The stage of each node: what it or a group of it says, else what its edges show.
  mutating func stages(of nodes: [ForeignGraph.Node]) -> [String: Stage] {
    var stages: [String: Stage] = [:]
    var guessed: [String] = []
    for node in nodes {
      if let word = node.attributes["stage"], Stage(named: word) == nil {
        refuse("stage", word, of: node, Stage.words)
      }
      if let stage = node.stage {
        stages[node.id] = stage
        continue
      }
      guessed.append(node.id)
      switch (buyers.contains(node.id), suppliers.contains(node.id)) {
      case (false, true): stages[node.id] = .upstream
      case (true, false): stages[node.id] = .downstream
      default: stages[node.id] = .midstream
      }
    }
    guard !guessed.isEmpty else { return stages }
    let some = guessed.prefix(5)
    let english = some.map { "\"\($0)\"" } + (guessed.count > 5 ? ["…"] : [])
    let chinese = some.chineseList + (guessed.count > 5 ? "等" : "")
    report(
      .guessedStage, nil,
      "the stages of \(guessed.count) links are set from who buys from whom: "
        + english.joined(separator: ", "),
      "有 \(guessed.count) 个环节的上中下游按采购关系推定：\(chinese)",
      ("look them through", "请逐一核对"))
    return stages
  }

  private mutating func refuse(
    _ attribute: String, _ value: String, of node: ForeignGraph.Node, _ words: [String]
  ) {
    refuse(
      attribute, value, of: node,
      help: (
        "use one of " + words.map { "`\($0)`" }.joined(separator: ", "),
        "请改用：" + words.map { "“\($0)”" }.joined(separator: "、")
      ))
  }

  private mutating func refuse(
    _ attribute: String, _ value: String, of node: ForeignGraph.Node, help: (String, String)
  ) {
    refuse(attribute, value, node.range, "the node \"\(node.id)\"", "节点“\(node.id)”", help)
  }
}

extension ForeignGraph.Node {
  /// The name in the languages that are told apart.
  fileprivate var localizedName: LocalizedText? {
    let name = LocalizedText(english: attributes["nameEn"], chinese: attributes["nameZh"])
    return name.isEmpty ? nil : name
  }

  /// The stage that an attribute or a group names.
  fileprivate var stage: Stage? {
    ([attributes["stage"]] + groups.reversed()).lazy.compactMap { $0 }
      .compactMap { Stage(named: $0) }.first
  }
}

extension String {
  /// The text without what shows nothing and no file may hold.
  var withoutControlCharacters: String {
    guard firstControlCharacter != nil else { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.filter { String($0).firstControlCharacter == nil }))
  }
}

extension Stage {
  /// The stage of a word in English or Chinese, or of one in both.
  init?(named text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let stages = Set(words.map(Self.stage))
    guard stages.count == 1, let stage = stages.first ?? nil else { return nil }
    self = stage
  }

  private static func stage(of word: String) -> Self? {
    switch word.lowercased() {
    case "upstream", "上游": .upstream
    case "midstream", "中游": .midstream
    case "downstream", "下游": .downstream
    case "supporting", "配套": .supporting
    default: nil
    }
  }
}
