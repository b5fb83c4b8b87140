import Foundation
import Testing

@testable import chaingap

@Suite struct CheckTests {
  /// The small workspace with slips that are sure to be mended, one that is not, and comments.
  private static func sloppyWorkspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder.smallWorkspace(
      firms: "f1,一号厂,part,2020/6/1,200,年报 2021\nf2,二号厂,prt,2021\n")
    try folder.write(sloppyChain, to: "Chains/metal.yaml")
    return folder
  }

  private static let sloppyChain = """
    # 金属链 — the comment stays
    chain: metal
    name: {en: Metal, zh: 金属}
    links:
      ore: {name: {en: Ore, zh: 矿石}, stage: upstrem}   # here too

      alloy:
        inputs: {ore: 50%}
        name: {en: Alloy, zh: 合金}
        stage: midstream
      part:
        name: {en: Part, zh: 零件}
        stage: downstream
        inputs:
          alloy: {share: 0.4, crtical: true}
    """

  @Test func `fix mends what is certain, keeps the rest and says what it did`() throws {
    let folder = try Self.sloppyWorkspace()
    let outcome = try Command.run("check", "--fix", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(
      try folder.text(of: "Chains/metal.yaml")
        == Self.sloppyChain.replacing("upstrem", with: "upstream").replacing("50%", with: "0.5")
        .replacing("crtical", with: "critical"))
    #expect(
      try folder.text(of: "Chains/regions/here/firms.csv")
        == "firm,name_zh,link,operating,output,source\nf1,一号厂,part,2020-06-01,200,年报 2021\n"
        + "f2,二号厂,prt,2021,,\n")
    #expect(
      outcome.errors.contains(
        "mended Chains/metal.yaml: write `upstream`; write `0.5`; write `critical`"))
    #expect(outcome.output.contains("unknown-link"))
    #expect(!outcome.output.contains("bad-date"))
    #expect(try folder.files().allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test func `fix changes nothing in a clean workspace, and no other file than the one named`()
    throws
  {
    let clean = try TemporaryFolder.smallWorkspace()
    let before = try clean.files().map { try clean.bytes(of: $0) }
    let outcome = try Command.run("check", "--fix", in: clean.url)
    #expect(outcome.exitCode == 0 && outcome.errors == "")
    #expect(try clean.files().map { try clean.bytes(of: $0) } == before)
    let shipped = try Command.run("check", "--fix")
    #expect(shipped.exitCode == 0 && shipped.errors == "")

    let sloppy = try Self.sloppyWorkspace()
    let table = try sloppy.bytes(of: "Chains/regions/here/firms.csv")
    _ = try Command.run("check", "--fix", "Chains/metal.yaml", in: sloppy.url)
    #expect(try sloppy.bytes(of: "Chains/regions/here/firms.csv") == table)
    #expect(try sloppy.text(of: "Chains/metal.yaml").contains("upstream"))
  }

  @Test func `fix saves a table in GBK as UTF-8 and leaves other bytes alone`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let place = folder.url.appendingPathComponent("Chains/regions/here/firms.csv")
    // "firm,name_zh,link\r\nf1,大龙,part\r\n" in GBK
    var bytes = Array("firm,name_zh,link\r\nf1,".utf8) + [0xB4, 0xF3, 0xC1, 0xFA]
    bytes += Array(",part\r\n".utf8)
    try Data(bytes).write(to: place)
    #expect(try Command.run("check", in: folder.url).output.contains("2 | f1,大龙,part\n"))
    let outcome = try Command.run("check", "--fix", "--language", "zh", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("由 GBK 转存为 UTF-8"))
    #expect(
      try folder.text(of: "Chains/regions/here/firms.csv") == "firm,name_zh,link\r\nf1,大龙,part\r\n")

    // café; Médoc; téléphone, of which GBK would make a Chinese character or two
    for word in [[0xE9, 0x0A], [0xE9, 0x64, 0x6F, 0x63, 0x0A], [0xE9, 0x6C, 0xE9, 0x70, 0x0A]] {
      let latin = Array("firm,name_zh\nf1,M".utf8) + word.map(UInt8.init)
      try Data(latin).write(to: place)
      #expect(try Command.run("check", "--fix", in: folder.url).output.contains("invalid-utf8"))
      #expect(try Data(contentsOf: place) == Data(latin))
    }
  }

  @Test(arguments: [true, false])
  func `fix saves files in UTF-16, as Excel's Unicode text, as UTF-8`(_ isLittle: Bool) throws {
    let folder = try TemporaryFolder.smallWorkspace()
    for path in ["Chains/regions/here/firms.csv", "Chains/metal.yaml"] {
      let text = try folder.text(of: path)
      let units = Array(("\u{FEFF}" + text).utf16)
      let bytes = units.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isLittle ? [low, high] : [high, low]
      }
      try Data(bytes).write(to: folder.url.appendingPathComponent(path))
      let found = try Command.run("check", "--language", "en", in: folder.url)
      #expect(found.output.contains("invalid-utf8") && found.output.contains("and UTF-16"))
      let mended = try Command.run("check", "--fix", "--language", "zh", in: folder.url)
      #expect(mended.exitCode == 0 && mended.errors.contains("由 UTF-16 转存为 UTF-8"))
      #expect(try folder.text(of: path) == text)
    }
  }

  @Test func `a byte order mark and line ends stay as they are`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let text = "\u{FEFF}firm,企业名称,链接,capacty\r\nf1,一号厂,,a\r\n".replacing("链接", with: "link")
    try folder.write(text, to: "Chains/regions/here/firms.csv")
    _ = try Command.run("check", "--fix", in: folder.url)
    #expect(
      try folder.bytes(of: "Chains/regions/here/firms.csv")
        == Data(text.replacing("capacty", with: "capacity").utf8))
  }

  @Test func `findings speak Chinese where asked or where the environment does`() throws {
    let folder = try Self.sloppyWorkspace()
    for outcome in [
      try Command.run("check", "--language", "zh", in: folder.url),
      try Command.run("check", in: folder.url, environment: ["LC_ALL": "zh_CN.UTF-8"]),
    ] {
      #expect(outcome.output.contains("错误[unknown-value]: 此处不能填“upstrem”"))
      #expect(outcome.output.contains("建议: 改为 `upstream`"))
      #expect(outcome.output.contains("6 个错误"))
      #expect(outcome.exitCode == 1)
    }
  }

  @Test func `notes are shown and leave the exit code alone, unless the workspace weighs them so`()
    throws
  {
    let folder = try TemporaryFolder.smallWorkspace()
    let outcome = try Command.run("check", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("note[figure-without-source]"))
    #expect(outcome.output.contains("no problems, "))
    try folder.write(
      "severities: {figure-without-source: warning, missing-translation: off}\n",
      to: "Chains/workspace.yaml")
    let weighed = try Command.run("check", in: folder.url)
    #expect(weighed.exitCode == 1)
    #expect(weighed.output.contains("warning[figure-without-source]"))
    #expect(!weighed.output.contains("missing-translation"))
    #expect(try Command.run("targets", in: folder.url).exitCode == 0)
  }

  @Test func `files whose names keep them from being read are told`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let region = "Chains/regions/here/"
    for path in ["Chains/glass.YAML", region + "Firms.csv", region + "list.csv", region + "r.yml"] {
      try folder.write("", to: path)
    }
    try folder.write("", to: "Chains/notes.txt")
    let outcome = try Command.run("check", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.components(separatedBy: "warning[unread-file]").count == 5)
    #expect(outcome.output.contains("rename it `glass.yaml`"))
    #expect(outcome.output.contains("rename it `firms.csv`"))
    #expect(outcome.output.contains("4 warnings, "), "\(outcome.output)")
    #expect(!outcome.output.contains("notes.txt"))
    let chinese = try Command.run("check", "--language", "zh", in: folder.url)
    #expect(chinese.output.contains("没有读取这张表"))
    // Nothing else may be lost while other files are mended.
    #expect(
      try Command.run("check", "--fix", in: folder.url).output.contains("4 warnings, "))
  }

  @Test func `what cannot be read is told, and the rest is checked`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let chains = folder.url.appendingPathComponent("Chains").path
    for (link, place) in [("gone.yaml", "dangling.yaml"), ("loop.yaml", "loop.yaml")] {
      try FileManager.default.createSymbolicLink(
        atPath: chains + "/" + place, withDestinationPath: link)
    }
    try #require(mkfifo(chains + "/pipe.yaml", 0o600) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: chains + "/regions/here/prospects.csv", withDestinationPath: "/dev/zero")
    try folder.write(
      smallChain.replacingOccurrences(of: "chain: metal", with: "chain: glass")
        .replacingOccurrences(of: "upstream", with: "upstrem"), to: "Chains/glass.yaml")
    for arguments in [["check"], ["report", "-o", "Out"], ["check", "--fix"]] {
      let outcome = try Command.run(arguments, in: folder.url)
      #expect(outcome.exitCode == 1, "\(outcome.errors)")
      let found = outcome.output + outcome.errors
      #expect(found.components(separatedBy: "error[inaccessible-file]").count == 5, "\(found)")
      #expect(found.contains("it is a link to what is not there"))
      #expect(found.contains("Too many levels of symbolic links"))
      #expect(found.components(separatedBy: "it is a pipe or a device").count == 3)
      #expect(found.contains("upstream"))
    }
    #expect(try folder.text(of: "Chains/glass.yaml").contains("stage: upstream"))
    let chinese = try Command.run("check", "--language", "zh", in: folder.url)
    #expect(chinese.output.contains("错误[inaccessible-file]: 无法读取这个文件：它是链接，指向的文件不存在"))
    let format = try Command.run("format", "--check", in: folder.url)
    #expect(format.exitCode == 1 && format.output.contains("error[inaccessible-file]"))
    #expect(!folder.exists("Out"))
  }

  @Test func `a chain or a region in another folder of the workspace is told`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    try folder.write(smallChain, to: "Chains/more/glass.yaml")
    try folder.write(smallRegion, to: "Chains/there/region.yaml")
    try folder.write(smallRegion, to: "Chains/regions/there.yml")
    try folder.write("site_name: Docs\n", to: "Chains/more/mkdocs.yaml")
    try folder.write(smallChain, to: "Chains/more/deeper/glass.txt")
    let outcome = try Command.run("check", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output.components(separatedBy: "warning[unread-file]").count == 4, "\(outcome.output)"
    )
    for path in ["more/glass.yaml", "there/region.yaml", "regions/there.yml"] {
      #expect(outcome.output.contains("--> Chains/\(path)\n"), "\(outcome.output)")
    }
    #expect(outcome.output.contains("`regions/<id>/region.yaml`"))
  }

  @Test func `fixes that would bring an error are left, and the file is told`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let hidden = smallChain.replacingOccurrences(of: "chain: metal", with: "chain: glass")
      .replacingOccurrences(of: "inputs: {ore: 0.5}", with: "inputz: {sand: 0.5, soda: 0.1}")
    try folder.write(hidden, to: "Chains/glass.yaml")
    try folder.write(
      smallChain.replacingOccurrences(of: "upstream", with: "upstrem"), to: "Chains/metal.yaml")
    let outcome = try Command.run("check", "--fix", in: folder.url)
    #expect(outcome.exitCode == 1)
    #expect(try folder.text(of: "Chains/glass.yaml") == hidden)
    #expect(try folder.text(of: "Chains/metal.yaml") == smallChain)
    #expect(outcome.errors.contains("mended Chains/metal.yaml: "))
    #expect(
      outcome.errors.contains(
        "note: Chains/glass.yaml is left as it is, since mending it would bring an error:"
          + " no link named \"sand\"\n"), "\(outcome.errors)")
    let chinese = try Command.run("check", "--fix", "--language", "zh", in: folder.url)
    #expect(
      chinese.errors == "提示：未改动 Chains/glass.yaml：改后会出现新的错误：没有名为“sand”的环节\n",
      "\(chinese.errors)")
  }

  @Test func `the last lines say what was not looked for and what can be mended`() throws {
    let folder = try Self.sloppyWorkspace()
    let lines = try Command.run("check", in: folder.url).output.split(separator: "\n").suffix(2)
    #expect(
      lines == [
        "while there are errors, oddities of links and of files with errors are not looked for",
        "5 can be mended with --fix",
      ])
    let chinese = try Command.run("check", "--language", "zh", in: folder.url).output
    #expect(chinese.hasSuffix("改正错误之前，不检查环节之间和出错文件里的疑点\n其中 5 处可用 --fix 改正\n"))
    let mended = try Command.run("check", "--fix", in: folder.url).output
    #expect(mended.contains("not looked for") && !mended.contains("--fix"))
    let other = try TemporaryFolder.smallWorkspace()
    let sound = try Command.run("check", in: other.url).output
    #expect(!sound.contains("not looked for"))
  }

  @Test func `a region's folder is checked with its workspace, and only it`() throws {
    let folder = try TemporaryFolder.smallWorkspace(firms: "f1,一号厂,prt,2020,200,年报\n")
    try folder.write("chain: metal\n", to: "Chains/other.yaml")
    for path in ["Chains/regions/here", "./Chains/regions/here/"] {
      let outcome = try Command.run("check", path, in: folder.url)
      #expect(outcome.exitCode == 1)
      #expect(outcome.output.contains("error[unknown-link]") && outcome.output.contains("2 files"))
      #expect(!outcome.output.contains("other.yaml"), "\(outcome.output)")
    }
    let sound = try TemporaryFolder.smallWorkspace()
    let outcome = try Command.run("check", "Chains/regions/here", in: sound.url)
    #expect(outcome.exitCode == 0 && !outcome.output.contains("error"), "\(outcome.output)")
  }

  @Test func `github shows a command for each finding`() throws {
    let folder = try Self.sloppyWorkspace()
    let outcome = try Command.run("check", "--format", "github", in: folder.url)
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.exitCode == 1)
    #expect(lines.allSatisfy { $0.hasPrefix("::error file=Chains/") })
    #expect(lines.count == 6)
  }

  @Test(.needsReaders) func `SARIF and JSON keep their schemas`() throws {
    let folder = try Self.sloppyWorkspace()
    for (format, file) in [("sarif", "log.sarif"), ("json", "findings.json")] {
      for language in ["zh", "en"] {
        let outcome = try Command.run(
          "check", "--format", format, "--language", language, in: folder.url)
        try folder.write(outcome.output, to: file)
        try folder.write(outcome.output, to: "\(language)-\(file)")
      }
    }
    try FileManager.default.copyItem(
      at: Checkout.folder.appendingPathComponent("Docs/schema/check.schema.json"),
      to: folder.url.appendingPathComponent("check.schema.json"))
    for language in ["zh", "en"] {
      for file in ["log.sarif", "findings.json"] {
        try folder.write(try folder.text(of: "\(language)-\(file)"), to: file)
      }
      let read = try Readers.read("findings.py", folder.url)
      #expect(read.exitCode == 0)
      #expect(read.counts == ["sarif": 6, "json": 6])
    }
  }

  @Test func `text in GB18030 is told from other encodings`() {
    #expect(TextDecoding.gb18030([0xB4, 0xF3, 0xC1, 0xFA]) == "大龙")
    #expect(TextDecoding.gb18030(Array("plain".utf8)) == nil)
    #expect(TextDecoding.gb18030([0xE9, 0x0A]) == nil)
    #expect(TextDecoding.gb18030([0xB4]) == nil)
    // M\u{E9}doc and \u{DC}ber in Latin-1 mean something in GBK, but nothing that is common.
    #expect(TextDecoding.gb18030([0x4D, 0xE9, 0x64, 0x6F, 0x63, 0x20, 0xDC, 0x62]) == nil)
    #expect(TextDecoding.gb18030([]) == nil)
    #expect(TextDecoding.gb18030([0xB4, 0xF3, 0x00]) == nil)
  }
}
