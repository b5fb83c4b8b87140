import Foundation
import Graphviz
import IndustryChain
import Spreadsheet
import Testing

@testable import chaingap

/// What the command says where it cannot run, and beside its work, in each language.
@Suite struct MessageLanguageTests {
  private static let chinese = ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"]

  /// Arguments, and parts of what they bring about in English and in Chinese.
  private static let failures: [(arguments: [String], english: String, chinese: String)] = [
    (["targets", "-w", "nowhere"], "there is no folder \"nowhere\"", "没有文件夹“nowhere”"),
    (["targets", "-r", "there"], "choose one of here", "建议：可选：here"),
    (["targets", "--chain", "mettle"], "there is no chain \"mettle\"", "没有产业链“mettle”"),
    (["targets", "--limit", "0"], "--limit takes 1 or more", "--limit 应为正整数"),
    (["targets", "--as-of", "soon"], "write a day, 2020-12-31", "日期请写作 2020-12-31"),
    (["targets", "--limt", "3"], "Did you mean '--limit'?", "是否要写“--limit”？"),
    (["targets", "--format", "gif"], "Please provide one of", "可选：table、csv"),
    (["targets", "--output"], "Missing value for", "缺少取值"),
    (["targets", "here", "there"], "unexpected arguments", "多出 2 个参数：here、there"),
    (
      ["targets", "-o", "no/such/t.csv"], "No such file or directory",
      "无法写入“no/such/t.csv”：文件或文件夹不存在"
    ),
    (["explain"], "Missing expected argument", "缺少参数“<link>”"),
    (["explain", "aloy"], "write \"alloy\"", "请改为“alloy”"),
    (["check", "nowhere"], "there is nothing at", "“nowhere”不存在"),
    (["check", "firms.txt"], "there is nothing at", "建议：请指定工作区文件夹"),
    (["compare", "here", "here"], "stands twice", "区域“here”写了两次"),
    (["diagram", "--path", "part", "ore"], "no material comes from", "没有物料从 part 流向 ore"),
    (["diagram", "--depth", "2"], "--depth goes with --focus", "--depth 须与 --focus 同用"),
    (["backtest", "--from", "2030"], "must lie before", "排名日期必须早于 2024-06-30"),
    (["timeline", "--from", "2030"], "give a later day with --to", "请用 --to 给出更晚的日期"),
    (["portfolio", "--land", "x"], "takes a number from 0 on", "--land 应为不小于 0 的数"),
    (["portfolio", "--count=-1"], "--count takes 0 or more", "--count 应为 0 或正整数"),
    (["what-if"], "nothing is supposed", "没有给出任何假设"),
    (["what-if", "--add", "ore=3美元"], "300 for million CNY", "300 表示 300 百万元"),
    (["what-if", "--remove", "nobody"], "no firm and no link", "没有名为“nobody”的企业或环节"),
    (["what-if", "--stage", "f1=later"], "stages are operating", "阶段可写投产（operating）"),
    (["what-if", "--stage", "f1=operating"], "is operating already", "已是投产"),
    (["export", "mettle", "--format", "tables"], "no chain or region", "没有产业链或区域“mettle”"),
    (["export", "-o", "links.csv"], "csv is two files", "csv 有两个文件"),
    (["import", "nothing.xlsx"], "there is nothing at", "请指定一个文件"),
    (["import", "Chains/metal.yaml", "--add"], "--add is for lists of firms", "--add 只用于企业名单"),
    (["import", "text.xlsx"], "cannot read the workbook", "无法读取工作簿“text.xlsx”：不是工作簿"),
    (["diff"], "cannot read a git repository", "不在可读取的 git 仓库中"),
    (["diff", "nothere"], "there is nothing at \"nothere\"", "“nothere”不存在"),
    (["diff", "Chains/metal.yaml"], "nothing to be compared with", "没有可比较的对象"),
    (["format", "text.xlsx"], "no chain, region or workspace file", "不是产业链、区域或工作区文件"),
    (["merge", "x", "y", "--into", "z"], "cannot read \"x\"", "无法读取“x”"),
    (["new", "chain", "metal"], "is there already", "已存在"),
    (["new", "chain", "金属"], "is no id", "不是有效的编号"),
    (["schema"], "name chain, region or workspace", "请写明 chain、region 或 workspace"),
    (["report", "-o", "Chains/out"], "is in the workspace", "位于工作区“Chains”之内"),
    (["report", "-o", "Chains"], "is in the workspace", "位于工作区“Chains”之内"),
    (["report", "-o", "link/here"], "is in the workspace", "“link/here”位于工作区“Chains”之内"),
    (["watch", "-o", "Chains/out"], "write the reports beside it", "请写到工作区之外"),
    (["watch", "-o", "link"], "is in the workspace", "“link”位于工作区“Chains”之内"),
  ]

