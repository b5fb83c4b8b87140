import ArgumentParser

// What commands, arguments and options say of themselves, in both languages.

extension CommandConfiguration {
  /// A command's description in the language of messages.
  init(
    commandName: String, abstract: Phrase, discussion: Phrase? = nil, version: String = "",
    shouldDisplay: Bool = true, subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: commandName, abstract: abstract.text, discussion: discussion?.text ?? "",
      version: version, shouldDisplay: shouldDisplay, subcommands: subcommands)
  }
}

extension ArgumentHelp {
  /// What an argument is, in the language of messages; the name of its value is one for both.
  init(_ english: String, _ chinese: String, valueName: String? = nil) {
    self.init(Phrase(english, chinese).text, valueName: valueName)
  }
}

extension ValidationError {
  /// Why arguments do not go together, in the language of messages.
  init(_ english: String, _ chinese: String) {
    self.init(Phrase(english, chinese).text)
  }
}
