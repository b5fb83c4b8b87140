import Glibc

/// What another program said from its start to its end.
struct ProgramRun {
  let exitCode: Int32
  let output: [UInt8]
  let errors: [UInt8]

  /// Runs a program in files that have no name, so that neither side ever waits for the other.
  ///
  /// `nil` where it cannot be started or takes longer than a minute.
  init?(
    path: String, arguments: [String], environment: [String: String] = [:], input: [UInt8] = []
  ) {
    let streams = (0..<3).compactMap { _ in tmpfile() }
    defer { for stream in streams { fclose(stream) } }
    guard streams.count == 3 else { return nil }
    let places = streams.map(fileno)
    for place in places { _ = fcntl(place, F_SETFD, FD_CLOEXEC) }
    guard input.isEmpty || fwrite(input, 1, input.count, streams[0]) == input.count else {
      return nil
    }
    rewind(streams[0])
    guard
      let child = ChildProcess(
        path: path, arguments: arguments, environment: environment, input: places[0],
        output: places[1], errors: places[2]),
      let status = child.status(within: .seconds(60)), status & 0x7F == 0
    else { return nil }
    exitCode = status >> 8 & 0xFF
    (output, errors) = (Self.contents(of: streams[1]), Self.contents(of: streams[2]))
  }

  private static func contents(of stream: UnsafeMutablePointer<FILE>) -> [UInt8] {
    fseek(stream, 0, SEEK_END)
    let count = ftell(stream)
    rewind(stream)
    guard count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      length = fread(buffer.baseAddress, 1, count, stream)
    }
  }
}
