public import IndustryChain
import WebPages

/// A drawing of chains to stand in a page, once for each language.
public struct WebDiagram: Sendable {
  /// A name of letters, digits and hyphens, of its own in the page.
  public let key: String
  /// What is drawn.
  public let title: LocalizedText
  /// Graphviz's SVG in each language.
  public let pictures: [Language: [UInt8]]
  /// The drawing as a file beside the page, for one that is too large to stand in it.
  public let file: String?

  /// A picture of more bytes than this would make the page slow to open and to mail; it shows about
  /// 300 links.
  static let sizeLimit = 700_000

  /// Takes drawings in.
  public init(
    key: String, title: LocalizedText, pictures: [Language: [UInt8]], file: String? = nil
  ) {
    self.key = key
    self.title = title
    self.pictures = pictures
    self.file = file
  }

  /// Whether the pictures stand in the page.
  var isInline: Bool {
    !pictures.isEmpty && pictures.values.allSatisfy { $0.count <= Self.sizeLimit }
  }

  /// The diagram for the template `diagrams`.
  var web: PageValue {
    let inline = (isInline ? Language.allCases : []).compactMap { language in
      pictures[language].map {
        (
          language: language,
          picture: InlinePicture(
            String(decoding: $0, as: UTF8.self), idPrefix: "\(key)-\(language.rawValue)")
        )
      }
    }
    return .object([
      "key": .text(key), "title": .say(title),
      "isDrawn": .flag(isInline), "file": .optional(file),
      "isTall": .flag(inline.contains { $0.picture.isTall }),
      "languages": .list(
        inline.map { language, picture in
          .object([
            "code": .text(language.rawValue), "lang": .text(language.htmlCode),
            "name": .text(language.text(title)), "picture": .markup(picture.markup),
          ])
        }),
    ])
  }
}

extension Language {
  /// What HTML calls it.
  var htmlCode: String { self == .chinese ? "zh-CN" : "en" }
}
