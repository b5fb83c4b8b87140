import ArgumentParser

/// Runs the child that draws for other commands.
struct DrawingWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: DrawingWorker.commandName,
    abstract: Phrase(
      "Draw graphs for other commands of chaingap, which start it.",
      "为 chaingap 的其他命令绘图，由它们启动。"), shouldDisplay: false)

  @Argument(help: .init("How long a drawing may take.", "一幅图的用时上限（秒）。"))
  var secondLimit: UInt32

  func run() {
    guard !Console.outputIsTerminal else {
      return Console.error(
        Phrase(
          "This is chaingap's own helper; chaingap diagram draws.",
          "此命令由 chaingap 自己调用；绘图请用 chaingap diagram。"))
    }
    DrawingWorker.serve(secondLimit: secondLimit)
  }
}
