import XMLEvents

/// Watches that a GraphML text stands for no more than a small multiple of itself.
///
/// Every node and edge has the default of each key, and every node the names of all groups around it,
/// so that a megabyte could stand for gigabytes.
struct GraphMLBounds {
  /// Why a text is not read on.
  enum Flaw: Error, Hashable {
    /// Keys and nestings multiply the text.
    case multiplied
    /// The defaults of keys are long.
    case longDefaults

    /// What is wrong in both languages, and what to do about it.
    var words: (english: String, chinese: String) {
      switch self {
      case .multiplied:
        (
          "its keys, defaults and groups within groups stand for far more than the file holds;"
            + " write values at their nodes, and remove keys that nobody needs",
          "其属性键、默认值和嵌套分组展开后远大于文件本身；请把取值直接写在节点上，并删去不用的键"
        )
      case .longDefaults:
        (
          "the defaults of its keys are longer than \(GraphMLBounds.longestDefaults) bytes together",
          "各属性键的默认值合计超过\(GraphMLBounds.longestDefaults)字节"
        )
      }
    }
  }

  private static let longestDefaults = 1 << 16

  private let limit: Int
  /// What nodes and edges take beside their own text, in about eight bytes.
  private var weight = 0
  private var (keyCount, defaultCount, depth, defaultLength) = (0, 0, 0, 0)
  private var isDefault = false

  /// Bounds for a text of some bytes.
  init(length: Int) {
    limit = 4_000_000 + length
  }

  /// Takes note of the next event; O(1).
  ///
  /// - Throws: `Flaw` once the text stands for too much.
  mutating func take(_ event: XMLEvent) throws(Flaw) {
    switch event {
    case .start("node", _):
      try add(keyCount + 10 * defaultCount + 3 * depth)
      depth += 1
    case .start("edge", _): try add(keyCount + 10 * defaultCount)
    case .end("node"): depth -= 1
    case .start("key", _): keyCount += 1
    case .start("default", _):
      defaultCount += 1
      isDefault = true
    case .end("default"): isDefault = false
    case .text(let text) where isDefault:
      defaultLength += text.utf8.count
      guard defaultLength <= Self.longestDefaults else { throw .longDefaults }
    default: break
    }
  }

  private mutating func add(_ amount: Int) throws(Flaw) {
    weight += amount
    guard weight <= limit else { throw .multiplied }
  }
}
