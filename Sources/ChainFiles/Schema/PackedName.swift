/// A short name as three numbers, so that a key of a file finds its schema without a text of its own.
struct PackedName: Hashable, Sendable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0

  /// A name of at most 24 bytes, none of them NUL; `nil` for others.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 24 else { return nil }
    withUnsafeMutableBytes(of: &self) { $0.copyMemory(from: UnsafeRawBufferPointer(bytes)) }
  }

  /// A name of the schema.
  init(_ name: String) {
    var name = name
    guard let packed = name.withUTF8({ Self($0) }) else {
      preconditionFailure("the key \(name) is longer than 24 bytes")
    }
    self = packed
  }
}
