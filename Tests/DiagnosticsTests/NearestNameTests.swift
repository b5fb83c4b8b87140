import Testing

@testable import Diagnostics

@Suite struct NearestNameTests {
  @Test func `a slip of a letter or a swap finds the name`() {
    let names = ["electroplating", "zipper", "luggage-hardware"]
    #expect("electroplatng".nearest(among: names) == "electroplating")
    #expect("zpiper".nearest(among: names) == "zipper")
    #expect("battery".nearest(among: names) == nil)
    #expect("".nearest(among: names) == nil)
  }

  @Test func `a match is unmistakable where no other is as near and few letters differ`() {
    #expect("upstrem".nearestMatch(among: ["upstream", "downstream"])?.isUnmistakable == true)
    #expect("cell-x".nearestMatch(among: ["cell-a", "cell-b"])?.isUnmistakable == false)
    #expect("zn".nearestMatch(among: ["zh", "en"])?.isUnmistakable == false)
    #expect("产值".nearestMatch(among: ["产能", "年产值"])?.isUnmistakable == false)
    #expect("stag".nearestMatch(among: ["state", "stage"])?.name == "stage")
  }

  @Test func `short names need to be nearly right`() {
    #expect("ab".nearest(among: ["xy"]) == nil)
    #expect("a".nearest(among: ["b"]) == nil)
  }

  @Test func `of equally near names the first by bytes wins in any order`() {
    #expect("cell-x".nearest(among: ["cell-b", "cell-a"]) == "cell-a")
    #expect("cell-x".nearest(among: ["cell-a", "cell-b"]) == "cell-a")
  }

  @Test(arguments: [
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("ab", "ba", 1), ("", "abc", 3), ("电池", "电芯", 1),
  ])
  func `distances agree with textbook values`(_ left: String, _ right: String, _ distance: Int) {
    let scalars = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(String.editDistance(scalars.0, scalars.1) == distance)
  }
}
