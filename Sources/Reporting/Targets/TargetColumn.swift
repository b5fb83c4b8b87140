import GapAnalysis
import IndustryChain

/// One column of a target list, in every format: a new criterion is one more value here.
struct TargetColumn: Sendable {
  /// The tables for people that show the column; data formats show all columns.
  enum Audience: Hashable, Sendable {
    case targetTable, commitmentTable
  }

  /// The unit that a title carries, the same in every row.
  enum Unit: Hashable, Sendable {
    case money, moneyAYear, mu, megawatt, tonnesADay
  }

  /// The name in data formats, the unit at its end.
  let key: String
  let title: LocalizedText
  var unit: Unit?
  var alignment: Table.Alignment = .left
  var audience: Set<Audience> = []
  /// How gladly a reader of a narrow terminal does without it; 0 for never.
  var dispensability = 0
  let cell: @Sendable (TargetRow) -> Cell
}

extension TargetColumn {
  /// The title in both languages, with the unit of the data formats.
  var bilingualTitle: String {
    let unit =
      switch unit {
      case .money: LocalizedText(english: "million CNY", chinese: "百万元")
      case .moneyAYear: LocalizedText(english: "million CNY a year", chinese: "百万元/年")
      case .mu: LocalizedText(english: "mu", chinese: "亩")
      case .megawatt: LocalizedText(english: "MW", chinese: "兆瓦")
      case .tonnesADay: LocalizedText(english: "tonnes a day", chinese: "吨/日")
      case nil: LocalizedText()
      }
    return LocalizedText { $0.text(title) + $0.aside($0.text(unit)) }.bilingual
  }
}
