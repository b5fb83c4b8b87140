import Glibc
import Synchronization

/// Threads for what waits for the disk and needs no core meanwhile.
enum DiskThreads {
  private static let most = 16

  /// Does something with each element, several at once, until one fails.
  ///
  /// - Throws: What the first of those that failed has thrown.
  static func forEach<Element: Sendable>(
    _ elements: [Element], _ body: @escaping @Sendable (Element) throws -> Void
  ) throws {
    let work = Work(count: elements.count) { try body(elements[$0]) }
    var threads: [pthread_t] = []
    for _ in 1..<max(1, min(most, elements.count)) {
      var thread = pthread_t()
      let share = Unmanaged.passRetained(work)
      let code = pthread_create(
        &thread, nil,
        { share in
          share.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run() }
          return nil
        }, share.toOpaque())
      if code == 0 { threads.append(thread) } else { share.release() }
    }
    // Whatever threads there are, this one does its share.
    work.run()
    for thread in threads { pthread_join(thread, nil) }
    if let failure = work.failure { throw failure }
  }

  /// What is done, and how far.
  private final class Work: Sendable {
    private struct State {
      var next = 0
      var failure: (place: Int, error: any Error)?
    }

    private let count: Int
    private let body: @Sendable (Int) throws -> Void
    private let state = Mutex(State())

    init(count: Int, _ body: @escaping @Sendable (Int) throws -> Void) {
      self.count = count
      self.body = body
    }

    var failure: (any Error)? { state.withLock { $0.failure?.error } }

    func run() {
      while let place = take() {
        do {
          try body(place)
        } catch {
          state.withLock { state in
            if state.failure.map({ place < $0.place }) ?? true { state.failure = (place, error) }
          }
        }
      }
    }

    private func take() -> Int? {
      state.withLock { state in
        guard state.next < count, state.failure == nil else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }
  }
}
