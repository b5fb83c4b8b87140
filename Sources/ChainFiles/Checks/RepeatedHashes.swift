/// The hashes that stand more than once in a list.
///
/// Of many texts most stand once; their hashes tell those from the rest, which alone are compared.
struct RepeatedHashes {
  private var repeated: Set<Int> = []

  /// Looks at a list; 0 stands for nothing.
  ///
  /// O(hashes).
  init(_ hashes: [Int]) {
    // Hashes are spread evenly already, so their last bits are a place in a table half empty.
    let mask = (1 << (Int.bitWidth - (2 * hashes.count).leadingZeroBitCount)) - 1
    var table = [Int](repeating: 0, count: mask + 1)
    for hash in hashes where hash != 0 {
      var place = hash & mask
      while table[place] != 0, table[place] != hash { place = (place + 1) & mask }
      if table[place] == hash { repeated.insert(hash) } else { table[place] = hash }
    }
  }

  /// Whether no hash stands more than once.
  var isEmpty: Bool { repeated.isEmpty }

  /// Whether a hash stands more than once.
  func contains(_ hash: Int) -> Bool { !repeated.isEmpty && repeated.contains(hash) }
}
