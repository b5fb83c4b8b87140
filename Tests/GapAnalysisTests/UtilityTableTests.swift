import Testing

@testable import GapAnalysis

@Test func `an absent utility is left out, and its weight shared among the rest`() {
  let table = UtilityTable(byCriterion: [[0.2, nil], [0.8, 0.8], [nil, 0.4]])
  #expect(table[0, 0] == 0.2)
  #expect(table[1, 0] == nil)
  // (0.5 × 0.2 + 0.25 × 0.8) / 0.75 and (0.25 × 0.8 + 0.25 × 0.4) / 0.5
  let scores = table.scores(under: [0.5, 0.25, 0.25])
  expectClose(scores, [0.4, 0.6])
}

@Test func `nothing known, or nothing known that weighs anything, scores 0`() {
  let table = UtilityTable(byCriterion: [[nil, 1], [nil, nil]])
  #expect(table.scores(under: [0.5, 0.5]) == [0, 1])
  #expect(table.scores(under: [0, 1]) == [0, 0])
}

@Test func `no columns make a table without opportunities`() {
  let table = UtilityTable(byCriterion: [])
  #expect(table.opportunityCount == 0)
  #expect(table.scores(under: []).isEmpty)
}
