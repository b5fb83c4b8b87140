public import IndustryChain

/// Money and numbers as people write them outside of the files, such as in a command's arguments.
public enum MoneyText {
  /// Why a text is no amount, lower-case and without a full stop.
  public struct Flaw: Error, Hashable, Sendable {
    /// What is wrong with it.
    public let message: LocalizedText
  }

  /// Reads money as the files do: `3亿元`, `5000万元`, `3 million CNY`, `300` for million CNY.
  ///
  /// - Parameter text: The amount.
  /// - Returns: Million CNY, at least 0.
  /// - Throws: `Flaw` where the text is no amount.
  public static func millionCNY(_ text: String) throws(Flaw) -> Double {
    do throws(AmountFlaw) {
      return try Amount.millionCNY(text)
    } catch {
      throw Flaw(message: error.message(about: text, .money))
    }
  }

  /// Reads a plain number from 0 on as the files do: `1,200.5`.
  ///
  /// - Throws: `Flaw` where the text is none.
  public static func number(_ text: String) throws(Flaw) -> Double {
    do throws(AmountFlaw) {
      return try Amount.number(text)
    } catch {
      throw Flaw(message: error.message(about: text, .number))
    }
  }
}
