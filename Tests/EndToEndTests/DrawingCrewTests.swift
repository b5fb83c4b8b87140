import Foundation
import Graphviz
import Testing

@testable import chaingap

@Suite struct DrawingCrewTests {
  private static func crew(
    size: Int = 2, timeLimit: Duration = Patience.limit, program: String = Command.binary.path
  ) -> DrawingCrew {
    // What the command does at its start: a child that has gone must not take its parent along.
    signal(SIGPIPE, SIG_IGN)
    return DrawingCrew(size: size, timeLimit: timeLimit, program: program)
  }

  private static func job(_ name: String, format: RenderFormat = .svg) -> DrawingCrew.Job {
    let graph = Digraph(
      name: name, nodes: [Digraph.Node("a", [.label: .text(name)])],
      edges: [Digraph.Edge(from: "a", to: "b")])
    return DrawingCrew.Job(source: DOTSource(graph), format: format)
  }

  @Test func `pictures come in the order of the jobs and are those of one process`() throws {
    let jobs = (0..<9).map { Self.job("图 \($0)") }
    let drawn = try Self.crew().draw(jobs).map { try $0.get().bytes }
    for (job, bytes) in zip(jobs, drawn) {
      #expect(try GraphvizRenderer().render(job.source, as: .svg).bytes == bytes)
    }
  }

  @Test func `every format passes through`() throws {
    let formats: [RenderFormat] = [.svg, .pdf, .png(dotsPerInch: 144), .plain, .json, .dot]
    let results = Self.crew(size: 1).draw(formats.map { Self.job("g", format: $0) })
    let beginnings = ["<?xml", "%PDF", "\u{89}PNG", "graph ", "{", "digraph "]
    for (result, beginning) in zip(results, beginnings) {
      let bytes = try result.get().bytes
      #expect(bytes.starts(with: beginning.unicodeScalars.map { UInt8($0.value) }))
    }
  }

  @Test func `what is no graph fails with Graphviz's words, the others are drawn`() throws {
    let broken = DrawingCrew.Job(
      source: DOTSource(bytes: Array("digraph { a -> ".utf8)), format: .svg)
    let results = Self.crew().draw([Self.job("x"), broken, Self.job("y")])
    #expect(throws: Never.self) { try results[0].get() }
    #expect(throws: Never.self) { try results[2].get() }
    guard case .failure(let failure) = results[1] else { return #expect(Bool(false), "drawn") }
    #expect(failure.phrase.english.contains("syntax error"))
    #expect(failure.phrase.chinese.hasPrefix("图不是有效的 DOT"))
  }

  @Test func `a child that takes too long is stopped`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.script("echo $$ > '\(folder.url.path)/id'\nsleep 600\n", to: "worker")
    // On a slow machine the child may be stopped before it has written who it is.
    var id: pid_t?
    for limit in [1, 8, 64] where id == nil {
      let crew = Self.crew(size: 1, timeLimit: .seconds(limit), program: path)
      guard case .failure(.tookTooLong) = crew.draw([Self.job("x")])[0] else {
        return #expect(Bool(false), "not stopped")
      }
      id = (try? folder.text(of: "id")).flatMap { pid_t($0.dropLast()) }
    }
    #expect(kill(try #require(id), 0) == -1 && errno == ESRCH)
  }

  @Test func `a crash is told with its signal and costs the other graphs nothing`() throws {
    let folder = try TemporaryFolder()
    // The first two children crash, those after them are the real one.
    let path = try folder.script(
      """
      cd '\(folder.url.path)'
      if mkdir once 2>/dev/null || mkdir twice 2>/dev/null; then kill -SEGV $$; fi
      exec '\(Command.binary.path)' "$@"
      """, to: "worker")
    let results = Self.crew(size: 1, program: path).draw([Self.job("x"), Self.job("y")])
    guard case .failure(.crashed(let signal)) = results[0] else {
      return #expect(Bool(false), "no crash")
    }
    #expect(signal == SIGSEGV)
    #expect(throws: Never.self) { try results[1].get() }
  }

  @Test func `a child that somebody kills costs no graph its picture`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.script(
      """
      if mkdir '\(folder.url.path)/killed' 2>/dev/null; then kill -KILL $$; fi
      exec '\(Command.binary.path)' "$@"
      """, to: "worker")
    for result in Self.crew(size: 1, program: path).draw([Self.job("x"), Self.job("y")]) {
      #expect(throws: Never.self) { try result.get() }
    }
  }

  @Test func `a program that is not there fails every job, in words`() {
    let results = Self.crew(program: "/nowhere/chaingap").draw([Self.job("x"), Self.job("y")])
    for result in results {
      guard case .failure(.notStarted) = result else { return #expect(Bool(false), "drawn") }
    }
  }

  @Test func `frames come whole from any pieces, and a writer that goes ends them`() throws {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    let frames = [
      Frame(code: 7, bytes: []),
      Frame(code: UInt32.max, bytes: (0..<5_000).map { UInt8($0 & 255) }),
    ]
    for frame in frames { #expect(frame.write(to: ends[1])) }
    close(ends[1])
    var reader = Frame.Reader()
    for frame in frames {
      let next = reader.read(from: ends[0])
      let read = try #require(next)
      #expect(read.code == frame.code && read.bytes == frame.bytes)
    }
    let end = reader.read(from: ends[0])
    #expect(end == nil)
    close(ends[0])
  }
}
