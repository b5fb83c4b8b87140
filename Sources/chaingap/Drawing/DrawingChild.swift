import Glibc
import Graphviz

/// The command's side of one child that draws, one graph at a time.
final class DrawingChild {
  /// What has come of a graph.
  enum Outcome {
    case drawn(Rendering)
    /// Graphviz cannot draw it, for a reason in a sentence.
    case refused(Phrase)
    /// The child has ended, by itself or by a signal.
    case ended
  }

  /// Where the child's replies come from.
  let replies: Int32
  private let requests: Int32
  private let process: ChildProcess
  private var reader = Frame.Reader()
  private var warnings: [GraphvizMessage] = []

  /// Starts one, which begins to read its fonts at once; `nil` where no process can be had.
  init?(program: String, timeLimit: Duration) {
    guard let input = Pipe() else { return nil }
    guard let output = Pipe() else {
      close(input.read)
      close(input.write)
      return nil
    }
    let process = ChildProcess(
      path: program, name: "chaingap",
      arguments: [DrawingWorker.commandName, String(timeLimit.components.seconds)],
      input: input.read, output: output.write)
    close(input.read)
    close(output.write)
    guard let process else {
      close(input.write)
      close(output.read)
      return nil
    }
    self.process = process
    requests = input.write
    replies = output.read
  }

  /// Hands a graph over; a child that has ended says so when it is listened to.
  func begin(_ source: DOTSource, as format: RenderFormat) {
    warnings = []
    _ = Frame(code: DrawingWorker.Request.code(format), bytes: source.bytes).write(to: requests)
  }

  /// Takes in what the child says; `nil` where it is not done yet.
  func listen() -> Outcome? {
    guard reader.readMore(from: replies) else { return .ended }
    while let reply = reader.next() {
      switch reply.code {
      case DrawingWorker.Reply.warning:
        warnings.append(
          GraphvizMessage(
            severity: .warning, text: String(decoding: reply.bytes, as: UTF8.self)))
      case DrawingWorker.Reply.failure:
        return .refused(DrawingWorker.Reply.reason(reply.bytes))
      default:
        return .drawn(Rendering(bytes: reply.bytes, warnings: warnings))
      }
    }
    return nil
  }

  /// Ends it, whatever it does.
  ///
  /// - Returns: The signal that ended it; 0 where it had ended by itself.
  @discardableResult
  func stop() -> Int32 {
    close(requests)
    close(replies)
    return process.stop()
  }
}

/// The two ends of a pipe, which no child inherits unless it is given one.
private struct Pipe {
  let read: Int32
  let write: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (read, write) = (ends[0], ends[1])
  }
}
