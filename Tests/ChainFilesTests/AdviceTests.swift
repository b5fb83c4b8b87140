import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

/// A chain file whose links have names in both languages and whose figures have a basis.
private func sound(_ id: String, _ links: (id: String, stage: String, rest: String)...) -> String {
  "chain: \(id)\nname: {en: \(id), zh: 链\(id)}\nfigures: {source: {en: books, zh: 书}}\nlinks:\n"
    + links.map { link in
      "  \(link.id): {name: {en: \(id)-\(link.id), zh: 环\(id)\(link.id)}, stage: \(link.stage)"
        + (link.rest.isEmpty ? "" : ", \(link.rest)") + "}\n"
    }.joined()
}

private func found(_ chains: String..., region: String? = nil, firms: String? = nil) -> [Diagnostic]
{
  checkWorkspace(
    WorkspaceSources(
      chains: chains.enumerated().map { SourceFile(path: "\($0).yaml", text: $1) },
      regions: region == nil && firms == nil
        ? []
        : [
          RegionSources(
            folder: "here",
            region: SourceFile(
              path: "region.yaml",
              text: "region: here\nname: {en: Here, zh: 此地}\ndate: 2021-01-26\n" + (region ?? "")),
            firms: firms.map { SourceFile(path: "firms.csv", text: $0) })
        ])
  ).diagnostics
}

private func ids(_ found: [Diagnostic]) -> [String] { found.map(\.id.rawValue) }

@Suite struct AdviceTests {
  private let pair = sound(
    "x", ("a", "upstream", ""), ("b", "downstream", "inputs: {a: 0.3}"))

  @Test func `a sound workspace has nothing odd`() {
    #expect(found(pair, region: "", firms: "firm,name_zh,name_en\n").isEmpty)
  }

  @Test func `of very many findings of one kind the first are told and the rest counted`() {
    let count = BoundedFindings.mostOfAKind + 5
    let isolated = found(
      "chain: x\nname: {en: X, zh: 甲}\nlinks:\n"
        + (0..<count).map { "  l\($0): {name: {en: N\($0), zh: 名\($0)}, stage: upstream}\n" }
        .joined()
    ).filter { $0.id == Rule.isolatedLink.id }
    #expect(isolated.count == BoundedFindings.mostOfAKind + 1)
    let further = isolated.filter { $0.message.english?.hasPrefix("5 more findings") == true }
    #expect(further.count == 1 && further.first?.location?.range != nil)
    let nameless = found(
      "chain: x\nname: X\nlinks:\n"
        + (0..<count).map { "  l\($0): {stage: upstream}\n" }.joined()
    ).filter { $0.id == Rule.missingKey.id }
    #expect(nameless.count == BoundedFindings.mostOfAKind + 1)
    #expect(nameless.last?.message.english == "5 more findings of this kind are not listed")
  }

  @Test func `a table whose rows do not fit its header is given up`() {
    let rows = String(repeating: "a,b\n", count: BoundedFindings.mostOfAKind + 5)
    let findings = found(pair, region: "", firms: "firm,name_zh,link\n" + rows)
    #expect(findings.count { $0.id == Rule.tooFewCells.id } == BoundedFindings.mostOfAKind)
    let last = findings.filter { $0.id == Rule.csvSyntax.id }
    #expect(last.map { $0.location?.range?.start.line } == [BoundedFindings.mostOfAKind + 2])
  }

  @Test func `a link that nothing ties to another is isolated, and told once`() {
    let chain = sound(
      "x", ("a", "upstream", ""), ("b", "downstream", "inputs: {a: 0.3}"), ("c", "midstream", ""),
      ("d", "upstream", "variant_of: a"))
    let result = found(chain)
    #expect(ids(result) == ["isolated-link"])
    #expect(result.first?.message.english == "nothing buys \"c\", and it buys nothing")
  }

  @Test func `a link that nobody buys is told unless a region, a kind or its umbrella is bought`() {
    let chain = sound(
      "x", ("a", "upstream", ""), ("b", "midstream", "inputs: {a: 0.3}"),
      ("k", "midstream", "variant_of: u, inputs: {a: 0.3}"),
      ("u", "midstream", "inputs: {a: 0.3}"),
      ("z", "downstream", "inputs: {k: 0.3}"))
    #expect(ids(found(chain)) == ["unbought-link"])
    #expect(found(chain, region: "final_demand: {b: {value: 3, source: {en: s, zh: 源}}}\n").isEmpty)
  }

