/// Calls `body` with the elements of `text` as libedit wants them: one a scalar, a zero at the end.
func withElements<Result>(
  of text: some StringProtocol, _ body: (UnsafePointer<UInt32>) -> Result
) -> Result {
  withElements(text.unicodeScalars.map(\.value), body)
}

/// Calls `body` with the elements and a zero behind them.
func withElements<Result>(_ elements: [UInt32], _ body: (UnsafePointer<UInt32>) -> Result) -> Result {
  body(elements + [0])
}
