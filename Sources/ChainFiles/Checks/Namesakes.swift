import IndustryChain

/// Finds things that have a name of an earlier one, in either language.
///
/// O(things).
///
/// - Parameters:
///   - count: How many things there are.
///   - name: The names of the thing at a place; empty for one that is no match for others.
/// - Returns: The places of such things in order, each with the first thing of each name it shares.
func namesakes(
  among count: Int, name: (Int) -> LocalizedText
) -> [(place: Int, earlier: [Int])] {
  var hashes: [Int] = []
  hashes.reserveCapacity(2 * count)
  for place in 0..<count {
    let name = name(place)
    hashes.append(name.chinese?.foldedHash ?? 0)
    hashes.append(name.english?.foldedHash ?? 0)
  }
  let repeated = RepeatedHashes(hashes)
  var first: [FoldedName: Int] = [:]
  return (0..<count).compactMap { place in
    let isAlone = !repeated.contains(hashes[2 * place]) && !repeated.contains(hashes[2 * place + 1])
    guard !isAlone else { return nil }
    let name = name(place)
    var earlier: [Int] = []
    for text in [name.chinese, name.english] {
      guard let folded = text.flatMap(FoldedName.init) else { continue }
      if let holder = first[folded] {
        earlier.append(holder)
      } else {
        first[folded] = place
      }
    }
    return earlier.isEmpty ? nil : (place, earlier)
  }
}
