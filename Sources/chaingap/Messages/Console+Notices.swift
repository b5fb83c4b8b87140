import Diagnostics
import IndustryChain
import TerminalText

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
  ///
  /// It quotes arguments and names of files, so nothing in it may steer the terminal.
  static func notice(
    _ severity: Severity, _ message: Phrase, help: Phrase?, in language: Language
  ) -> String {
    let colon = Phrase(": ", "：").text(in: language)
    let title = severity.word(in: language) + colon + message.text(in: language).terminalSafe
    guard let help else { return title }
    let word = Phrase("help", "建议").text(in: language)
    return title + "\n  = " + word + colon + help.text(in: language).terminalSafe
  }
}
