import Glibc

/// Rings when something happens in some folders, by the kernel's `inotify`.
///
/// It only says when to look: file systems that tell nothing (of a network, of another machine) and
/// links to files elsewhere are noticed by looking once a second.
final class FolderAlarm {
  /// What a look may wait for where nothing rings.
  private static let longestWait: Int32 = 1_000
  /// Editors write, rename and touch in one go: a look waits until so many milliseconds are quiet.
  private static let quietTime: Int32 = 12
  /// What writes without a pause is looked at nevertheless.
  private static let longestBurst = Duration.milliseconds(300)

  private let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Listens to folders from now on; those that it knows, and those that are not there, cost nothing.
  func listen(to folders: [String]) {
    let events =
      IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB
    for folder in folders {
      inotify_add_watch(descriptor, folder, UInt32(events) | UInt32(IN_ONLYDIR))
    }
  }

  /// Waits until something has happened and is over, or for a second.
  ///
  /// - Returns: When it began to happen.
  func wait() -> ContinuousClock.Instant {
    guard rings(within: Self.longestWait) else { return .now }
    let start = ContinuousClock.now
    while rings(within: Self.quietTime), .now - start < Self.longestBurst {}
    return start
  }

  /// Whether it rings within some milliseconds; what rang is then forgotten.
  private func rings(within limit: Int32) -> Bool {
    // Without `inotify` there is nothing to poll, and the time passes.
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, limit) > 0 else { return false }
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 16) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
    return true
  }
}
