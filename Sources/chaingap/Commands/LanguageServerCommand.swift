import ArgumentParser
import IndustryChain

/// Runs `chaingap language-server`.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language-server",
    abstract: "Serve an editor: findings as you type, completion, hover, rename and more.",
    discussion: """
      Examples:
        chaingap language-server                  an editor starts it so
        chaingap language-server --language zh    messages in Chinese

      It speaks the Language Server Protocol over standard input and output and
      ends with them, or with the editor. Docs/Editors.md tells how to set up
      VS Code, Neovim, Helix and Emacs.
      """)

  @Option(
    name: .customLong("language"),
    help: "zh or en. Default: the language that the editor says it speaks.")
  var language: Language?

  func run() throws {
    guard !Console.inputIsTerminal else {
      throw Failure(
        "standard input is a terminal, and an editor should be there",
        help: "set up your editor as Docs/Editors.md tells; to check files: chaingap check")
    }
    var session = LanguageServerSession(language: language, version: ChainGap.version)
    let code = session.run()
    if code != 0 { throw ExitCode(code) }
  }
}