  @Test func `a link that makes something of nothing is told, an umbrella is not`() {
    let chain = sound(
      "x", ("a", "midstream", "value_added: 0.3"), ("b", "downstream", "inputs: {a: 0.3, u: 0.1}"),
      ("u", "midstream", ""), ("k", "midstream", "variant_of: u, inputs: {a: 0.2}"))
    #expect(ids(found(chain)) == ["unsupplied-link"])
  }

  @Test func `a bought name that says nothing is an umbrella without variants`() {
    let chain = sound("x", ("a", "midstream", ""), ("b", "downstream", "inputs: {a: 0.3}"))
    #expect(ids(found(chain)) == ["umbrella-without-variants"])
  }

  @Test(arguments: [
    ("a: 0.05", ["low-share-sum"]), ("a: 0.1", []), ("a: {share: 0.05, return: true}", []),
    ("a: , c: 0.05", []), ("a: 0.95", []), ("a: 0.96", ["high-share-sum"]),
    ("a: 1", ["high-share-sum"]),
  ])
  func `sums of shares next to nothing or to everything are told`(
    _ inputs: String, _ expected: [String]
  ) {
    let chain = sound(
      "x", ("a", "upstream", ""), ("b", "downstream", "inputs: {\(inputs)}"),
      ("c", "upstream", ""), ("d", "downstream", "inputs: {a: 0.2, c: 0.2}"))
    #expect(ids(found(chain)) == expected)
  }

