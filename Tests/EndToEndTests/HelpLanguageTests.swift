import Foundation
import TerminalText
import Testing

@testable import chaingap

/// The help of every command, as the built command gives it in each language.
@Suite struct HelpLanguageTests {
  private static let chinese = ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"]

  /// A command as the parser dumps it.
  private struct Entry: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let name: String
      }
      let abstract: String?
      let names: [Name]?
      let valueName: String?
    }
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Entry]?

    /// Those that are ours; the parser answers for `help`, `--help` and `--version` itself.
    var ownArguments: [Argument] {
      (arguments ?? []).filter { argument in
        !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
      }
    }
  }

  private struct Dump: Decodable {
    let command: Entry
  }

  private static func commands(_ environment: [String: String]) throws -> [Entry] {
    let json = try Command.run("--experimental-dump-help", environment: environment).output
    let root = try JSONDecoder().decode(Dump.self, from: Data(json.utf8)).command
    return [root] + (root.subcommands ?? []).filter { $0.commandName != "help" }
  }

  @Test func `every command and option says in both languages what it is`() throws {
    let (english, chinese) = (try Self.commands([:]), try Self.commands(Self.chinese))
    #expect(english.count == 23)
    #expect(english.map(\.commandName) == chinese.map(\.commandName))
    for (one, other) in zip(english, chinese) {
      #expect(one.abstract?.hasHan == false, "\(one.commandName)")
      #expect(other.abstract?.hasHan == true, "\(one.commandName)")
      #expect((one.discussion == nil) == (other.discussion == nil), "\(one.commandName)")
      #expect(one.ownArguments.count == other.ownArguments.count, "\(one.commandName)")
      for (argument, translated) in zip(one.ownArguments, other.ownArguments) {
        let name = "\(one.commandName) \(argument.names?.last?.name ?? argument.valueName ?? "")"
        #expect(argument.abstract?.withoutQuotedChinese.hasHan == false, "\(name)")
        #expect(translated.abstract?.hasHan == true, "\(name)")
        #expect(argument.valueName == translated.valueName, "\(name)")
      }
    }
  }

  @Test func `examples are the same commands in both languages`() throws {
    for (one, other) in zip(try Self.commands([:]), try Self.commands(Self.chinese)) {
      guard let english = one.discussion, let chinese = other.discussion else { continue }
      let examples = [english, chinese].map { text in
        text.split(separator: "\n").filter { $0.hasPrefix("  chaingap ") }
      }
      #expect(!examples[0].isEmpty, "\(one.commandName)")
      #expect(examples[0].count == examples[1].count, "\(one.commandName)")
      for (line, translated) in zip(examples[0], examples[1]) {
        #expect(line.typedWords == translated.typedWords, "\(line)")
      }
      let prose = chinese.split(separator: "\n").filter { !$0.hasPrefix("  chaingap ") }
      #expect(prose.contains { String($0).hasHan }, "\(one.commandName)")
    }
  }

  @Test func `a page of Chinese help fits 80 columns and speaks no English`() throws {
    for name in try Self.commands([:]).map(\.commandName) {
      let arguments = name == "chaingap" ? ["--help"] : [name, "--help"]
      let page = try Command.run(arguments, environment: Self.chinese)
      #expect(page.exitCode == 0 && page.errors == "")
      #expect(page.output.contains("\n用法：chaingap"))
      for line in page.output.split(separator: "\n") where !line.hasPrefix("用法：") {
        #expect(line.displayWidth <= 80, "\(line)")
        let words = ["OVERVIEW", "OPTIONS", "default:", "values:", "Show ", "Examples", "See '"]
        #expect(!words.contains { line.contains($0) }, "\(line)")
      }
    }
  }

  @Test func `the width that is asked for is kept, and the language of the command line wins`()
    throws
  {
    let narrow = Self.chinese.merging(["COLUMNS": "60"]) { $1 }
    let page = try Command.run("diagram", "--help", environment: narrow).output
    let options = page.split(separator: "\n").drop { $0 != "选项：" }
    #expect(options.count > 20)
    #expect(options.allSatisfy { $0.displayWidth <= 60 }, "\(page)")
    let asked = try Command.run("diagram", "--language", "zh", "--help").output
    #expect(asked == (try Command.run("diagram", "--help", environment: Self.chinese).output))
    let english = try Command.run(
      "diagram", "--help", "--language=en", environment: Self.chinese
    ).output
    #expect(english == (try Command.run("diagram", "--help").output))
    #expect(english.hasPrefix("OVERVIEW: Draw chains"))
  }

  @Test func `what is no page of help is the same in every language`() throws {
    #expect(try Command.run("--version", environment: Self.chinese).output == "0.1.0\n")
    let script = try Command.run(
      "--generate-completion-script", "bash", environment: Self.chinese)
    #expect(script.exitCode == 0)
    #expect(script.output.hasPrefix("#!/bin/bash"))
  }

  @Test func `endings and unknown sentences of the parser`() {
    let page = HelpPage(
      """
      OVERVIEW: 绘图。

      OPTIONS:
        --format <format>       格式。 (values: svg, pdf; default: svg)
        --a-rather-long-option <of-some-value>
                                很长的选项。 (default: a (b))
        --new                   Sung by the parser.
      """)
    #expect(
      page.chinese == """
        绘图。

        选项：
          --format <format>       格式。（可选：svg、pdf；默认：svg）
          --a-rather-long-option <of-some-value>
                                  很长的选项。（默认：a (b)）
          --new                   Sung by the parser.
        """)
    #expect(ParserMessage("Error: Never heard of.").phrase.chinese == "错误：Never heard of.")
    #expect(
      ParserMessage("Error: Missing expected argument '<a> '%''").phrase.chinese
        == "错误：缺少参数“<a> '%'”")
  }
}

extension String {
  /// Whether there is a Chinese character.
  var hasHan: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

  /// An English text without the Chinese that it must quote: units of money, and of land.
  fileprivate var withoutQuotedChinese: String {
    ["亿元", "万元", "(亩)"].reduce(self) { $0.replacingOccurrences(of: $1, with: "") }
  }
}

extension Substring {
  /// The command and the options that an example types, without what is said beside it.
  fileprivate var typedWords: [Substring] {
    let words = split(separator: " ")
    return words.prefix(2) + words.dropFirst(2).filter { $0.hasPrefix("-") }
  }
}
