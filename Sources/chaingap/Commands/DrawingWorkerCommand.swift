import ArgumentParser

/// Runs the child that draws for other commands.
struct DrawingWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: DrawingWorker.commandName,
    abstract: "Draw graphs for other commands of chaingap, which start it.", shouldDisplay: false)

  @Argument(help: "How long a drawing may take.")
  var secondLimit: UInt32

  func run() {
    guard !Console.outputIsTerminal else {
      return Console.error("This is chaingap's own helper; chaingap diagram draws.")
    }
    DrawingWorker.serve(secondLimit: secondLimit)
  }
}
