import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

/// What is put right before the command ends because somebody stopped it: files that were being
/// written aside are removed, and children go too.
///
/// A stop by Ctrl-C, a closed terminal or `kill` waits for a step that must not be cut in two.
enum Interruption {
  private struct State {
    var files: Set<String> = []
    var children: Set<pid_t> = []
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private static let signalsOfWriting = [SIGPIPE, SIGXFSZ]
  private static let state = Mutex(State())
  /// Held while a file that is remembered comes into being.
  private static let creation = Mutex(())

  /// Watches for a stop from now on; called once, before anything is written.
  static func watch() {
    // A reader that has gone away and a file that may grow no further are noticed in writing.
    for number in signalsOfWriting { signal(number, SIG_IGN) }
    // What was ignored before, as under `nohup`, stays ignored.
    for number in signals where !isIgnored(number) {
      // The watcher hears of it only where it is not acted upon at once.
      signal(number, SIG_IGN)
      let watcher = DispatchSource.makeSignalSource(signal: number, queue: .global())
      watcher.setEventHandler { stop(by: number) }
      watcher.resume()
      // It watches until the command ends.
      _ = Unmanaged.passRetained(watcher as AnyObject)
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Waits for a file that is about to appear, a second at most, then ends.
  private static func stop(by number: Int32) {
    for _ in 0..<100 {
      creation.withLockIfAvailable { _ in end(by: number) }
      usleep(10_000)
    }
    end(by: number)
  }

  /// Cleans up and ends by the signal, so that whoever called the command sees why it ended.
  private static func end(by number: Int32) {
    state.withLock { state in
      for child in state.children { kill(child, SIGKILL) }
      // What is still ending could write into a folder that is being removed.
      for child in state.children { waitpid(child, nil, 0) }
      for file in state.files { try? FileManager.default.removeItem(atPath: file) }
      signal(number, SIG_DFL)
      // On this thread: whoever started the command may have had all signals blocked, which is
      // inherited.
      var held = sigset_t()
      sigemptyset(&held)
      sigaddset(&held, number)
      pthread_sigmask(SIG_UNBLOCK, &held, nil)
      raise(number)
      // The lock is kept: nothing else begins while the signal is on its way.
      while true { pause() }
    }
  }

  /// Remembers a file that is being written aside, or a folder to be removed, until `forget`, and
  /// makes it.
  static func remember<Result: ~Copyable>(file: String, making: () -> Result) -> Result {
    creation.withLock { _ in
      state.withLock { _ = $0.files.insert(file) }
      return making()
    }
  }

  /// A file is complete, or it or a folder is gone.
  static func forget(file: String) { state.withLock { _ = $0.files.remove(file) } }

  /// Remembers a child that must not outlive the command; a negative number is a group.
  static func remember(child: pid_t) { state.withLock { _ = $0.children.insert(child) } }

  /// A child has ended.
  static func forget(child: pid_t) { state.withLock { _ = $0.children.remove(child) } }

  /// Runs a step to its end before the command can be stopped.
  ///
  /// The step must not remember or forget anything: the lock is held.
  static func uninterrupted<Failure: Error>(_ step: () throws(Failure) -> Void) throws(Failure) {
    let result = state.withLock { _ in Result { () throws(Failure) in try step() } }
    try result.get()
  }

  /// The signals that a child must take as usual, whatever the command does with them.
  static var signalsOfChildren: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals + signalsOfWriting { sigaddset(&set, number) }
    return set
  }
}