  @Test(arguments: failures.indices)
  func `a failure is told in the language of the environment`(_ place: Int) throws {
    let (arguments, english, chinese) = Self.failures[place]
    let folder = try TemporaryFolder.smallWorkspace()
    try folder.write("no workbook", to: "text.xlsx")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appendingPathComponent("link").path,
      withDestinationPath: "Chains/regions")
    // What lies above the temporary folder may be a repository.
    let alone = ["GIT_CEILING_DIRECTORIES": folder.url.deletingLastPathComponent().path]
    let plain = try Command.run(arguments, in: folder.url, environment: alone)
    #expect(plain.exitCode == 2)
    #expect(plain.errors.lowercased().hasPrefix("error: "), "\(plain.errors)")
    #expect(plain.errors.contains(english), "\(plain.errors)")
    let translated = try Command.run(
      arguments, in: folder.url, environment: Self.chinese.merging(alone) { $1 })
    #expect(translated.exitCode == 2)
    #expect(translated.errors.hasPrefix("错误："), "\(translated.errors)")
    #expect(translated.errors.contains(chinese), "\(translated.errors)")
    #expect(!translated.errors.contains("help:"), "\(translated.errors)")
  }

  @Test func `a command's --language comes before the environment's`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let asked = try Command.run("explain", "aloy", "--language", "zh", in: folder.url)
    #expect(asked.errors == "错误：没有环节“aloy”\n  = 建议：请改为“alloy”\n")
    let english = try Command.run(
      "explain", "aloy", "--language=en", in: folder.url, environment: Self.chinese)
    #expect(english.errors == "error: there is no link \"aloy\"\n  = help: write \"alloy\"\n")
  }

  @Test func `no name in a failure steers the terminal`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let name = "\u{1B}[2J"
    for arguments in [
      ["check", name], ["merge", name, "b", "--into", "c"], ["check", "a", name],
    ] {
      let outcome = try Command.run(arguments, in: folder.url, environment: Self.chinese)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("“␛[2J”"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("\u{1B}"))
    }
  }

  @Test func `names in a row are set as each language sets them`() {
    #expect(Phrase.either(["a"]) == Phrase(verbatim: "a"))
    #expect(Phrase.either(["a", "b", "c"]) == Phrase("a or b or c", "a、b 或 c"))
    #expect(Phrase.list(["a", "b"]) == Phrase("a, b", "a、b"))
  }

  @Test func `notices are told in both languages`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let late = ["targets", "--as-of", "2030-01-01"]
    #expect(
      try Command.run(late, in: folder.url).errors
        == "note: the tables of here end on 2024-06-30, before 2030-01-01\n")
    #expect(
      try Command.run(late, in: folder.url, environment: Self.chinese).errors
        == "提示：here 的数据截至 2024-06-30，早于 2030-01-01\n")
  }

  @Test func `the language is the one asked for last, else that of the first variable that speaks`()
  {
    #expect(Language.asked(by: ["targets", "--language", "zh"]) == .chinese)
    #expect(Language.asked(by: ["--language=zh", "--language=en"]) == .english)
    #expect(Language.asked(by: ["diagram", "--language", "both"]) == nil)
    #expect(Language.asked(by: ["check", "--language"]) == nil)
    #expect(Language.asked(by: ["check", "--", "--language", "zh"]) == nil)
    #expect(Language.of(["LC_ALL": "C", "LANG": "zh_CN.UTF-8"]) == .english)
    #expect(Language.of(["LC_ALL": "", "LANG": "zh_TW"]) == .chinese)
    #expect(Language.of([:]) == .english)
  }

  @Test func `reasons of other modules and of the system are in both languages`() {
    let place = CellPlace(row: 1, column: 1)
    let reasons: [Phrase] =
      [
        WorkbookError.noSheet, .noRoom, .sheetName("a"), .tooLarge(sheet: "a"), .tooLong(place),
      ].map(\.phrase)
      + [
        WorkbookReadError.archive("x"), .missingPart("x"), .tooLarge, .tooManyCells(sheet: "a"),
        .xml(part: "a", "x"), .place(sheet: "a", "x"), .value(sheet: "a", place, "x"),
        .olderFormat,
      ].map(\.phrase)
      + [
        RenderError.syntax([]), .layout([]), .output([]), .formatUnavailable(.pdf, []),
        .contextUnavailable,
      ].map(\.phrase)
      + [ENOENT, EACCES, ENOSPC, EISDIR, EROFS].map { Phrase.systemReason($0) }
    for reason in reasons {
      #expect(reason.chinese.hasHan && !reason.english.hasHan, "\(reason)")
    }
    let messages = (1...5).map { GraphvizMessage(severity: .error, text: "m\($0)") }
    #expect(RenderError.layout(messages).phrase.chinese == "Graphviz 无法排布此图（m1; m2; m3; 另有 2 条）")
    #expect(
      DrawingWorker.Reply.reason(DrawingWorker.Reply.bytes(Phrase("no", "不行")))
        == Phrase("no", "不行"))
  }
}
