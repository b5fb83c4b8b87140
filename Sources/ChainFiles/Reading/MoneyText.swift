/// Reads money that a person typed, by the rules of the chain files.
public enum MoneyText {
  /// The amount in million CNY: `3亿元` is 300, `500万元` 5, a bare `300` 300; `nil` where the text is
  /// no amount from 0 on.
  public static func millionCNY(_ text: String) -> Double? { try? Amount.millionCNY(text) }

  /// A plain number from 0 on: `1,200.5`; `nil` where the text is none.
  public static func number(_ text: String) -> Double? { try? Amount.number(text) }
}
