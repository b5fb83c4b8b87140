import FoundationEssentials
import Glibc

/// Another program in a process group of its own, which goes whole when it is stopped.
struct ChildProcess {
  let id: pid_t

  /// Starts a program; what is not given goes nowhere; `nil` where it cannot be started.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - name: What lists of processes call it, its path unless given.
  ///   - arguments: What follows its name.
  ///   - environment: What differs from the command's own.
  ///   - input: What it reads.
  ///   - output: What it writes to.
  ///   - errors: What it writes its complaints to.
  init?(
    path: String, name: String? = nil, arguments: [String], environment: [String: String] = [:],
    input: Int32? = nil, output: Int32? = nil, errors: Int32? = nil
  ) {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = Interruption.signalsOfChildren
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for (stream, given) in [
      (STDIN_FILENO, input), (STDOUT_FILENO, output), (STDERR_FILENO, errors),
    ] {
      if let given {
        posix_spawn_file_actions_adddup2(&files, given, stream)
      } else {
        posix_spawn_file_actions_addopen(
          &files, stream, "/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0)
      }
    }
    var words = ([name ?? path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var settings = variables.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
    defer { for setting in settings { free(setting) } }
    settings.append(nil)
    var id = pid_t()
    guard posix_spawn(&id, path, &files, &attributes, words, settings) == 0 else { return nil }
    self.id = id
    Interruption.remember(child: -id)
  }

  /// Waits for its end.
  ///
  /// - Returns: Whether it ended within the limit; else it is stopped.
  func hasEnded(within limit: Duration) -> Bool { status(within: limit) != nil }

  /// Waits for its end.
  ///
  /// - Returns: How it ended, as `wait` tells it; `nil` where it took longer and was stopped.
  func status(within limit: Duration) -> Int32? {
    let start = ContinuousClock.now
    var information = siginfo_t()
    while true {
      information = siginfo_t()
      // Looks only: `stop` takes its status, and its helpers with it.
      let status = waitid(P_PID, id_t(id), &information, WEXITED | WNOHANG | WNOWAIT)
      if status != 0 && errno != EINTR || information.si_signo == SIGCHLD { break }
      if ContinuousClock.now - start > limit {
        stop()
        return nil
      }
      usleep(5_000)
    }
    return end()
  }

  /// Ends it and everything that it has started, whatever they do.
  ///
  /// - Returns: The signal that ended it; 0 where it had ended by itself.
  @discardableResult
  func stop() -> Int32 { end() & 0x7F }

  private func end() -> Int32 {
    kill(-id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    Interruption.forget(child: -id)
    return status
  }
}
