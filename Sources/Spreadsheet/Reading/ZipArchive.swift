internal import CLibZip

/// The files in a zip archive in memory, unpacked within bounds.
@safe
final class ZipArchive {
  /// What packs better than this is made to harm, once it is larger than `harmlessSize`: a sheet
  /// whose cells are all the same packs to a twenty-fifth, since each cell names its place.
  private static let ratioLimit = 50
  private static let harmlessSize = 8 << 20

  private let archive: OpaquePointer
  /// The archive as the library reads it; it must outlive it.
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// The most bytes that the parts that are read may have together when unpacked.
  private let allowance: Int
  private var unpackedCount = 0

  /// Opens an archive.
  ///
  /// - Throws: `WorkbookReadError.archive` where the bytes are none.
  init(_ bytes: [UInt8]) throws(WorkbookReadError) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = unsafe copy.initialize(from: bytes)
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard
      let source = unsafe zip_source_buffer_create(
        copy.baseAddress, zip_uint64_t(copy.count), 0, &error)
    else {
      unsafe copy.deallocate()
      throw .archive("there is not enough memory")
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      let message = unsafe String(cString: zip_error_strerror(&error))
      unsafe zip_source_free(source)
      unsafe copy.deallocate()
      throw .archive(message)
    }
    unsafe self.archive = unsafe archive
    unsafe self.bytes = unsafe copy
    allowance = min(
      WorkbookContent.sizeLimit, max(Self.harmlessSize, Self.ratioLimit * bytes.count))
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe bytes.deallocate()
  }

  /// Whether there is a file of a name; case counts.
  func contains(_ name: String) -> Bool { unsafe zip_name_locate(archive, name, 0) >= 0 }

  /// Refuses files that say of themselves that they are too large together, before any is read.
  ///
  /// - Throws: `WorkbookReadError.tooLarge`.
  func accept(_ names: [String]) throws {
    var rest = UInt64(allowance)
    for name in names {
      guard let size = unsafe status(of: name)?.size else { continue }
      guard size <= rest else { throw WorkbookReadError.tooLarge }
      rest -= size
    }
  }

  /// Hands a file over piece by piece, the last one empty.
  ///
  /// - Throws: `WorkbookReadError` where it is not there, broken or too large, or what the handler
  ///   throws.
  func read(_ name: String, _ handle: ([UInt8], _ isLast: Bool) throws -> Void) throws {
    let index = unsafe zip_name_locate(archive, name, 0)
    guard index >= 0 else { throw WorkbookReadError.missingPart(name) }
    guard let size = unsafe status(of: name)?.size else { throw error() }
    guard size <= allowance else { throw WorkbookReadError.tooLarge }
    guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw error()
    }
    defer { unsafe zip_fclose(file) }
    // What the archive says of its sizes may be a lie, so what comes is counted.
    while true {
      var count = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
        unsafe count = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
        initialized = max(0, count)
      }
      guard count >= 0 else {
        let message = unsafe String(cString: zip_file_strerror(file))
        throw WorkbookReadError.archive(message)
      }
      unpackedCount += count
      guard unpackedCount <= allowance else { throw WorkbookReadError.tooLarge }
      try handle(piece, count == 0)
      if count == 0 { return }
    }
  }

  private func status(of name: String) -> zip_stat_t? {
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat(archive, name, 0, &status) == 0 else { return nil }
    return unsafe status
  }

  private func error() -> WorkbookReadError {
    guard let message = unsafe zip_strerror(archive) else { return .archive("it cannot be read") }
    return unsafe .archive(String(cString: message))
  }
}
