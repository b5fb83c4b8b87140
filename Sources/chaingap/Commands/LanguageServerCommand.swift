import ArgumentParser
import IndustryChain

/// Runs `chaingap language-server`.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language-server",
    abstract: Phrase(
      "Serve an editor: findings as you type, completion, hover, rename and more.",
      "为编辑器提供边写边查、补全、悬停说明、改名等功能。"),
    discussion: Phrase(
      """
      Examples:
        chaingap language-server                  an editor starts it so
        chaingap language-server --language zh    messages in Chinese

      It speaks the Language Server Protocol over standard input and output and
      ends with them, or with the editor. Docs/Editors.md tells how to set up
      VS Code, Neovim, Helix and Emacs.
      """,
      """
      示例：
        chaingap language-server                  由编辑器启动
        chaingap language-server --language zh    提示用中文

      通过标准输入和输出使用语言服务器协议，随编辑器结束。VS Code、Neovim、
      Helix 和 Emacs 的设置方法见 Docs/Editors.md。
      """))

  @Option(
    name: .customLong("language"),
    help: .init(
      "zh or en. Default: the language that the editor says it speaks.",
      "zh（中文）或 en（英文）。默认为编辑器所用的语言。"))
  var language: Language?

  func run() throws {
    guard !Console.inputIsTerminal else {
      throw Failure(
        "standard input is a terminal, and an editor should be there",
        "标准输入是终端，而此命令应由编辑器启动",
        help: .init(
          "set up your editor as Docs/Editors.md tells; to check files: chaingap check",
          "请按 Docs/Editors.md 设置编辑器；检查文件请用 chaingap check"))
    }
    var session = LanguageServerSession(language: language, version: ChainGap.version)
    let code = session.run()
    if code != 0 { throw ExitCode(code) }
  }
}
