/// A part of an explanation: a heading and statements, some with details below.
struct ExplanationSection: Hashable, Sendable {
  struct Statement: Hashable, Sendable {
    let text: String
    var details: [String] = []
  }

  let title: String
  var statements: [Statement]

  init(_ title: String, _ statements: [Statement]) {
    self.title = title
    self.statements = statements
  }
}

extension ExplanationSection.Statement: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self.init(text: value) }
}
