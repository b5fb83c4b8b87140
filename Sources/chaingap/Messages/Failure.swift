/// Why a command could not run, and what to do about it.
///
/// It takes both languages, so that no failure can be told in one of them only.
struct Failure: Error {
  let message: Phrase
  let help: Phrase?

  init(_ message: Phrase, help: Phrase? = nil) {
    self.message = message
    self.help = help
  }

  init(_ english: String, _ chinese: String, help: Phrase? = nil) {
    self.init(Phrase(english, chinese), help: help)
  }
}
