import Foundation
import IndustryChain
import Testing

@testable import chaingap

/// The project book as a browser prints it.
@Suite struct ProjectBookTests {
  /// What Tests/Peers/pages.py prints.
  struct Reading: Decodable {
    struct PageReading: Decodable {
      let width: Double
      let height: Double
      let text: String
    }

    let pages: [PageReading]
  }

  private static let chains = Checkout.folder.appendingPathComponent("Chains").path

  @Test(.needsPrinter)
  func `the book prints to a page of A4 for each target and a cover, in both languages`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "report", "--workspace", Self.chains, "--pdf", "--output", "out", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    for (name, footer) in [("project-book", "来源："), ("project-book.en", "Sources:")] {
      let html = try folder.text(of: "out/\(name).html")
      let targets = html.components(separatedBy: "id=\"project-").count - 1
      #expect(targets > 3)
      let reading = try OfficeEnvironment.output(
        of: "pages.py", on: ["file": folder.url.appendingPathComponent("out/\(name).pdf").path],
        as: Reading.self)
      #expect(reading.pages.count == targets + 1)
      for page in reading.pages {
        #expect(abs(page.width - 595) < 1.5 && abs(page.height - 842) < 1.5)
      }
      // A page that ran over would push its foot to the next.
      for page in reading.pages.dropFirst() { #expect(page.text.contains(footer)) }
    }
    #expect(try folder.files().allSatisfy { !$0.contains("part") && !$0.contains("profile") })
  }

  @Test(.needsPrinter)
  func `a page stays one page however much there is to say`() throws {
    let folder = try CrowdedMarket.written()
    let outcome = try Command.run("report", "--pdf", "--output", "out", in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for (name, footer) in [("project-book", "来源："), ("project-book.en", "Sources:")] {
      let html = try folder.text(of: "out/\(name).html")
      let targets = html.components(separatedBy: "id=\"project-").count - 1
      #expect(targets > 0)
      let reading = try OfficeEnvironment.output(
        of: "pages.py", on: ["file": folder.url.appendingPathComponent("out/\(name).pdf").path],
        as: Reading.self)
      #expect(reading.pages.count == targets + 1)
      for page in reading.pages.dropFirst() { #expect(page.text.contains(footer)) }
    }
  }

  @Test(.needsBrowser, arguments: [true, false])
  func `each page is full, and nothing is cut or stands over anything else`(isCrowded: Bool) throws
  {
    let folder = try isCrowded ? CrowdedMarket.written() : TemporaryFolder()
    let outcome = try Command.run(
      ["report", "--output", "out"] + (isCrowded ? [] : ["--workspace", Self.chains]),
      in: folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for name in ["project-book", "project-book.en"] {
      let wrong = try BrowserEnvironment.findings(
        of: "book.py", folder.url.appendingPathComponent("out/\(name).html").path)
      #expect(wrong == [:], "\(name)")
    }
  }

  @Test func `a stop while the browser prints leaves no process and no file`() throws {
    let folder = try TemporaryFolder()
    // A browser that has begun to write and does not end, with a helper of its own.
    _ = try folder.script(
      """
      for word in "$@"; do case $word in --user-data-dir=*) profile=${word#*=};; esac; done
      mkdir -p "$profile"; echo half > "$profile/lock"
      sleep 300 & echo "$$ $!" > "$BROWSER_NOTES.part" && mv "$BROWSER_NOTES.part" "$BROWSER_NOTES"
      wait
      """, to: "bin/chromium")
    let temporary = folder.url.appendingPathComponent("temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    let notes = folder.url.appendingPathComponent("notes")
    let process = Process()
    process.executableURL = Command.binary
    process.arguments = ["report", "--workspace", Self.chains, "--pdf", "--output", "out"]
    process.currentDirectoryURL = folder.url
    process.environment = [
      "PATH": folder.url.appendingPathComponent("bin").path + ":/usr/bin:/bin",
      "TMPDIR": temporary.path, "BROWSER_NOTES": notes.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    try Patience.wait { folder.exists("notes") || !process.isRunning }
    let children = try folder.text(of: "notes").split(whereSeparator: \.isWhitespace)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
    #expect(children.count == 2)
    // What was killed may still have to be given the processor for ending.
    try Patience.wait { children.compactMap { Int32($0) }.allSatisfy(Patience.hasEnded) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path) == [])
    #expect(!folder.exists("out"))
  }

  @Test func `without a browser the pages remain and the command says so`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(
      "report", "--workspace", Self.chains, "--pdf", "--output", "out", in: folder.url,
      environment: ["PATH": folder.url.path])
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("no browser is installed"))
    #expect(folder.exists("out/project-book.html") && folder.exists("out/project-book.en.html"))
    #expect(!folder.exists("out/project-book.pdf"))
  }

  @Test(arguments: ["sleep 30", "exit 1", "kill -9 $$"])
  func `a browser that hangs or dies takes nothing along`(script: String) throws {
    let folder = try TemporaryFolder()
    let program = try folder.script("\(script)\n", to: "chromium")
    let day = try #require(CalendarDate("2021-01-26"))
    #expect(throws: Browser.PrintFailure.self) {
      try Browser(path: program).pdf(of: [], on: day, limit: .milliseconds(300))
    }
  }

  @Test func `a PDF bears the day of the analysis, in as many bytes`() throws {
    let day = try #require(CalendarDate("2021-01-26"))
    let pdf = Array("x /CreationDate (D:20300102030405+00'00')\n/ModDate (D:20300102030405Z)".utf8)
    let dated = Browser.dated(pdf, day)
    #expect(
      String(decoding: dated, as: UTF8.self)
        == "x /CreationDate (D:20210126000000+00'00')\n/ModDate (D:20210126000000Z)")
  }
}
