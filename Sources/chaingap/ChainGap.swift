import ArgumentParser
import IndustryChain

/// The command `chaingap`.
@main
struct ChainGap: ParsableCommand {
  /// The version of the command.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "chaingap",
    abstract: Phrase(
      "Find which links of a region's industry chains are missing, and whom to recruit.",
      "找出区域产业链缺哪些环节、该招引哪些企业。"),
    discussion: Phrase(
      """
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
      """
      工作区是存放产业链文件的文件夹，其中每个区域一个文件夹；本项目自带的
      工作区是 Chains/。可以试试：

        chaingap report                           全部内容，写入 Reports/<区域>/
        chaingap targets --limit 10               在终端查看招商目标排名
        chaingap explain electroplating           某环节的数据如何得来
        chaingap portfolio --count 5 --land 300   哪些环节一起招引最划算
        chaingap roadmap --count 5                先招哪个、后招哪个
        chaingap compare                          本地的缺口，哪里已有
        chaingap diagram lighter --format pdf     挂图作战的产业链图
        chaingap export -o dalong.graphml         带分析结果的图
        chaingap import lighter.xlsx              导回改过的工作簿
        chaingap what-if --add electroplating     引进一个项目会有什么变化
        chaingap risk                             企业退出会失去什么
        chaingap timeline                         覆盖和项目的进展
        chaingap backtest                         当年的清单是否料中后来的签约
        chaingap check                            文件中有什么问题
        chaingap diff                             上次提交以来改了什么
        chaingap watch                            边编辑边更新报告
        chaingap format                           统一文件格式
        chaingap new chain NAME                   新建产业链或区域
        chaingap merge A B --into C               合并文件的两个版本
        chaingap schema --output Docs/schema      供编辑器补全
        chaingap language-server                  供编辑器的其他功能

      退出码：0 完成，1 文件有问题或有差异，2 无法运行。
      """),
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
      Console.tell(failure)
      Self.exit(withError: ExitCode.couldNotRun)
    } catch {
      // Help and version requests come this way too, and are no failures.
      guard exitCode(for: error) == .success else {
        Console.error(ParserMessage(fullMessage(for: error)).phrase)
        Self.exit(withError: ExitCode.couldNotRun)
      }
      guard Language.ofMessages == .chinese else { Self.exit(withError: error) }
      let width = Console.helpWidth
      let page = Console.withoutLineLimit { fullMessage(for: error) }
      Console.write(HelpPage(page, width: width).chinese + "\n")
    }
  }
}

extension ExitCode {
  /// The files have problems that a person must mend.
  static let findings = ExitCode(1)
  /// The command could not do its work at all.
  static let couldNotRun = ExitCode(2)
}
