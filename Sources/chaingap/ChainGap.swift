import ArgumentParser

/// The command `chaingap`.
@main
struct ChainGap: ParsableCommand {
  /// The version of the command.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "chaingap",
    abstract: "Find which links of a region's industry chains are missing, and whom to recruit.",
    discussion: """
      A workspace is a folder of chain files with a folder for each region;
      the one that comes with the project is Chains/. Try:

        chaingap report                           everything, into Reports/<region>/
        chaingap targets --limit 10               the ranked list in the terminal
        chaingap explain electroplating           how its figures came about
        chaingap portfolio --count 5 --land 300   what to recruit together
        chaingap roadmap --count 5                in which order
        chaingap compare                          who has what is lacking here
        chaingap diagram lighter --format pdf     a chain to hang on the wall
        chaingap export -o dalong.graphml         the graph with its results
        chaingap import lighter.xlsx              an edited export brought back
        chaingap what-if --add electroplating     what a plant there would change
        chaingap risk                             what is lost if a firm leaves
        chaingap timeline                         coverage and projects over time
        chaingap backtest                         did the list foresee who signed
        chaingap check                            what is wrong in the files
        chaingap diff                             what changed since the last commit
        chaingap watch                            reports that follow the files
        chaingap format                           one layout for all files
        chaingap new chain NAME                   begin a chain, or a region
        chaingap merge A B --into C               join two versions of a file
        chaingap schema --output Docs/schema      for editors: keys completed
        chaingap language-server                  for editors: all the rest

      Exit codes: 0 done, 1 problems in the files or differences, 2 could not run.
      """,
    version: version,
    subcommands: [
      ReportCommand.self, TargetsCommand.self, ExplainCommand.self, PortfolioCommand.self,
      RoadmapCommand.self, WhatIfCommand.self, RiskCommand.self, CompareCommand.self,
      TimelineCommand.self, BacktestCommand.self, DiagramCommand.self, ExportCommand.self,
      CheckCommand.self, DiffCommand.self, WatchCommand.self, FormatCommand.self, NewCommand.self,
      MergeCommand.self, SchemaCommand.self, LanguageServerCommand.self, ImportCommand.self,
      DrawingWorkerCommand.self,
    ])

  /// Runs the command that the arguments name and leaves with its exit code.
  static func main() {
    Interruption.watch()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let exit as ExitCode {
      Self.exit(withError: exit)
    } catch let failure as Failure {
      Console.error("error: \(failure.message)")
      if let help = failure.help { Console.error("  = help: \(help)") }
      Self.exit(withError: ExitCode.couldNotRun)
    } catch {
      // Help and version requests come this way too, and are no failures.
      let code = exitCode(for: error)
      guard code != .success else { Self.exit(withError: error) }
      Console.error(fullMessage(for: error))
      Self.exit(withError: ExitCode.couldNotRun)
    }
  }
}

extension ExitCode {
  /// The files have problems that a person must mend.
  static let findings = ExitCode(1)
  /// The command could not do its work at all.
  static let couldNotRun = ExitCode(2)
}

/// Why a command could not run, and what to do about it.
struct Failure: Error {
  let message: String
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
