extension JSONValue {
  /// How many levels are compared; values that are nested deeper count as different.
  private static let deepest = 256

  /// Whether another value means the same: white space, the order of keys and escapes in strings aside. Numbers are compared
  /// as they are written.
  public func hasSameValue(as other: JSONValue) -> Bool { hasSameValue(as: other, levels: Self.deepest) }

  private func hasSameValue(as other: JSONValue, levels: Int) -> Bool {
    guard levels > 0, kind == other.kind else { return false }
    switch kind {
    case .object:
      let own = members
      let others = Dictionary(other.members, uniquingKeysWith: { $1 })
      guard own.count == others.count else { return false }
      return own.allSatisfy { key, value in
        others[key].map { value.hasSameValue(as: $0, levels: levels - 1) } ?? false
      }
    case .array:
      let (own, others) = (elements, other.elements)
      return own.count == others.count
        && zip(own, others).allSatisfy { $0.hasSameValue(as: $1, levels: levels - 1) }
    case .string: return string == other.string
    case .number, .bool, .null: return bytes == other.bytes
    }
  }
}
