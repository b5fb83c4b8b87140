import Foundation

/// A small input of `Tests/Seeds`, and what becomes of it when it is mutated.
public struct SeedFile: Sendable, CustomStringConvertible {
  /// A folder of seeds.
  public enum Kind: String, Sendable {
    case yaml, csv, xlsx, dot, graphml, lsp
  }

  /// The folder and the file's name: `yaml/chain.yaml`.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]
  private let kind: Kind

  /// The name in lists of tests.
  public var description: String { name }

  /// The seeds of a kind by name, at least one: without any, nothing would be tested.
  public static func all(_ kind: Kind) -> [SeedFile] {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Seeds/\(kind.rawValue)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    precondition(!names.isEmpty, "there are no seeds in \(folder.path)")
    return names.sorted().compactMap { name in
      let data = try? Data(contentsOf: folder.appendingPathComponent(name))
      return data.map {
        SeedFile(name: "\(kind.rawValue)/\(name)", bytes: Array($0), kind: kind)
      }
    }
  }

  /// The seed as it is, then mutants of it: the same ones in every run.
  public func variants(_ count: Int) -> [[UInt8]] {
    // FNV-1a, so that each file has numbers of its own.
    let state = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var mutator = Mutator(pieces: kind.pieces, state: state)
    return [bytes] + (0..<count).map { _ in mutator.mutant(of: bytes) }
  }
}

extension SeedFile.Kind {
  /// What readers of the kind pay attention to.
  fileprivate var pieces: [String] {
    let any = ["\0", "\u{FEFF}", "\r", "\n", "\r\n", "é", "铜", "🔋", "\u{2028}", " ", "\t", "1e999"]
    let own =
      switch self {
      case .yaml:
        [
          "&", "*", "!", "|", ">", ": ", ":", "- ", "? ", "{", "}", "[", "]", ",", "#", " #", "'",
          "\"", "\\", "%", "---\n", "...\n", "~", "<<", "\n  ", "：",
        ]
      case .csv: [",", ";", "\"", "\"\"", "-", "%", "=", " > ", "，"]
      case .xlsx: ["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "\u{8}", "\u{7F}"]
      case .dot:
        ["{", "}", "[", "]", "->", "--", "\"", "<", ">", "/*", "//", "=", ";", "subgraph "]
      case .graphml:
        ["<", ">", "/>", "</", "&amp;", "&#0;", "&x;", "<![CDATA[", "<!--", "\"", "<node>"]
      case .lsp:
        ["Content-Length: ", "Content-Length: 5\r\n\r\n", "\r\n\r\n", "{", "[", "\"", "9", "-"]
      }
    return any + own
  }
}

/// Changes bytes at random places.
private struct Mutator {
  let pieces: [String]
  var state: UInt64

  mutating func mutant(of seed: [UInt8]) -> [UInt8] {
    var bytes = seed
    for _ in 0...below(5) {
      let place = below(bytes.count + 1)
      let end = min(bytes.count, place + 1 + below(below(8) == 0 ? 200 : 8))
      switch below(8) {
      case 0...2: bytes.insert(contentsOf: Array(pieces[below(pieces.count)].utf8), at: place)
      case 3: bytes.insert(UInt8(below(256)), at: place)
      case 4 where place < bytes.count: bytes[place] ^= 1 << UInt8(below(8))
      case 5: bytes.removeSubrange(place..<max(place, end))
      case 6: bytes.insert(contentsOf: Array(bytes[place..<max(place, end)]), at: below(place + 1))
      default: if below(4) == 0 { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }

  /// A number from 0 that is below a bound (SplitMix64).
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
