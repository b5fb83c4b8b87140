import Dispatch

/// Works out values side by side, a share of them on each core; they come in the order asked for.
///
/// - Parameters:
///   - count: How many values there are.
///   - effort: How much there is to do, in links; little is done before threads have started.
///   - value: The value at a place; called once for each, from any thread.
/// - Returns: The values.
func sideBySide<Value: Sendable>(
  _ count: Int, effort: Int, _ value: @Sendable (Int) -> Value
) -> [Value] {
  guard effort >= 1000 else { return (0..<count).map(value) }
  return [Value](unsafeUninitializedCapacity: count) { values, initializedCount in
    // Each place is written by one thread alone.
    nonisolated(unsafe) let places = values
    DispatchQueue.concurrentPerform(iterations: count) { index in
      places.initializeElement(at: index, to: value(index))
    }
    initializedCount = count
  }
}

/// Works out a value of each element of an array side by side, which may take from it what it needs.
///
/// - Parameters:
///   - elements: Each is handed over once, to any thread.
///   - effort: How much there is to do, in links; little is done before threads have started.
///   - value: The value of an element.
/// - Returns: The values.
func sideBySide<Element: Sendable, Value: Sendable>(
  taking elements: inout [Element], effort: Int, _ value: @Sendable (inout Element) -> Value
) -> [Value] {
  unsafe elements.withUnsafeMutableBufferPointer { elements in
    // Each element is changed by one thread alone.
    nonisolated(unsafe) let elements = unsafe elements
    return sideBySide(unsafe elements.count, effort: effort) { unsafe value(&elements[$0]) }
  }
}

/// Works out two values side by side.
///
/// - Parameters:
///   - effort: How much there is to do, in links; little is done on one core.
///   - first: The one value.
///   - second: The other.
/// - Returns: Both.
func sideBySide<First: Sendable, Second: Sendable>(
  effort: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let halves = sideBySide(2, effort: effort) { (place: Int) -> (First?, Second?) in
    place == 0 ? (first(), nil) : (nil, second())
  }
  // Each half has its value; the fallbacks cannot be reached.
  return (halves[0].0 ?? first(), halves[1].1 ?? second())
}

/// Does several things side by side; what they give comes in their order.
///
/// - Parameters:
///   - effort: How much there is to do, in links; little is done on one core.
///   - works: What is to be done, the longest first.
/// - Returns: All values.
func sideBySide<Value: Sendable>(
  effort: Int, _ works: [@Sendable () -> [Value]]
) -> [Value] {
  sideBySide(works.count, effort: effort) { works[$0]() }.flatMap(\.self)
}
