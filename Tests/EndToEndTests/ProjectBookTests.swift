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

  /// A link with more neighbours, needs and leads than a page can name, all of long names.
  private static func crowdedWorkspace() throws -> TemporaryFolder {
    let places = 1...7
    let long = "of a name that goes on as such names do"
    var chain = "chain: crowd\nname: {en: Crowd, zh: 群}\nneeds:\n"
    for place in places {
      chain += "  need-\(place): {en: Need \(place) \(long), zh: 第\(place)项落地要件的较长名称与说明文字}\n"
    }
    chain += "links:\n"
    for place in places {
      chain +=
        "  input-\(place): {name: {en: Input \(place) \(long), zh: 第\(place)种投入品的较长名称}, stage: upstream}\n"
    }
    chain += """
        hub:
          name: {en: Hub \(long), zh: 名称较长的缺失环节}
          stage: midstream
          inputs: {\(places.map { "input-\($0): 0.1" }.joined(separator: ", "))}
          needs: [\(places.map { "need-\($0)" }.joined(separator: ", "))]
          plant: {output: 100, investment: 120, land_mu: 50, jobs: 90, power_mw: 5, discharge_tonnes_per_day: 40}

      """
    for place in places {
      chain += """
          buyer-\(place):
            name: {en: Buyer \(place) \(long), zh: 第\(place)个买家环节的较长名称}
            stage: downstream
            inputs:
              hub: {share: 0.2, source: "a basis \(long), a basis \(long), a basis \(long)"}

        """
    }
    let folder = try TemporaryFolder()
    try folder.write(chain, to: "Chains/crowd.yaml")
    try folder.write(
      "region: here\nname: {en: Here, zh: 此地}\ndate: 2024-06-30\nsurveyed: {crowd: }\n",
      to: "Chains/regions/here/region.yaml")
    var firms = "firm,name_zh,name_en,link,operating,output,source\n"
    for place in places {
      for (kind, name) in [("input", "供应商"), ("buyer", "买家")] {
        firms +=
          "\(kind)-\(place),第\(place)家名称较长的\(name)股份有限公司,\(kind) firm \(place) \(long),\(kind)-\(place),2020,500,年报 2021\n"
      }
    }
    try folder.write(firms, to: "Chains/regions/here/firms.csv")
    var leads = "firm,name_zh,name_en,link,negotiating,home,source\n"
    for place in places {
      leads += "lead-\(place),第\(place)家名称较长的目标企业集团,lead \(place) \(long),hub,2024-03,上海,日报 2024\n"
    }
    try folder.write(leads, to: "Chains/regions/here/prospects.csv")
    return folder
  }

  @Test(.needsPrinter)
  func `a page stays one page however much there is to say`() throws {
    let folder = try Self.crowdedWorkspace()
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
    try folder.write("#!/bin/sh\n\(script)\n", to: "chromium")
    let program = folder.url.appendingPathComponent("chromium").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
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
