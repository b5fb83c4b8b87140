extension ContentSecurityPolicy {
  /// Admits a style sheet and no script at all, for a page to print.
  public init(style: String) {
    text =
      "default-src 'none'; style-src 'sha256-\(SHA256(style.utf8).base64)';"
      + " base-uri 'none'; form-action 'none'"
  }
}
