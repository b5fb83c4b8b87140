/// A dense square matrix, row by row in one flat array.
struct SquareMatrix {
  let order: Int
  private var elements: [Double]

  /// The identity.
  init(identityOfOrder order: Int) {
    self.order = order
    elements = [Double](repeating: 0, count: order * order)
    for index in 0..<order { elements[index * order + index] = 1 }
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * order + column] }
    set { elements[row * order + column] = newValue }
  }

  /// Replaces the matrix by its inverse (Gauss–Jordan in place), order³ at most.
  ///
  /// Rows that touch nothing are passed over, so links without local supply cost almost nothing.
  /// The matrix must be an M-matrix with dominant columns: its pivots then stay positive without
  /// exchanging rows.
  mutating func invertWithoutPivoting() {
    let order = order
    elements.withUnsafeMutableBufferPointer { elements in
      for pivot in 0..<order {
        let pivotRow = pivot * order
        let inverse = 1 / elements[pivotRow + pivot]
        elements[pivotRow + pivot] = 1
        for column in 0..<order { elements[pivotRow + column] *= inverse }
        for row in 0..<order where row != pivot {
          let start = row * order
          let factor = elements[start + pivot]
          guard factor != 0 else { continue }
          elements[start + pivot] = 0
          for column in 0..<order {
            elements[start + column] -= factor * elements[pivotRow + column]
          }
        }
      }
    }
  }
}
