import FoundationEssentials
import Glibc

/// Another program, run without input and output until it ends or its time is up.
struct ChildProcess {
  let path: String
  let arguments: [String]

  /// Runs it in a process group of its own, which is killed whole when time is up.
  ///
  /// - Throws: `Browser.PrintFailure`.
  func run(limit: Duration) throws(Browser.PrintFailure) {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(
        &files, stream, "/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0)
    }
    var words = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child = pid_t()
    guard posix_spawn(&child, path, &files, &attributes, words, environ) == 0 else {
      throw .notStarted
    }
    let start = ContinuousClock.now
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child || (ended < 0 && errno != EINTR) { break }
      if ContinuousClock.now - start > limit {
        kill(-child, SIGKILL)
        waitpid(child, &status, 0)
        throw .tookTooLong(seconds: Int(limit.components.seconds))
      }
      usleep(10_000)
    }
    // Helpers that outlive the program would hold its folder.
    kill(-child, SIGKILL)
  }
}
