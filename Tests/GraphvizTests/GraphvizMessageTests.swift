@testable import Graphviz
import Testing

struct GraphvizMessageTests {
  @Test func `pieces are joined and severities read`() {
    let log = "Warning: node a, port b unrecognized\nError: lost n m edge\nin graph g\n"
    #expect(
      GraphvizMessage.parse(log) == [
        GraphvizMessage(severity: .warning, text: "node a, port b unrecognized"),
        GraphvizMessage(severity: .error, text: "lost n m edge in graph g"),
      ])
  }

  @Test func `silence is no message, and words without a severity are a warning`() {
    #expect(GraphvizMessage.parse("") == [])
    #expect(
      GraphvizMessage.parse("something") == [
        GraphvizMessage(severity: .warning, text: "something")
      ])
  }
}
