import Glibc
import Graphviz

/// Children that draw side by side, each stopped where a graph takes it too long.
final class DrawingCrew {
  /// A graph to draw.
  struct Job {
    let source: DOTSource
    let format: RenderFormat
  }

  /// Why there is no picture.
  enum Failure: Error {
    case tookTooLong(Duration)
    case crashed(signal: Int32)
    case refused(Phrase)
    case notStarted

    /// The reason, to follow the picture's name.
    var phrase: Phrase {
      switch self {
      case .tookTooLong(let limit):
        let seconds = limit.components.seconds
        return Phrase("the layout took longer than \(seconds) s", "布局用时超过 \(seconds) 秒")
      case .crashed(let signal):
        return Phrase(
          "Graphviz crashed on it (signal \(signal))", "Graphviz 绘制时崩溃（信号 \(signal)）")
      case .refused(let reason): return reason
      case .notStarted:
        return Phrase("no process for Graphviz could be started", "无法启动 Graphviz 进程")
      }
    }

    /// Whether a smaller graph may do better; Graphviz refuses some for their size, too.
    var mayBeOfSize: Bool {
      switch self {
      case .tookTooLong, .crashed, .refused: true
      case .notStarted: false
      }
    }
  }

  /// A job at work.
  private struct Assignment {
    let job: Int
    let end: ContinuousClock.Instant
  }

  private let program: String
  private let timeLimit: Duration
  private var children: [DrawingChild?]

  /// Starts the children, which read their fonts while the caller goes on.
  ///
  /// - Parameters:
  ///   - size: How many; 1 at least, and no more than there are cores.
  ///   - timeLimit: What each graph may take.
  ///   - program: What runs `DrawingWorker`, this program unless a test says otherwise.
  init(size: Int = .max, timeLimit: Duration, program: String = "/proc/self/exe") {
    self.program = program
    let coreCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.timeLimit = timeLimit
    children = (0..<max(1, min(size, coreCount))).map { _ in
      DrawingChild(program: program, timeLimit: timeLimit)
    }
  }

  deinit { for child in children { child?.stop() } }

  /// Draws graphs; what one fails by costs the others nothing.
  ///
  /// - Parameters:
  ///   - jobs: The graphs.
  ///   - onProgress: Told, a few times a second, how many are done.
  /// - Returns: What came of each, in the order of the jobs.
  func draw(
    _ jobs: [Job], onProgress: (Int) -> Void = { _ in }
  ) -> [Result<Rendering, Failure>] {
    var results = [Result<Rendering, Failure>?](repeating: nil, count: jobs.count)
    var waiting = jobs.indices.makeIterator()
    var endedOnce: Set<Int> = []
    var assignments = [Assignment?](repeating: nil, count: children.count)

    func assign(_ place: Int) {
      assignments[place] = nil
      if let job = waiting.next() { begin(job, place) }
    }

    func begin(_ job: Int, _ place: Int) {
      assignments[place] = nil
      if children[place] == nil {
        children[place] = DrawingChild(program: program, timeLimit: timeLimit)
      }
      guard let child = children[place] else {
        results[job] = .failure(.notStarted)
        return assign(place)
      }
      assignments[place] = Assignment(job: job, end: .now + timeLimit)
      child.begin(jobs[job].source, as: jobs[job].format)
    }

    func finish(_ place: Int, _ job: Int, _ result: Result<Rendering, Failure>) {
      results[job] = result
      assign(place)
    }

    for place in children.indices { assign(place) }
    while assignments.contains(where: { $0 != nil }) {
      onProgress(results.count { $0 != nil })
      let ready = ready(among: assignments)
      for (place, assignment) in assignments.enumerated() {
        guard let assignment, let child = children[place] else { continue }
        switch ready.contains(place) ? child.listen() : nil {
        case .drawn(let rendering): finish(place, assignment.job, .success(rendering))
        case .refused(let reason): finish(place, assignment.job, .failure(.refused(reason)))
        case .ended:
          let signal = child.stop()
          children[place] = DrawingChild(program: program, timeLimit: timeLimit)
          // It may have been killed for nothing that the graph did: a crash is what happens twice.
          if endedOnce.insert(assignment.job).inserted {
            begin(assignment.job, place)
          } else {
            finish(place, assignment.job, .failure(.crashed(signal: signal)))
          }
        case nil where assignment.end < .now:
          children[place] = nil
          child.stop()
          finish(place, assignment.job, .failure(.tookTooLong(timeLimit)))
        case nil: break
        }
      }
    }
    return results.map { $0 ?? .failure(.notStarted) }
  }

  /// The places of the children that have something to say; waits a tenth of a second at most.
  private func ready(among assignments: [Assignment?]) -> Set<Int> {
    let places = children.indices.filter { assignments[$0] != nil }
    var descriptors = places.map { place in
      pollfd(fd: children[place]?.replies ?? -1, events: Int16(POLLIN), revents: 0)
    }
    poll(&descriptors, nfds_t(descriptors.count), 100)
    return Set(zip(places, descriptors).filter { $0.1.revents != 0 }.map(\.0))
  }
}
