import Diagnostics
import IndustryChain

extension Console {
  /// Writes a notice to standard error in the language of messages, and under it what to do.
  static func tell(_ severity: Severity, _ message: Phrase, help: Phrase? = nil) {
    error(notice(severity, message, help: help, in: .ofMessages))
  }

  /// Tells why a command could not run.
  static func tell(_ failure: Failure) { tell(.error, failure.message, help: failure.help) }

  /// Writes a line to standard error in the language of messages.
  static func error(_ line: Phrase) { error(line.text) }

  /// A notice as it stands in a terminal, with the words and signs of findings: `note: …`, `提示：…`.
  static func notice(
    _ severity: Severity, _ message: Phrase, help: Phrase?, in language: Language
  ) -> String {
    let colon = Phrase(": ", "：").text(in: language)
    var text = severity.word(in: language) + colon + message.text(in: language)
    if let help {
      text += "\n  = " + Phrase("help", "建议").text(in: language) + colon + help.text(in: language)
    }
    return text
  }
}
