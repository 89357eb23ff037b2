extension Double {
  /// The nearest whole number of a value that is not negative; values past 10^15 stop there.
  ///
  /// Unlike `rounded()` it needs no mathematics library, which this target doesn't link.
  var nearestInt: Int { Int(min(1e15, Swift.max(0, self)) + 0.5) }
}
