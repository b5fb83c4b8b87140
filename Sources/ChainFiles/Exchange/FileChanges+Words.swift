public import IndustryChain

extension FileChanges {
  /// What is counted, as a planner of a language says it: `links`, `环节`.
  public func word(for count: Count, in language: Language) -> String {
    guard language == .chinese else { return count.key }
    switch count.key {
    case "comments": return "注释"
    case "rows": return "行"
    default: return schema?.chinese([count.key]).words.first ?? count.key
    }
  }

  /// Where an entry stands, with the keys of the format in a language, ids as they are, and the unit
  /// behind an amount of money.
  public func place(of detail: Detail, in language: Language) -> String {
    func unit(_ isMoney: Bool) -> String {
      isMoney ? language == .chinese ? ExchangeShape.millionCNY : " (million CNY)" : ""
    }
    if let schema {
      let (words, isMoney) = schema.chinese(detail.keys)
      let place = language == .chinese ? words.joined(separator: " > ") : detail.place
      return place + unit(isMoney)
    }
    // A cell of a table ends with its column.
    guard detail.old != nil, detail.new != nil,
      let blank = detail.place.lastIndex(of: " ")
    else { return detail.place }
    let column = String(detail.place[detail.place.index(after: blank)...])
    let firmColumn = FirmColumn(rawValue: column)
    let word = firmColumn?.chineseNames.first ?? PeerColumn(rawValue: column)?.chineseNames.first
    return detail.place[...blank] + (language == .chinese ? word ?? column : column)
      + unit(firmColumn?.isMoney == true)
  }

  private var schema: ObjectSchema? {
    switch kind {
    case .chain: .chain
    case .region: .region
    case .workspace, .other, nil: nil
    }
  }
}

extension FileChanges.Detail {
  /// The keys from the top of the file.
  fileprivate var keys: [String] {
    var keys: [String] = []
    var rest = place[...]
    while let joint = rest.firstRange(of: " > ") {
      keys.append(String(rest[..<joint.lowerBound]))
      rest = rest[joint.upperBound...]
    }
    return keys + [String(rest)]
  }
}

extension ObjectSchema {
  /// The keys on the way from the top of a file, those that the format names in Chinese, and whether
  /// they lead to an amount of money.
  fileprivate func chinese(_ keys: [String]) -> (words: [String], isMoney: Bool) {
    var type: ValueType? = .object(self)
    var numbers = NumberForm.figure
    let words = keys.map { key in
      let schema: ObjectSchema?
      switch type {
      case .object(let object): schema = object
      case .table(let item):
        type = item
        return key
      case .share, .money, .number: schema = numbers.map
      case .text: schema = .text
      default: schema = nil
      }
      let entry = schema?.keys.first { $0.key == key }
      type = entry?.type
      numbers = entry?.numbers ?? .figure
      return entry?.chinese ?? key
    }
    if case .money? = type { return (words, true) }
    return (words, false)
  }
}
