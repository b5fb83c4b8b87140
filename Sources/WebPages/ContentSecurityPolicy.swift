/// What a page that needs nothing but itself lets a browser do.
///
/// It may run its one script and take its one style sheet, told by their digests, and nothing else: no
/// network, no frames, no forms, no code or style in attributes.
///
/// Source: W3C, Content Security Policy Level 3.
public struct ContentSecurityPolicy: Hashable, Sendable {
  /// The policy's text, for a `meta` element.
  public let text: String

  /// Admits a script and a style sheet; the texts must stand in the page byte by byte.
  public init(script: String, style: String) {
    let (script, style) = (SHA256(script.utf8).base64, SHA256(style.utf8).base64)
    text =
      "default-src 'none'; script-src 'sha256-\(script)'; style-src 'sha256-\(style)';"
      + " base-uri 'none'; form-action 'none'"
  }
}
