import Diagnostics
import FoundationEssentials
import Glibc
import Reporting

/// The terminal or pipe that the command talks to.
enum Console {
  /// Writes to standard output as it is.
  static func write(_ text: String) {
    write(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// All of standard input.
  static func input() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) {
    write(bytes, to: STDOUT_FILENO)
  }

  /// Writes a page to standard output: as wide as the terminal, in colours where it has them.
  static func show(_ page: Page) {
    write(
      page.terminalText(
        width: columnCount, palette: hasColours(onTerminal: outputIsTerminal) ? .ansi : .plain))
  }

  /// Writes a line to standard error.
  static func error(_ line: String) {
    write(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes to standard error without ending the line.
  static func errorFragment(_ text: String) {
    write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Whether standard output is a terminal, so that a person reads along.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard input is a terminal, so that a person types.
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether standard error is a terminal.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether a stream may be coloured: a terminal that can, and nobody has asked for none.
  static func hasColours(onTerminal isTerminal: Bool) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }

  /// The width of a page of help: the one that the environment asks for, else the terminal's, else
  /// what everybody has.
  static var helpWidth: Int {
    ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? columnCount ?? 80
  }

  /// Makes a text while the argument parser takes lines to be as long as they like.
  static func withoutLineLimit(_ text: () -> String) -> String {
    setenv("COLUMNS", "1000000", 1)
    return text()
  }

  /// The width of the terminal in columns, `nil` in a pipe, where nothing is cut.
  static var columnCount: Int? {
    guard outputIsTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private static func write(_ bytes: [UInt8], to stream: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        // A reader that has gone away, such as `head`, has what it wanted; a full disk has not.
        if errno == EPIPE || stream == STDERR_FILENO { return }
        let reason = Phrase.systemReason
        tell(
          .error,
          Phrase("cannot write the output: \(reason.english)", "无法写出结果：\(reason.chinese)"))
        exit(2)
      }
      rest = rest.dropFirst(written)
    }
  }
}
