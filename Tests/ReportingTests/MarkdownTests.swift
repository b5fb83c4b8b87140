import IndustryChain
import Testing

@testable import Reporting

struct MarkdownTests {
  /// The number of cells in a line of a table: pipes that no backslash takes away, less one.
  private static func cellCount(_ line: Substring) -> Int {
    var count = -1
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }

  private static var documents: [String] {
    MadeUpWorld.Naming.allCases.flatMap { naming -> [String] in
      let analysis = MadeUpWorld(naming).analysed()
      return Language.allCases.flatMap {
        [analysis.report(in: $0), TargetList(of: analysis).markdown(in: $0)]
      }
    }
  }

  @Test(arguments: documents)
  func `each row of a table has as many cells as its header`(document: String) {
    var width: Int?
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let count = Self.cellCount(line)
      #expect(count == width ?? count, "\(line)")
      width = count
    }
  }

  @Test(arguments: documents)
  func `no markup comes out of the data`(document: String) {
    #expect(!document.contains("<"))
    #expect(!document.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    let links = document.matches(of: /[^\\]\]\(/).count
    #expect(links == (document.hasPrefix("# ") ? 4 : 0), "the other language and three pictures")
  }

  @Test(arguments: documents)
  func `lists nest by two, headings by one, and nothing stands in a line with blanks at its end`(
    document: String
  ) {
    for line in document.split(separator: "\n") {
      #expect(line.last != " ", "\(line)")
      #expect(line.prefix { $0 == " " }.count <= 4, "\(line)")
    }
    #expect(!document.contains("\n\n\n"))
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("*bold*", "\\*bold\\*"), ("<b>", "&lt;b&gt;"), ("&amp;", "&amp;amp;"),
    ("[x](y)", "\\[x\\](y)"), ("- item", "\\- item"), ("+ item", "\\+ item"), ("=", "\\="),
    ("1. item", "1\\. item"), ("12) item", "12\\) item"), ("7", "7"), ("1.5 MW", "1.5 MW"),
    ("    code", "code"), ("# title", "\\# title"), ("> quoted", "&gt; quoted"), ("`x`", "\\`x\\`"),
    ("a\nb", "a␊b"), ("\u{202E}abc", "\u{FFFD}abc"), ("\\", "\\\\"), ("", ""),
  ])
  func `text is shown as it stands`(text: String, escaped: String) {
    #expect(Markdown.escaped(text) == escaped)
  }
}
