/// What our side took.
struct OwnRun: Codable {
  /// The median of the runs.
  var seconds: Double
  /// The peak of the whole process, where it ran in one of its own.
  var peakMegabytes: Double?
}

/// Our side at one size beside its peers.
struct Comparison {
  /// What it was measured on: `10,000 links`.
  var size: String
  let ours: OwnRun
  /// The most that our side may take.
  var secondsGoal: Double?
  var megabytesGoal: Double?
  let peers: [PeerOutcome]

  static let header = [
    "size", "who", "ms", "peak MB", "peer/ours", "difference", "goal", "",
  ]

  /// One row for our side and one for each peer.
  var rows: [[String]] {
    var goals: [String] = []
    var isMet = true
    if let secondsGoal {
      goals.append("<= \((secondsGoal * 1e3).fixed(0)) ms")
      isMet = isMet && ours.seconds <= secondsGoal
    }
    if let megabytesGoal {
      goals.append("<= \(megabytesGoal.fixed(0)) MB")
      isMet = isMet && (ours.peakMegabytes ?? .infinity) <= megabytesGoal
    }
    let own = [
      size, "ours", (ours.seconds * 1e3).fixed(2), ours.peakMegabytes?.fixed(0) ?? "", "", "",
      goals.joined(separator: ", "), goals.isEmpty ? "" : isMet ? "met" : "missed",
    ]
    return [own] + peers.map { $0.row(beside: ours) }
  }
}

/// What became of a peer.
struct PeerOutcome {
  enum Result {
    /// Its values agree with ours; `difference` is the largest, relative above 1.
    case measured(seconds: Double, peakMegabytes: Double, difference: Double)
    case failed(String)
    case notInstalled(String)
  }

  let peer: Peer
  let result: Result
  /// How the peer was measured, where that needs saying.
  var note = ""

  var hasFailed: Bool {
    if case .failed = result { return true }
    return false
  }

  func row(beside ours: OwnRun) -> [String] {
    let name = note.isEmpty ? peer.name : "\(peer.name) (\(note))"
    let goal = peer.ratioGoal.map { ">= \($0.fixed($0 < 1 ? 2 : $0 < 10 ? 1 : 0)) x" } ?? ""
    switch result {
    case .measured(let seconds, let megabytes, let difference):
      let ratio = seconds / ours.seconds
      return [
        "", name, (seconds * 1e3).fixed(2), megabytes.fixed(0), ratio.fixed(ratio < 100 ? 2 : 0),
        difference.exponent10, goal,
        peer.ratioGoal.map { ratio >= $0 ? "met" : "missed" } ?? "",
      ]
    case .failed(let message): return ["", name, "FAILED: \(message)", "", "", "", goal, ""]
    case .notInstalled(let package):
      return ["", name, "not installed: \(package)", "", "", "", goal, ""]
    }
  }
}
