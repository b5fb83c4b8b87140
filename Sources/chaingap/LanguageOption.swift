public import IndustryChain
public import ArgumentParser
import FoundationEssentials

/// The language of what is printed for a person.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help: .init(
      "zh or en. Default: that of the environment (LC_ALL, LC_MESSAGES, LANG).",
      "zh（中文）或 en（英文）。默认随环境变量 LC_ALL、LC_MESSAGES、LANG。"))
  var chosen: Language?

  /// The chosen language, else Chinese where the environment speaks Chinese, else English.
  var language: Language { chosen ?? .ofEnvironment }
}

extension Language {
  /// The language of messages and help: what `--language` says on the command line, else that of the
  /// environment.
  ///
  /// It is settled before arguments are parsed, since what is wrong with them is a message, too.
  static let ofMessages = asked(by: CommandLine.arguments.dropFirst()) ?? .ofEnvironment

  /// The language that arguments ask for, the last time they do; `nil` where they name none of ours.
  static func asked(by arguments: some Collection<String>) -> Language? {
    let options = arguments.prefix { $0 != "--" }
    let values = zip(options, Array(options.dropFirst().map { $0 }) + [""]).compactMap {
      $0 == "--language" ? $1 : $0.hasPrefix("--language=") ? String($0.dropFirst(11)) : nil
    }
    return values.last.flatMap { Language(rawValue: $0) }
  }

  /// Chinese where the environment speaks Chinese, else English.
  static var ofEnvironment: Language { of(ProcessInfo.processInfo.environment) }

  /// The language of an environment's variables; the first of three that says anything counts.
  static func of(_ environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }
}

extension Language: ExpressibleByArgument {}
