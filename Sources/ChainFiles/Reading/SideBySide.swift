import Dispatch

/// Works out values side by side, a share of them on each core; they come in the order asked for.
///
/// - Parameters:
///   - count: How many values there are.
///   - value: The value at a place; called once for each, from any thread.
/// - Returns: The values.
func sideBySide<Value: Sendable>(
  _ count: Int, _ value: @Sendable (Int) -> Value
) -> [Value] {
  [Value](unsafeUninitializedCapacity: count) { values, initializedCount in
    // Each place is written by one thread alone.
    nonisolated(unsafe) let places = values
    DispatchQueue.concurrentPerform(iterations: count) { index in
      places.initializeElement(at: index, to: value(index))
    }
    initializedCount = count
  }
}
