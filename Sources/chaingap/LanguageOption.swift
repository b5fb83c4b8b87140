public import IndustryChain
public import ArgumentParser
import FoundationEssentials

/// The language of what is printed for a person.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help: "zh or en. Default: that of the environment (LC_ALL, LC_MESSAGES, LANG).")
  var chosen: Language?

  /// The chosen language, else Chinese where the environment speaks Chinese, else English.
  var language: Language { chosen ?? .ofEnvironment }
}

extension Language {
  /// Chinese where the environment speaks Chinese, else English.
  static var ofEnvironment: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }
}

extension Language: ExpressibleByArgument {}
