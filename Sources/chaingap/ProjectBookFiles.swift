import Diagnostics
import GapAnalysis
import Graphviz
import IndustryChain
import Reporting

/// The project book's files: a page for browsers in each language, and what a browser prints.
enum ProjectBookFiles {
  private static let names: [(language: Language, name: String)] = [
    (.chinese, "project-book"), (.english, "project-book.en"),
  ]

  /// The pages by their path in the report's folder.
  ///
  /// - Throws: `Failure` where a diagram cannot be drawn.
  static func pages(of analysis: Analysis, drawnIn room: DrawingRoom) throws -> [String: [UInt8]] {
    let links = ProjectBook.links(in: analysis)
    let drawings = names.flatMap { language, _ in
      links.map { link in
        Drawing(
          name: "around \(link)",
          diagram: ChainDiagram(
            of: analysis, showing: .neighbourhood(of: link, depth: 1),
            in: language == .chinese ? .chinese : .english),
          isSmall: true)
      }
    }
    let drawn = room.draw(drawings)
    var files: [String: [UInt8]] = [:]
    for (place, (language, name)) in names.enumerated() {
      // A page whose diagram cannot be drawn goes without.
      var pictures: [LinkID: [UInt8]] = [:]
      for (link, picture) in zip(links, drawn[(place * links.count)...]) {
        pictures[link] = try? picture.get().bytes
      }
      let other = names.first { $0.language != language }
      let book = ProjectBook(
        on: analysis, in: language, pictures: pictures, otherFile: other.map { "\($0.name).html" })
      files["\(name).html"] = Array(try book.html().utf8)
    }
    return files
  }

  /// The books among some files as PDF, by their path; nothing, and a note why, without a browser.
  ///
  /// - Throws: `Failure` where the temporary folder cannot be used.
  static func printed(_ files: [String: [UInt8]], on day: CalendarDate) throws -> [String: [UInt8]]
  {
    guard let browser = Browser.installed else {
      Console.tell(
        .note,
        Phrase(
          "no browser is installed to print the project book; project-book.html remains",
          "没有安装可打印项目册的浏览器；已保留 project-book.html"),
        help: Phrase(
          "install one (sudo apt-get install chromium), or print it from your own",
          "请安装浏览器（sudo apt-get install chromium），或用自己的浏览器打印"))
      return [:]
    }
    var printed: [String: [UInt8]] = [:]
    for (_, name) in names {
      guard let page = files["\(name).html"] else { continue }
      do {
        printed["\(name).pdf"] = try browser.pdf(of: page, on: day)
      } catch let failure as Browser.PrintFailure {
        let reason = failure.phrase
        Console.tell(
          .note,
          Phrase(
            "\(browser.name) did not print \(name).html: \(reason.english); the page remains",
            "\(browser.name) 未能打印 \(name).html：\(reason.chinese)；已保留网页"),
          help: Phrase("open it and print it yourself", "请打开网页自行打印"))
      }
    }
    return printed
  }
}
