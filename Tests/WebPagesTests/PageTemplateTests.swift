import Testing

@testable import WebPages

@Suite struct PageTemplateTests {
  private let hostile = "<script>alert(1)</script>\"'&"
  private let harmless = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"

  @Test func `text is escaped, in a raw slot too`() throws {
    let template = try PageTemplate(
      ["page": "<p title=\"{{a}}\">{{a}}</p>{{{raw}}}"], whole: "page", rawSlots: ["raw"])
    let html = template.html(.object(["a": .text(hostile), "raw": .text(hostile)]))
    #expect(html == "<p title=\"\(harmless)\">\(harmless)</p>\(harmless)")
  }

  @Test func `markup passes through a raw slot and nowhere else`() throws {
    let template = try PageTemplate(
      ["page": "{{a}}{{{raw}}}"], whole: "page", rawSlots: ["raw"])
    let html = template.html(.object(["a": .markup("<b>"), "raw": .markup("<b>")]))
    #expect(html == "&lt;b&gt;<b>")
  }

  @Test(arguments: ["{{{ other }}}", "{{& other}}", "{{&other}}"])
  func `a raw tag that is not named is refused`(tag: String) {
    #expect(throws: PageTemplate.Failure.rawTag(template: "page", name: "other")) {
      try PageTemplate(["page": tag], whole: "page", rawSlots: ["raw"])
    }
  }

  @Test func `lists repeat, flags show, partials nest`() throws {
    let template = try PageTemplate(
      ["page": "{{#rows}}{{>row}}{{/rows}}", "row": "[{{name}}{{#more}}+{{/more}}]"],
      whole: "page", rawSlots: [])
    let rows: PageValue = .list([
      .object(["name": "a", "more": .flag(true)]), .object(["name": "b", "more": .flag(false)]),
    ])
    #expect(template.html(.object(["rows": rows])) == "[a+][b]")
  }

  @Test func `a wrong template says which it is`() {
    #expect(throws: PageTemplate.Failure.self) {
      try PageTemplate(["page": "{{#open}}"], whole: "page", rawSlots: [])
    }
    #expect(throws: PageTemplate.Failure.missing("other")) {
      try PageTemplate(["page": ""], whole: "other", rawSlots: [])
    }
  }
}

/// Digests that FIPS 180-4's examples publish.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
  ])
  func `a digest is the published one`(message: String, digest: String) {
    #expect(SHA256(message.utf8).base64 == digest)
  }

  @Test func `a policy admits by digest and nothing from anywhere`() {
    let policy = ContentSecurityPolicy(script: "abc", style: "").text
    #expect(policy.contains("script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"))
    #expect(policy.contains("default-src 'none'"))
    #expect(!policy.contains("unsafe"))
  }
}
