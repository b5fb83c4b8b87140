import FoundationEssentials
import Glibc
import IndustryChain

/// An installed browser that prints pages without a window.
struct Browser {
  /// Why there is no PDF.
  enum PrintFailure: Error {
    case notStarted
    case tookTooLong(seconds: Int)
    case failed
    case noFolder(String)

    /// The reason, to follow the browser's name.
    var phrase: Phrase {
      switch self {
      case .notStarted: .init("it could not be started", "无法启动")
      case .tookTooLong(let seconds):
        .init("it took longer than \(seconds) seconds", "用时超过 \(seconds) 秒")
      case .failed: .init("it wrote no PDF", "没有生成 PDF")
      case .noFolder(let folder):
        .init("the folder \"\(folder)\" could not be made", "无法建立文件夹“\(folder)”")
      }
    }
  }

  /// The path of the program.
  let path: String

  /// The program's name.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  private static let programs = [
    "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge",
    "microsoft-edge-stable",
  ]

  /// The first one on the path, where there is one.
  static var installed: Browser? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return programs.flatMap { program in folders.map { "\($0)/\(program)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { Browser(path: $0) }
  }

  /// Prints a page, in a child process with a profile of its own and no network.
  ///
  /// - Parameters:
  ///   - page: HTML that needs no other file.
  ///   - day: The day that the PDF bears: the same page gives the same bytes with one browser.
  ///   - limit: When to give up.
  /// - Returns: The PDF.
  /// - Throws: `PrintFailure`; `Failure` where the temporary folder cannot be used.
  func pdf(
    of page: [UInt8], on day: CalendarDate, limit: Duration = .seconds(180)
  ) throws -> [UInt8] {
    let folder =
      FileManager.default.temporaryDirectory.path + "/chaingap-print-\(UUID().uuidString)"
    let isMade = Interruption.remember(file: folder) { mkdir(folder, 0o700) == 0 }
    defer {
      try? FileManager.default.removeItem(atPath: folder)
      Interruption.forget(file: folder)
    }
    guard isMade else { throw PrintFailure.noFolder(folder) }
    try AtomicFile.replace(folder + "/page.html", with: page)
    let arguments =
      [
        "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
        "--disable-extensions", "--disable-sync", "--disable-background-networking",
        "--disable-component-update", "--disable-dev-shm-usage", "--disable-breakpad",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder)/profile",
        "--no-pdf-header-footer", "--print-to-pdf=\(folder)/page.pdf",
        // The sandbox of these browsers refuses to serve root; the page is ours and has no script.
      ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + ["file://\(folder)/page.html"]
    guard
      let child = ChildProcess(
        path: path, arguments: arguments, environment: ["TMPDIR": folder])
    else {
      throw PrintFailure.notStarted
    }
    guard child.hasEnded(within: limit) else {
      throw PrintFailure.tookTooLong(seconds: Int(limit.components.seconds))
    }
    guard let bytes = FileManager.default.contents(atPath: folder + "/page.pdf"),
      bytes.starts(with: Array("%PDF".utf8)), bytes.suffix(16).contains(Array("%%EOF".utf8))
    else { throw PrintFailure.failed }
    return Self.dated(Array(bytes), day)
  }

  /// The PDF with a day in place of the moment of its making, in as many bytes.
  static func dated(_ pdf: [UInt8], _ day: CalendarDate) -> [UInt8] {
    var pdf = pdf
    let digits = Array((day.description.filter { $0 != "-" } + "000000").utf8)
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      let key = Array(key.utf8)
      var place = 0
      while let found = pdf[place...].firstRange(of: key) {
        let end = found.upperBound + digits.count
        guard end <= pdf.count else { break }
        pdf.replaceSubrange(found.upperBound..<end, with: digits)
        place = end
      }
    }
    return pdf
  }
}