  @Test func `purchases against the stages are told inside of a chain, and only those`() {
    let chain = sound(
      "x", ("a", "downstream", "inputs: {s: 0.2}"),
      ("b", "upstream", "inputs: {a: 0.2, s: 0.1}, processed_by: {a: 0.1}"),
      ("c", "midstream", "inputs: {a: {share: 0.2, return: true}, b: 0.2}"),
      ("d", "downstream", "inputs: {c: 0.2}"), ("s", "supporting", "value_added: 0.2"))
    let result = found(chain)
    #expect(ids(result) == ["stage-against-flow"])
    #expect(
      result.first?.message.english?.hasPrefix("\"b\" is upstream and buys from \"a\"") == true)
    let other = sound(
      "y", ("e", "upstream", "inputs: {x/b: 0.2}"), ("f", "downstream", "inputs: {e: 0.2}"))
    #expect(
      found(sound("x", ("a", "upstream", ""), ("b", "downstream", "inputs: {a: 0.2}")), other)
        .isEmpty)
  }

  @Test func `names and codes that two chains share are told, variants apart`() {
    func named(_ chain: String, _ rest: String) -> String {
      "chain: \(chain)\nname: {en: \(chain), zh: 链\(chain)}\nlinks:\n"
        + "  p\(chain): {name: {en: P\(chain), zh: 甲\(chain)}, stage: upstream}\n"
        + "  q\(chain): {name: {en: Plating, zh: 电镀}, stage: downstream, inputs: {p\(chain): }\(rest)}\n"
    }
    let result = found(named("x", ""), named("y", ""), named("z", ", variant_of: qx"))
    #expect(ids(result) == ["duplicate-name"])
    #expect(result.first?.location?.file.path == "1.yaml")
    let codes = found(
      named("x", ", codes: {gb4754: '1'}").replacing("Plating, zh: 电镀", with: "X, zh: 乙"),
      named("y", ", codes: {gb4754: '1'}").replacing("Plating, zh: 电镀", with: "Y, zh: 丙"))
    #expect(ids(codes) == ["shared-code"])
  }

  @Test
  func `names in one language, figures without a source and projects without a date are counted`() {
    let chain = chain(
      "x", ("a", "    value_added: 0.2\n"), ("b", "    inputs: {a: 0.3}\n    variant_of: a\n"))
    let result = found(
      chain, region: "priorities: {x: 0.5}\n",
      firms: "firm,name_zh,link,投产,年产值,来源\nf,甲,a,是,3,\nf,,b,2020,,s\ng,乙,a,,3,s\n")
    #expect(
      result.map { "\($0.location?.file.path ?? "") \($0.id)" } == [
        "0.yaml missing-translation", "0.yaml figure-without-source",
        "firms.csv missing-translation", "firms.csv project-without-date",
        "firms.csv figure-without-source",
      ])
    #expect(
      result.map(\.message.english) == [
        "3 names stand in one language only",
        "2 figures name no source and no basis; this is the first",
        "2 names stand in one language only", "2 projects have no date; this is the first",
        "a figure names no source and no basis",
      ])
    #expect(result.first?.notes.count == 3)
    #expect(result.map { $0.notes.count } == [3, 1, 2, 1, 0])
    #expect(result[1].notes.first?.location?.range?.start.line == 11)
  }

  @Test func `every place has its note, in the order of the text`() {
    var places = FoundPlaces()
    for line in [40, 3] + Array(5..<35) {
      places.take(SourceRange(line: line, column: 1))
    }
    let (first, notes) = places.finding(
      in: SourceFile(path: "x", text: ""), each: LocalizedText("here", "这里"))
    #expect(first?.start.line == 3)
    #expect(notes.map { $0.location?.range?.start.line } == Array(5..<35) + [40])
    let none = FoundPlaces().finding(in: SourceFile(path: "x", text: ""), each: LocalizedText())
    #expect(none.first == nil && none.notes.isEmpty)
  }

  @Test func `names in one language are listed, every one`() throws {
    let links = (0..<30).map { ("l\($0)", "") }
    let text =
      "chain: x\nname: X\nlinks:\n"
      + links.map { "  \($0.0): {name: N, stage: upstream, inputs: {l0: 0.2}}\n" }.joined()
    let finding = try #require(found(text).first { $0.id == Rule.missingTranslation.id })
    #expect(finding.notes.count == 31)
    #expect(JSONRenderer().render([finding], fileCount: 1).components(of: "has no Chinese") == 31)
    #expect(TerminalRenderer().render([finding]).components(of: "has no Chinese") == 20)
    #expect(TerminalRenderer(language: .chinese).render([finding]).contains("另有 11 处"))
  }

  @Test func `old estimates are told where a region gives the day to compare with`() throws {
    let chain = pair.replacing("{en: books, zh: 书}", with: "{en: yearbook 2014, zh: 2014年年鉴}")
    #expect(found(chain).isEmpty)
    let result = found(chain, region: "")
    #expect(ids(result) == ["old-estimate"])
    #expect(
      result.first?.message.english
        == "an estimate is more than 5 years older than the region's data of 2021: the oldest is of 2014"
    )
    let many = sound(
      "x", ("a", "upstream", "value_added: {value: 0.3, source: 2013年年鉴}"),
      ("b", "midstream", "inputs: {a: {share: 0.3, source: 2019年年鉴}}"),
      ("c", "downstream", "inputs: {b: {share: 0.3, source: 2011年年鉴}, a: 0.1}"))
    let oldest = try #require(found(many, region: "").first { $0.id == Rule.oldEstimate.id })
    #expect(
      oldest.message.chinese == "有 2 个估算数据比区域数据（2021 年）早 5 年以上，最早为 2011 年")
    #expect(oldest.location?.range?.start.line == 5)
    #expect(oldest.notes.map(\.message.chinese) == ["这里是 2011 年的"])
    #expect(oldest.notes.first?.location?.range?.start.line == 7)
    let newer = chain.replacing("{source:", with: "{as_of: 2019-06, source:")
    #expect(found(newer, region: "").isEmpty)
    let reported = chain.replacing("{source:", with: "{grade: reported, source:")
    #expect(found(reported, region: "").isEmpty)
  }

  @Test func `nothing odd is told of a file with an error, nor of links then`() {
    let result = found(
      sound("x", ("a", "upstream", ""), ("lone", "upstream", "")), "chain: y\nname: Y\nlinks: []\n")
    #expect(ids(result) == ["wrong-type"])
  }

  @Test(arguments: [
    ("铜仁日报 2021-01-26", 2021), ("2019～2020年", 2020), ("年产2000吨，约9万元", nil),
    ("2,000 t/a at 3,000 CNY/t", nil), ("2000 t/a", nil), ("yearbook 2014", 2014),
    ("prices of about 2020", 2020), ("by 2020; more", 2020), ("13800138000", nil), ("1989", nil),
    ("2000 to 3000 CNY/t", nil), ("2015版目录", 2015), ("plan 2021-2025", 2025), ("12.2020", nil),
    ("", nil),
  ])
  func `years are told from quantities`(_ text: String, _ year: Int?) {
    #expect(text.latestYear == year)
  }
}

extension String {
  /// How often a text occurs in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
