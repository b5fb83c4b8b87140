/// Memory that a solver uses again and again, its content undefined when it is asked for.
///
/// An array would count references and check bounds in loops that touch every input of a graph.
final class ScratchBuffer<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity: Int

  init(capacity: Int = 64) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Makes room for so many elements, in any state; earlier pointers are then void.
  func reserve(_ count: Int) -> UnsafeMutablePointer<Element> {
    if count > capacity {
      base.deallocate()
      capacity = max(count, 2 * capacity)
      base = .allocate(capacity: capacity)
    }
    return base
  }

  /// Makes room and fills it with one value.
  func reserve(_ count: Int, filledWith value: Element) -> UnsafeMutablePointer<Element> {
    let base = reserve(count)
    base.update(repeating: value, count: count)
    return base
  }
}
