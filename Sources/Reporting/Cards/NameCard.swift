public import IndustryChain

/// What an author of files wants to see of an id at a glance: its name in both languages.
public struct NameCard: Sendable {
  private let id: String
  private let name: LocalizedText

  /// A card of an id and the name that it stands for.
  public init(_ id: String, name: LocalizedText) {
    self.id = id
    self.name = name
  }

  /// The card in a language.
  public func page(in language: Language) -> Page {
    let other: Language = language == .chinese ? .english : .chinese
    let names = [language.text(name), other.text(name)].filter { !$0.isEmpty }
    let title = names.count == 2 && names[0] == names[1] ? names[0] : names.joined(separator: " · ")
    return Page([
      .paragraph(.strong(title.isEmpty ? id : title)), .paragraph(Prose(id)),
    ])
  }
}
