/// One way to go on with what is typed.
public struct Completion: Equatable, Sendable {
  /// What stands in the line afterwards, with a space behind it if the word is complete.
  public var replacement: String
  /// How many characters before the cursor it replaces.
  public var replacedCount: Int
  /// How it is listed when there are several; the replacement if nil.
  public var display: String?

  /// - Parameters:
  ///   - replacement: what stands in the line afterwards.
  ///   - count: how many characters before the cursor it replaces.
  ///   - display: how it is listed when there are several.
  public init(_ replacement: String, replacing count: Int, display: String? = nil) {
    self.replacement = replacement
    replacedCount = max(0, count)
    self.display = display
  }
}
