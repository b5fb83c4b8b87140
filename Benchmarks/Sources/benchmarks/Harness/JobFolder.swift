import Foundation

/// A temporary folder for the inputs of one job and what the peers give back.
///
/// Arrays are raw little-endian files: `name.f64` of doubles, `name.i32` of 32-bit integers.
struct JobFolder {
  let url: URL

  /// Makes a folder, lets it be used and deletes it.
  static func temporary<Result>(_ use: (JobFolder) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("chaingap-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try use(JobFolder(url: url))
  }

  func write(_ values: [Double], to name: String) throws {
    try write(bytesOf: values, to: "\(name).f64")
  }

  func write(_ values: [Int32], to name: String) throws {
    try write(bytesOf: values, to: "\(name).i32")
  }

  func write(text: String, to file: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(file))
  }

  private func write<Element>(bytesOf values: [Element], to file: String) throws {
    let data = values.withUnsafeBytes { Data($0) }
    try data.write(to: url.appendingPathComponent(file))
  }

  /// The array in a file, read without a second copy in memory.
  func array<Element: BitwiseCopyable>(_ file: String) throws -> [Element] {
    let path = url.appendingPathComponent(file).path
    guard let handle = fopen(path, "rb") else { throw BenchmarkError("there is no \(file)") }
    defer { fclose(handle) }
    fseek(handle, 0, SEEK_END)
    let count = ftell(handle) / MemoryLayout<Element>.stride
    rewind(handle)
    return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = fread(buffer.baseAddress, MemoryLayout<Element>.stride, count, handle)
    }
  }
}

/// The peak memory of this process.
enum PeakMemory {
  /// Megabytes; from the kernel's high-water mark, which unlike `getrusage` does not include what
  /// the parent had used when it started this process.
  static var megabytes: Double? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      return nil
    }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first }
      .flatMap { Double($0) }.map { $0 / 1024 }
  }
}
