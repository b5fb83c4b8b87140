import TerminalText

extension Page {
  /// The page as GitHub-flavoured Markdown, its lines ended by line feeds.
  ///
  /// All text is escaped: no name can become a heading, a link, a cell or HTML.
  public func markdown() -> String {
    blocks.map { $0.markdown }.joined(separator: "\n\n") + "\n"
  }
}

extension Page.Block {
  fileprivate var markdown: String {
    switch self {
    case .heading(let level, let text):
      String(repeating: "#", count: level) + " " + text.markdown()
    case .paragraph(let text): text.markdown(startsLine: true)
    case .bullets(let bullets):
      bullets.flatMap { $0.markdown(indent: 0) }.joined(separator: "\n")
    case .table(let table): table.markdown
    case .group(let group): group.markdown
    case .picture(let file, let caption):
      "![\(MarkdownText.escape(caption))](\(MarkdownText.destination(file)))"
    }
  }
}

extension Page.Bullet {
  fileprivate func markdown(indent: Int) -> [String] {
    [String(repeating: "  ", count: indent) + "- " + line(startsLine: true)]
      + points.flatMap { $0.markdown(indent: indent + 1) }
  }
}

extension Page.Bullet {
  /// The text behind its mark.
  fileprivate func line(startsLine: Bool) -> String {
    guard let mark else { return text.markdown(startsLine: startsLine) }
    return "**" + MarkdownText.escape(mark.sign) + "** " + text.markdown()
  }
}

extension Page.Group {
  /// A closed group as GitHub and GitLab fold it; the blank lines let them read Markdown inside.
  fileprivate var markdown: String {
    let points = title.points.flatMap { $0.markdown(indent: 0) }.joined(separator: "\n")
    guard !points.isEmpty else { return title.line(startsLine: true) }
    switch fold {
    case .open: return title.line(startsLine: true) + "\n\n" + points
    case .closed:
      return "<details><summary>" + summary + "</summary>\n\n" + points + "\n\n</details>"
    }
  }

  /// HTML, in which Markdown's signs mean nothing and its escapes would show.
  private var summary: String {
    let text = (title.mark.map { $0.sign + " " } ?? "") + title.text.plainText
    return text.reduce(into: "") { safe, character in
      switch character {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      // GitLab and GitHub go on to read links and emphasis inside.
      case "\\", "`", "*", "_", "[", "]", "~", "$", "!", ":", "@", "#":
        safe += "&#\(character.unicodeScalars.first?.value ?? 32);"
      default: safe.append(character)
      }
    }
  }
}

extension Table {
  fileprivate var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let head = line(columns.map { MarkdownText.escape($0.title) })
    let rule = line(columns.map { $0.alignment == .right ? "---:" : "---" })
    return ([head, rule] + rows.map { line($0.map { $0.markdown() }) }).joined(separator: "\n")
  }
}

extension Prose {
  fileprivate func markdown(startsLine: Bool = false) -> String {
    parts.enumerated().map { place, part in
      let text = MarkdownText.escape(
        part.text, startsLine: startsLine && place == 0 && part.role != .strong)
      // Emphasis around nothing, or with a blank at an edge, would show its asterisks.
      guard part.role == .strong, let first = text.first, let last = text.last,
        first != " ", last != " "
      else { return text }
      return "**" + text + "**"
    }.joined()
  }
}

/// Text made safe for Markdown.
enum MarkdownText {
  /// The text in one line, every character that could begin markup escaped.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - startsLine: Whether it opens a block, where a sign or a number can begin a list.
  /// - Returns: The same words, harmless.
  static func escape(_ text: String, startsLine: Bool = false) -> String {
    let line = Array(text.singleLine)
    var escaped = ""
    for (place, character) in line.enumerated() {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "$":
        escaped += "\\" + String(character)
      case "+" where startsLine && place == 0, "-" where startsLine && place == 0,
        "=" where startsLine && place == 0:
        escaped += "\\" + String(character)
      case ":" where line.dropFirst(place + 1).starts(with: "//"):
        escaped += "\\:"
      case "." where endsWithWWW(escaped) || (startsLine && isNumber(line.prefix(place))):
        escaped += "\\."
      case ")" where startsLine && isNumber(line.prefix(place)):
        escaped += "\\)"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A file name as a link's destination: everything but plain characters percent-encoded.
  static func destination(_ file: String) -> String {
    file.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }.joined()
  }

  private static func endsWithWWW(_ text: String) -> Bool {
    text.suffix(3).lowercased() == "www"
  }

  /// Whether the text up to a mark is a number alone, which would begin a numbered list.
  private static func isNumber(_ text: ArraySlice<Character>) -> Bool {
    !text.isEmpty && text.count < 10 && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
