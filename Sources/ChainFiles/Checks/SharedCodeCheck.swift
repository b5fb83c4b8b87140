import Diagnostics
import IndustryChain

/// Finds links of different chains that have the same code in a classification.
enum SharedCodeCheck {
  private static let mostNamed = 3

  private struct Code: Hashable {
    let classification: String
    let code: String
  }

  /// One finding for each code, where its second chain first has it.
  ///
  /// O(links + codes).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    var hashes: [Int] = []
    hashes.reserveCapacity(network.links.count)
    // By place: checks run side by side, and holding a link would have them write to one place.
    for link in network.links.indices {
      for (classification, code) in network.links[link].link.codes {
        hashes.append(Code(classification: classification, code: code).hashValue)
      }
    }
    let repeated = RepeatedHashes(hashes)
    if repeated.isEmpty { return [] }
    var holders: [Code: [Int]] = [:]
    var nextHash = hashes.makeIterator()
    for link in network.links.indices {
      for (classification, code) in network.links[link].link.codes {
        guard let hash = nextHash.next(), repeated.contains(hash) else { continue }
        holders[Code(classification: classification, code: code), default: []].append(link)
      }
    }
    return holders.compactMap { code, holders in
      let links = holders.map { network.links[$0] }
      guard let first = links.first,
        let second = links.first(where: { $0.link.id.chain != first.link.id.chain })
      else { return nil }
      let others = links.filter { $0.link.id != second.link.id }
      return .sharedCode(
        code.code, of: code.classification, second, others: Array(others.prefix(mostNamed)),
        count: others.count)
    }
  }
}

extension Diagnostic {
  static func sharedCode(
    _ code: String, of classification: String, _ item: ResolvedLink, others: [ResolvedLink],
    count: Int
  ) -> Self {
    Self(
      .sharedCode, about: item,
      "\"\(item.link.id)\" shares the \(classification.shortened) code \(code.shortened)"
        + " with \(count) other link\(count == 1 ? "" : "s")",
      "“\(item.link.id)”与另外 \(count) 个环节同属 \(classification.shortened) 代码 \(code.shortened)",
      notes: others.map { other in
        Note(
          "\"\(other.link.id)\" has it here", "“\(other.link.id)”在这里",
          at: .init(file: other.file, range: other.range))
      },
      help: LocalizedText(
        "look whether they are one link; such classes are coarse, so most are not",
        "看看是不是同一环节；行业分类较粗，多数情况下不是"))
  }
}
