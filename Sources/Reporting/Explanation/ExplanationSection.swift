/// A part of an explanation: a heading and statements, some with details below.
struct ExplanationSection: Hashable, Sendable {
  struct Statement: Hashable, Sendable {
    let text: String
    let details: [String]

    init(_ text: String, details: [String] = []) {
      self.text = text
      self.details = details
    }
  }

  let title: String
  let statements: [Statement]

  init(_ title: String, _ statements: [Statement]) {
    self.title = title
    self.statements = statements
  }
}
