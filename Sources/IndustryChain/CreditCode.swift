/// A unified social credit code of 18 characters, whose last checks the others.
///
/// Source: GB 32100-2015, annex A (weights 3^i mod 31 over an alphabet without I, O, Z, S, V).
public struct CreditCode: Hashable, Sendable {
  /// What is wrong with a text that was meant as a code.
  public enum Flaw: Error, Hashable, Sendable {
    /// Not 18 characters long; the length is given.
    case length(Int)
    /// A character that the alphabet does not hold.
    case character(Character)
    /// The last character does not fit the others; the one that would is given.
    case checkCharacter(expected: Character)
  }

  /// The 18 characters.
  public let rawValue: String

  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// Reads a code.
  ///
  /// - Throws: `Flaw`, the first thing that is wrong with it.
  public init(_ text: String) throws(Flaw) {
    let characters = Array(text)
    guard characters.count == 18 else { throw .length(characters.count) }
    var sum = 0
    var weight = 1
    for character in characters.dropLast() {
      guard let value = Self.alphabet.firstIndex(of: character) else {
        throw .character(character)
      }
      sum += value * weight
      weight = weight * 3 % 31
    }
    let expected = Self.alphabet[(31 - sum % 31) % 31]
    guard characters[17] == expected else { throw .checkCharacter(expected: expected) }
    rawValue = text
  }
}
