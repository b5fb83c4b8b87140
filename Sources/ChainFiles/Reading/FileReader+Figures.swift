import Diagnostics
import IndustryChain
import YAML

extension FileReader {
  /// The unit that a figure is read in.
  enum Unit {
    /// A number 0…1.
    case share
    /// Million CNY.
    case money
    /// Anything countable, at least 0.
    case number
    /// The same, counted in a unit that the key fixes.
    case own(OwnUnit)

    /// The largest number that needs no closer look.
    var plainLimit: Double { if case .share = self { 1 } else { 1e8 } }

    var type: ValueType {
      switch self {
      case .share: .share
      case .money: .money
      case .number, .own: .number
      }
    }
  }

  /// A number, or a map with `value`, `grade` and `source`; `nil` where it is blank or unreadable.
  ///
  /// What it rests on is remembered.
  mutating func figure(
    _ node: YAMLNode, in unit: Unit, default base: Provenance? = nil
  ) -> Figure? {
    let figure = wish(node, in: unit, default: base)
    if let figure { note(figure.provenance, at: node.range) }
    return figure
  }

  /// The same for what somebody wants, which needs no source.
  mutating func wish(
    _ node: YAMLNode, in unit: Unit, default base: Provenance? = nil
  ) -> Figure? {
    if node.isBlank { return nil }
    switch node.kind {
    case .plain, .quoted:
      return amount(node, in: unit).map { Figure($0, provenance: base ?? defaultProvenance) }
    case .mapping:
      guard let object = object(node, .figure) else { return nil }
      let provenance = provenance(object, default: base)
      guard let value = object["value"] else { return nil }
      return amount(value, in: unit).map { Figure($0, provenance: provenance) }
    case .sequence:
      report(.wrongType(node, expected: unit.type.words, in: file))
      return nil
    }
  }

  /// The number of a scalar.
  mutating func amount(_ node: YAMLNode, in unit: Unit) -> Double? {
    if let number = node.withUTF8(\.plainDecimal), number <= unit.plainLimit { return number }
    guard let word = word(node, expected: unit.type.words) else { return nil }
    return amount(word, in: unit)
  }

  /// The number of a cell.
  mutating func amount(_ cell: CSVCell, in unit: Unit) -> Double? {
    if let number = cell.withUTF8(\.plainDecimal), number <= unit.plainLimit { return number }
    return amount(cell.located, in: unit)
  }

  /// The number that a text stands for; a finding and `nil` where it is none.
  mutating func amount(_ word: Located<String>, in unit: Unit) -> Double? {
    do throws(AmountFlaw) {
      switch unit {
      case .money: return try Amount.millionCNY(word.value)
      case .number, .own: return try Amount.number(word.value)
      case .share:
        let share = try Amount.number(word.value)
        if share <= 1 { return share }
        report(.shareOutOfRange(word, in: file))
      }
    } catch {
      switch unit {
      case .money: report(.badMoney(word, error, in: file))
      case .number: report(.badNumber(word, error, in: file))
      case .own(let unit): report(.badNumber(word, error, unit: unit, in: file))
      case .share:
        switch error {
        case .negative, .tooLarge: report(.shareOutOfRange(word, in: file))
        case .number, .range, .tooSmall, .unit: report(.badShare(word, error, in: file))
        }
      }
    }
    return nil
  }

  /// `grade` and `source` of an object; what it leaves out is taken from a default.
  ///
  /// A source without a grade keeps the default's grade. A grade without a source keeps the
  /// default's source only where the grade is the default's too.
  mutating func provenance(_ object: YAMLObject, default base: Provenance? = nil) -> Provenance {
    let base = base ?? defaultProvenance
    guard let places = object.schema.provenancePlaces else { return base }
    let gradeNode = object.value(at: places.grade)
    let sourceNode = object.value(at: places.source)
    let dateNode = object.value(at: places.asOf)
    // What most objects leave out is not made anew.
    if gradeNode == nil, sourceNode == nil, dateNode == nil { return base }
    let grade = gradeNode.flatMap { choice($0, Grade.self) }
    let source = sourceNode.flatMap { text($0) }
    let asOf = dateNode.flatMap { partialDate($0) }
    if grade == nil, source == nil, asOf == nil { return base }
    let keepsSource = source == nil && (grade == nil || grade == base.grade)
    let result = Provenance(
      grade: grade ?? base.grade, source: source ?? (keepsSource ? base.source : nil),
      asOf: asOf ?? (keepsSource ? base.asOf : nil))
    if result.grade == .reported, result.source == nil, let node = gradeNode {
      report(.reportedWithoutSource(in: file, at: node.range))
    }
    return result
  }
}
