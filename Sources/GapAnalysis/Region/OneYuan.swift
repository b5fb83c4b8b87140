/// The least difference of money that counts: anything below is rounding of the arithmetic.
enum OneYuan {
  /// One yuan, million CNY.
  static let millionCNY = 1e-6

  /// An amount in whole yuan, by which ties are told.
  static func steps(millionCNY amount: Double) -> Double { (amount / millionCNY).rounded() }
}
